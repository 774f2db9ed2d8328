internal import TandemDomain
internal import TandemStore

/// `GET /keten`: how long the chain of events is, where it ends, and what a check of it finds.
struct ChainScreen: Screen {
    static let template = "oversight/chain"
    static let mostFindings = 100

    let newest: [EventRecord]
    let lastTick: Day?
    let check: ChainCheck?
    let presenter: Presenter

    var title: Word { "chain.title" }

    var model: Model {
        [
            "action": .text(Addresses.chain.url()),
            "facts": facts.model,
            "verdict": verdict?.model ?? .nothing,
            "findings": .list(findings.map { .word($0) }),
            "hasFindings": .flag(!findings.isEmpty),
            "buttons": Buttons(.init("chain.check")).model,
            "events": .list(newest.map { eventModel($0, presenter) }),
            "hasEvents": .flag(!newest.isEmpty),
        ]
    }

    /// Events are numbered without a gap, so the last number is how many there are.
    private var facts: Facts {
        let last = newest.first
        return Facts([
            .init("chain.events", DutchFormat.number(last?.id ?? 0)),
            .init("chain.lastDigest", .text(last.map { hexadecimal($0.digest) } ?? "–")),
            .init("chain.lastRecorded", last.map { DutchFormat.instant($0.recordedAt) }),
            .init("chain.lastTick", lastTick.map(DutchFormat.day)),
        ])
    }

    private var verdict: Notice? {
        guard let check else { return nil }
        let arguments = [
            "events": DutchFormat.number(check.verification.events),
            "rows": DutchFormat.number(check.verification.rows),
            "duration": duration(check.milliseconds),
        ]
        let count = check.verification.findings.count
        return count == 0
            ? Notice(.success, title: "chain.sound", body: Word("chain.checked", arguments))
            : Notice(.danger, title: Word("chain.unsound", count: count), body: Word("chain.checked", arguments))
    }

    private func duration(_ milliseconds: Int) -> String {
        milliseconds < 1000
            ? "\(milliseconds) ms" : "\(DutchFormat.number(milliseconds / 1000)),\(milliseconds % 1000 / 100) s"
    }

    private var findings: [Word] {
        (check?.verification.findings ?? []).prefix(Self.mostFindings).map(word)
    }
}

private func word(_ finding: VerificationFinding) -> Word {
    switch finding {
    case .brokenLink(let event): Word("chain.brokenLink", ["event": DutchFormat.number(event)])
    case .missingEvent(let event): Word("chain.missingEvent", ["event": DutchFormat.number(event)])
    case .versionGap(let subject, let id, let expected, let found):
        Word(
            "chain.versionGap",
            ["subject": subject, "id": "\(id)", "expected": String(expected), "found": String(found)]
        )
    case .differs(let subject, let id): Word("chain.differs", ["subject": subject, "id": "\(id)"])
    case .rowMissing(let subject, let id): Word("chain.rowMissing", ["subject": subject, "id": "\(id)"])
    case .eventMissing(let subject, let id): Word("chain.eventMissing", ["subject": subject, "id": "\(id)"])
    case .noteDiffers(let event): Word("chain.noteDiffers", ["event": DutchFormat.number(event)])
    case .dueDayDiffers(let file): Word("chain.dueDayDiffers", ["file": DutchFormat.number(file)])
    }
}
