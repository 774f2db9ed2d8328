internal import TandemActions
internal import TandemDomain
internal import TandemStore

/// Writes one letter: what was decided, why, what happens now, and what the company can do about it.
struct LetterComposer {
    let words: Words
    let facts: LetterFacts

    var letter: LetterText {
        let head = [address, file, words("letter.salutation")]
        let foot = [words("letter.closing"), signature]
        return LetterText(
            subject: text("subject"),
            body: (head + matter.compactMap(\.self) + foot).joined(separator: "\n\n")
        )
    }

    /// What the letter is about, a paragraph each; nothing where a paragraph does not apply.
    private var matter: [String?] {
        switch facts.kind {
        case .received: [text("done"), facts.dueOn.map { text("term", due: $0) }, text("now"), text("wait")]
        case .incomplete, .onHold: [text("done"), motivation, text("now")]
        case .resumed: [text("done"), facts.dueOn.map { text("term", due: $0) }]
        case .approved, .approvedByLaw: approval
        case .rejected: rejection
        case .cancelled: [text("done", ["day": DutchFormat.day(facts.writtenOn)]), text("now")]
        case .withdrawn: [text("done"), motivation, text("now")] + appeal
        case .withdrawnWithoutMentor:
            [text("done"), words("letter.withdrawn.now"), text("again")] + appeal
        case .excluded: exclusion
        case .discontinued: [text("done"), text("now")]
        case .expiryNotice: [text("done"), text("now"), text("else")]
        }
    }
}

// The parts of a letter.
extension LetterComposer {
    private var approval: [String?] {
        let from = facts.validity.map { DutchFormat.day($0.from) } ?? ""
        let decided = [text("done"), validity] + (facts.kind == .approved ? explanation("letter.explanation") : [])
        let next = [
            words("letter.approved.now", ["from": from]), words("letter.approved.training"),
            lacksMentor ? text("noMentor") : words("letter.approved.duty"),
        ]
        return decided + [acceptedMentors, refusedMentors] + next + (facts.refusedMentors.isEmpty ? [] : appeal)
    }

    /// The law may approve a file in which nobody could be accepted as a mentor (R12, R17).
    private var lacksMentor: Bool { facts.kind == .approvedByLaw && facts.acceptedMentors.isEmpty }

    private var rejection: [String?] {
        let further = facts.furtherReasons.map(lowercasedFirst).joined(separator: ", ")
        let reasons = [
            facts.mainReason.map { text("mainReason", ["reason": lowercasedFirst($0)]) },
            further.isEmpty ? nil : text("furtherReasons", ["reasons": further]),
        ]
        return [text("done")] + reasons + explanation("letter.rejected.motivation")
            + [refusedMentors, text("now")] + appeal
    }

    private var exclusion: [String?] {
        let length = facts.excludedUntil.map { text("temporary", ["until": DutchFormat.day($0)]) } ?? text("definitive")
        let decided = text(facts.isWholeCompanyExcluded ? "company" : "establishment")
        return [decided, length] + explanation("letter.excluded.motivation") + [text("now")] + appeal
    }

    private var validity: String? {
        facts.validity.map { validity in
            words(
                "letter.validity",
                ["from": DutchFormat.day(validity.from), "until": DutchFormat.day(validity.until)]
            )
        }
    }

    private func explanation(_ title: String) -> [String?] {
        motivation.map { [words(title), $0] } ?? []
    }

    /// What the handler typed, each line a paragraph of its own; nothing where he typed nothing.
    private var motivation: String? {
        let lines = (facts.motivation ?? "").split(whereSeparator: \.isNewline).filter {
            !$0.allSatisfy(\.isWhitespace)
        }
        return lines.isEmpty ? nil : lines.joined(separator: "\n\n")
    }

    private var acceptedMentors: String? {
        let accepted = facts.acceptedMentors
        if accepted.isEmpty { return nil }
        let names = ["names": accepted.joined(separator: ", ")]
        return words("letter.mentorsAccepted", names, count: accepted.count)
    }

    private var refusedMentors: String? {
        let refused = facts.refusedMentors.map { mentor in
            words("letter.mentorRefused", ["name": mentor.name, "reason": mentor.reason])
        }
        if refused.isEmpty { return nil }
        return ([words("letter.mentorsRefused", count: refused.count)] + refused).joined(separator: "\n")
    }

    /// Who may appeal, within how many days, where and how (R56).
    private var appeal: [String?] {
        [
            words("letter.appeal", ["authority": facts.authority], count: facts.appealDays),
            words("letter.appealOwn"),
        ]
    }

    private var address: String {
        words(
            "letter.address",
            [
                "company": facts.companyName, "address": facts.companyAddress,
                "number": facts.companyNumber.formatted,
            ]
        )
    }

    private var file: String {
        let lines = [
            words("letter.file", ["number": DutchFormat.number(facts.number), "training": facts.trainingName]),
            establishment, facts.submittedOn.map { words("letter.fileSubmitted", ["day": DutchFormat.day($0)]) },
        ]
        return lines.compactMap(\.self).joined(separator: "\n")
    }

    private var establishment: String? {
        guard let name = facts.establishmentName, let number = facts.establishmentNumber else { return nil }
        let arguments = ["name": name, "number": number.formatted, "address": facts.establishmentAddress ?? ""]
        return words("letter.fileEstablishment", arguments)
    }

    private var signature: String {
        let arguments = ["partnership": facts.partnershipName, "authority": facts.authority]
        guard facts.kind.isSigned, let signer = facts.signer else { return words("letter.signatureByLaw", arguments) }
        return words("letter.signature", arguments.merging(["signer": signer]) { _, new in new })
    }

    /// A text of this kind of letter, with the facts that any of them may name.
    private func text(_ key: String, _ more: [String: String] = [:], due: Day? = nil) -> String {
        let dueOn = due ?? facts.dueOn
        let days = [
            "submitted": facts.submittedOn, "due": dueOn, "law": dueOn?.adding(days: 1),
            "effective": facts.effectiveOn ?? facts.writtenOn, "until": facts.validity?.until,
        ]
        let arguments = days.compactMapValues { $0.map(DutchFormat.day) }.merging([
            "training": facts.trainingName, "partnership": facts.partnershipName,
        ]) { day, _ in day }
        return words("letter.\(facts.kind.rawValue).\(key)", arguments.merging(more) { _, new in new })
    }

    private func lowercasedFirst(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }
}

extension LetterKind {
    /// Whether a handler did what the letter tells; the others follow from what the applicant, the law or a register did.
    fileprivate var isSigned: Bool {
        switch self {
        case .incomplete, .onHold, .resumed, .approved, .rejected, .withdrawn, .excluded: true
        case .received, .approvedByLaw, .cancelled, .withdrawnWithoutMentor, .discontinued, .expiryNotice: false
        }
    }
}
