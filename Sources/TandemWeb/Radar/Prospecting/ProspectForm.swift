internal import TandemActions
internal import TandemDomain

/// The forms on the page of a prospect; each has its own names for its fields, so that they stand beside each other.
enum ProspectForm: String, CaseIterable, Sendable {
    case contact, plan, later, refusal, assignment, link
    case doNotCall = "do-not-call"

    func field(_ name: String) -> String { "\(rawValue)-\(name)" }

    var title: Word { Word("prospects.form.\(rawValue)") }

    var save: Word { Word("prospects.save.\(rawValue)") }

    var done: Word { Word("prospects.done.\(rawValue)") }

    func url(_ id: Int64) -> String { address.url(id) }

    var address: Address1<Int64> {
        switch self {
        case .contact: Addresses.prospectContact
        case .plan: Addresses.prospectPlan
        case .later: Addresses.prospectLater
        case .refusal: Addresses.prospectRefusal
        case .assignment: Addresses.prospectAssignment
        case .link: Addresses.prospectLink
        case .doNotCall: Addresses.doNotCall
        }
    }

    /// The refusal of a rule beside the field of this form that it is about.
    func placed(_ refusal: Refusal) -> FormErrors {
        let text = refusal.explanation.text
        return switch refusal.explanation.field {
        case "later": FormErrors(field("later"), text)
        case "on": FormErrors(field("on"), text)
        case "reason": FormErrors(field("text"), text)
        case _: FormErrors("", text)
        }
    }
}

/// What a contact led to, as the form asks it.
enum ContactAnswer: String, CaseIterable, Sendable {
    case spoken, interested, later, refused

    var label: Word { Word("prospects.answer.\(rawValue)") }
}

/// A form of the page of a prospect as it was sent, read into what an act asks.
struct SentProspectForm: Sendable {
    let form: ProspectForm
    let data: FormData
    let sector: PartnershipCode?

    /// - Throws: ``FormErrors``.
    func version() throws -> Int {
        guard let version = Int(data["version"]) else { throw FormErrors("", "handlingActs.versionMissing") }
        return version
    }

    /// - Throws: ``FormErrors``.
    func contact() throws -> (note: ContactNote, result: ContactResult, next: NextStep) {
        var reader = FormReader(data)
        let day = reader.day(form.field("on"), orElse: "prospects.dayMissing")
        let kind = reader.choice(form.field("kind"), of: ContactKind.self, orElse: "prospects.kindMissing")
        let text = reader.optionalText(form.field("text"), longest: 4000) ?? ""
        let answer = reader.choice(form.field("answer"), of: ContactAnswer.self, orElse: "prospects.answerMissing")
        let what = answer.flatMap { led(to: $0, &reader) }
        let step = next(&reader)
        let (heldOn, how, result) = try reader.all(day, kind, what)
        let note = ContactNote(heldOn: heldOn, kind: how, purpose: .prospecting, sector: sector, text: text)
        return (note, result, step)
    }

    private func led(to answer: ContactAnswer, _ reader: inout FormReader) -> ContactResult? {
        switch answer {
        case .spoken: .spoken
        case .interested: .interested
        case .later: reader.day(form.field("later"), orElse: "prospects.laterMissing").map { .later($0) }
        case .refused: ground(&reader).map { .refused($0) }
        }
    }

    private func ground(_ reader: inout FormReader) -> RefusalGround? {
        reader.choice(form.field("ground"), of: RefusalGround.self, orElse: "prospects.groundMissing")
    }

    private func next(_ reader: inout FormReader) -> NextStep {
        let text = reader.optionalText(form.field("step"), longest: 200) ?? ""
        return NextStep(text, on: reader.optionalDay(form.field("next")))
    }

    /// - Throws: ``FormErrors``.
    func plan() throws -> NextStep {
        var reader = FormReader(data)
        let step = next(&reader)
        if !reader.errors.isEmpty { throw reader.errors }
        return step
    }

    /// - Throws: ``FormErrors``.
    func later() throws -> (day: Day, step: String) {
        var reader = FormReader(data)
        let day = reader.day(form.field("later"), orElse: "prospects.laterMissing")
        let step = reader.optionalText(form.field("step"), longest: 200) ?? ""
        return (try reader.all(day), step)
    }

    /// - Throws: ``FormErrors``.
    func refusal() throws -> (ground: RefusalGround, text: String) {
        var reader = FormReader(data)
        let chosen = ground(&reader)
        let text = reader.optionalText(form.field("text"), longest: 4000) ?? ""
        return (try reader.all(chosen), text)
    }

    /// - Throws: ``FormErrors``.
    func colleague() throws -> Identifier<Account> {
        guard let account = Identifier<Account>(data[form.field("to")]) else {
            throw FormErrors(form.field("to"), "prospects.colleagueMissing")
        }
        return account
    }

    /// - Throws: ``FormErrors``.
    func application() throws -> Identifier<RecognitionApplication> {
        guard let id = Identifier<RecognitionApplication>(data[form.field("to")]) else {
            throw FormErrors(form.field("to"), "prospects.applicationMissing")
        }
        return id
    }

    /// - Throws: ``FormErrors``.
    func doNotCall() throws -> (isWhole: Bool, reason: String) {
        var reader = FormReader(data)
        let reason = reader.text(form.field("text"), orElse: "prospects.doNotCallReasonMissing", longest: 500)
        return (data[form.field("scope")] != "establishment", try reader.all(reason))
    }
}
