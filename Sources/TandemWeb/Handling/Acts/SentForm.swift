internal import TandemActions
internal import TandemDomain

/// A form of the page of a file as it was sent, read into what an act asks.
struct SentForm: Sendable {
    let form: FileForm
    let data: FormData
    let actor: Actor

    /// The version that the person saw; an act without it could run over somebody else's.
    ///
    /// - Throws: ``FormErrors``.
    func version() throws -> Int {
        guard let version = Int(data["version"]) else { throw FormErrors("", "handlingActs.versionMissing") }
        return version
    }

    /// - Throws: ``FormErrors``.
    func reason() throws -> String {
        var reader = FormReader(data)
        let reason = reader.text(form.field(.text), orElse: "refusal.reasonMissing")
        return try reader.all(reason)
    }

    /// The colleague who was chosen; nothing takes the handler off.
    ///
    /// - Throws: ``FormErrors``.
    func handler() throws -> Identifier<Account>? {
        let chosen = data[form.field(.choice)]
        if chosen.isEmpty { return nil }
        guard let handler = Identifier<Account>(chosen) else {
            throw FormErrors(form.field(.choice), "handlingActs.handlerUnknown")
        }
        return handler
    }

    /// A choice with a motivation, such as a vote.
    ///
    /// - Throws: ``FormErrors``.
    func opinion<Choice: RawRepresentable<String>>(of type: Choice.Type) throws -> (Choice, String) {
        var reader = FormReader(data)
        let choice = reader.choice(form.field(.choice), of: type, orElse: "handlingActs.choiceMissing")
        let text = reader.optionalText(form.field(.text)) ?? ""
        return try reader.all(choice, text)
    }

    /// - Throws: ``FormErrors``.
    func check() throws -> SentCheck {
        var reader = FormReader(data)
        let kind = reader.choice(form.field(.choice), of: CheckKind.self, orElse: "handlingActs.checkKindMissing")
        let day = reader.day(form.field(.day), orElse: "handlingActs.checkDayMissing")
        let note = reader.optionalText(form.field(.text)) ?? ""
        let (someKind, someDay) = try reader.all(kind, day)
        let isForWhole = data[form.field(.scope)] == "establishment"
        return SentCheck(kind: someKind, day: someDay, note: note, isForWholeEstablishment: isForWhole)
    }

    /// - Throws: ``FormErrors``.
    func finding() throws -> MentorFinding {
        var reader = FormReader(data)
        let extract = reader.choice(
            form.field(.extract),
            of: ExtractVerdict.self,
            orElse: "handlingActs.extractMissing"
        )
        let judgement = reader.choice(
            form.field(.choice),
            of: MentorJudgement.self,
            orElse: "handlingActs.judgementMissing"
        )
        let reason = reader.optionalText(form.field(.text)) ?? ""
        let grants = Set(data.all(form.field(.grants)).compactMap(Derogation.init(rawValue:)))
        let (someExtract, someJudgement) = try reader.all(extract, judgement)
        return MentorFinding(judgement: someJudgement, extract: someExtract, grants: grants, reason: reason)
    }
}

/// A check as it was typed.
struct SentCheck: Sendable {
    let kind: CheckKind
    let day: Day
    let note: String
    let isForWholeEstablishment: Bool
}
