internal import TandemActions
internal import TandemDomain
internal import TandemStore

extension FileScreen {
    /// The day whose figures a mentor is held against: the one on which he was designated.
    private var designatedOn: Day {
        dossier.steps.last { $0.kind == .started }?.on ?? file.submittedOn ?? presenter.today
    }

    private var norms: MentorNorms { presenter.reference.figures.mentorNorms(on: designatedOn) }

    /// One mentor: what is said of him, what stands in his way, and what the handler makes of him.
    func mentor(_ designation: DesignationRecord) -> Model {
        let objections = designation.candidate.objections(under: norms, designatedOn: designatedOn)
        return [
            "id": .text("mentor-\(designation.id)"),
            "name": .text(designation.mentor.name),
            "judgement": presenter.judgement(designation.judgement).model,
            "facts": facts(of: designation).model,
            "number": number(of: designation.mentor),
            "objections": .list(objections.map { .word(objectionWord($0)) }),
            "judged": .maybe(judged(designation)),
            "reason": .maybe(designation.judgementReason),
            "form": rights.mayJudge ? judgementForm(designation) : .nothing,
        ]
    }

    private func facts(of designation: DesignationRecord) -> Facts {
        let age = designatedOn.years(since: designation.mentor.bornOn)
        return Facts([
            .init("handlingFile.bornOn", .word(Word("handlingFile.bornOnText", bornOn(designation), count: age))),
            .init("handlingFile.practice", practice(designation)),
            .init("handlingFile.asks", derogations(designation.asks)),
            proof(designation),
            extract(designation),
            .init("handlingFile.extractVerdict", .word(presenter.extract(designation.extractVerdict))),
        ])
    }

    private func bornOn(_ designation: DesignationRecord) -> [String: String] {
        ["day": DutchFormat.day(designation.mentor.bornOn)]
    }

    private func practice(_ designation: DesignationRecord) -> Model {
        designation.yearsOfPractice.map { .word(Word("handlingFile.years", count: $0)) } ?? .word("facts.unknown")
    }

    private func derogations(_ derogations: Set<Derogation>) -> Model {
        let asked = Derogation.allCases.filter(derogations.contains)
        guard let first = asked.first else { return .word("handlingFile.none") }
        return .word(asked.count == 1 ? presenter.derogation(first) : "handlingFile.bothDerogations")
    }

    private func proof(_ designation: DesignationRecord) -> Facts.Fact {
        guard designation.proof != nil else { return .init("handlingFile.proof", .word("handlingFile.notAdded")) }
        let link = Link("handlingFile.openProof", url: Addresses.proof.url(designation.id.rawValue))
        return .init("handlingFile.proof", .nothing, link: rights.seesExtracts ? link : nil)
    }

    private func extract(_ designation: DesignationRecord) -> Facts.Fact {
        let issued = designation.extractIssuedOn.map { Word("handlingFile.issuedOn", ["day": DutchFormat.day($0)]) }
        guard designation.extract != nil else {
            return .init("handlingFile.extract", .word(issued ?? "handlingFile.notAdded"))
        }
        let link = Link("handlingFile.openExtract", url: Addresses.extract.url(designation.id.rawValue))
        return .init("handlingFile.extract", .maybe(issued), link: rights.seesExtracts ? link : nil)
    }

    /// The national number: only its date of birth, and the rest behind a fold for who may judge.
    private func number(of mentor: MentorRecord) -> Model {
        let (year, month, day) = mentor.bornOn.parts
        let masked = [year % 100, month, day].map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ".")
        return [
            "masked": .text("\(masked)-•••.••"), "full": .maybe(numbers[mentor.id]),
            "isMasked": .flag(numbers[mentor.id] == nil),
        ]
    }

    private func judged(_ designation: DesignationRecord) -> Word? {
        guard let day = designation.judgedOn else { return nil }
        return Word(
            "handlingFile.judgedBy",
            ["day": DutchFormat.day(day), "name": dossier.name(of: designation.judgedBy) ?? ""]
        )
    }
}

extension FileScreen {
    private func judgementForm(_ designation: DesignationRecord) -> Model {
        let kind = FileForm.judgement(designation.id)
        let form = form(kind, filled: filled(designation, kind))
        let derogations = offeredDerogations(designation)
        let grants = form.checkboxes(
            kind.field(.grants),
            "handlingActs.grants",
            choices: derogations.map { Choice($0.rawValue, presenter.derogation($0)) }
        )
        let isOpen = designation.judgement == .pending
        return act(
            kind,
            fields: [
                form.radios(kind.field(.extract), "handlingActs.extract", choices: extractChoices)
            ] + (derogations.isEmpty ? [] : [grants]) + [
                form.radios(kind.field(.choice), "handlingActs.judgementChoice", choices: judgementChoices),
                form.textarea(
                    kind.field(.text),
                    "handlingActs.judgementReason",
                    hint: "handlingActs.judgementReasonHint",
                    isOptional: true,
                    rows: 2,
                    longest: 1000
                ),
            ],
            submit: "handlingActs.judgementSave",
            version: designation.version,
            opens: isOpen
        )
    }

    /// Derogations that were asked, are needed, or were granted; others make no sense on a form.
    private func offeredDerogations(_ designation: DesignationRecord) -> [Derogation] {
        let needed = designation.candidate.neededDerogations(under: norms, designatedOn: designatedOn)
        return Derogation.allCases.filter(designation.asks.union(needed).union(designation.grants).contains)
    }

    private var extractChoices: [Choice] {
        ExtractVerdict.allCases.map { Choice($0.rawValue, presenter.extract($0)) }
    }

    private var judgementChoices: [Choice] {
        [
            Choice(MentorJudgement.accepted.rawValue, "handlingActs.accept"),
            Choice(MentorJudgement.refused.rawValue, "handlingActs.refuse"),
            Choice(MentorJudgement.pending.rawValue, "handlingActs.leavePending"),
        ]
    }

    private func filled(_ designation: DesignationRecord, _ kind: FileForm) -> [String: [String]] {
        [
            kind.field(.extract): [designation.extractVerdict.rawValue],
            kind.field(.grants): designation.grants.map(\.rawValue),
            kind.field(.choice): designation.judgement == .pending ? [] : [designation.judgement.rawValue],
            kind.field(.text): [designation.judgementReason ?? ""],
        ]
    }
}
