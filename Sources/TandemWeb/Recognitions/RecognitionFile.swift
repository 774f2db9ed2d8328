internal import TandemActions
internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// A recognition with all that hangs on it, as its page shows it.
struct RecognitionFile: Sendable {
    let recognition: RecognitionRecord
    let company: CompanyRecord
    let establishment: EstablishmentRecord
    let mandates: [MandateRecord]
    let mentors: [RecognitionMentorRecord]
    /// The papers of the mentors, kept with the application that led to the recognition.
    let designations: [DesignationRecord]
    let guidance: [GuidanceRecord]
    let exclusions: [ExclusionRecord]
    let letters: [LetterRecord]
    let events: [EventRecord]
    /// The recognition that renews this one.
    let renewal: RecognitionRecord?
    /// The application that asks its renewal and waits for a decision.
    let renewing: Identifier<RecognitionApplication>?

    /// What permissions are asked about.
    var subject: Subject {
        Subject(
            company: recognition.company,
            competent: recognition.partnership,
            mandates: mandates.map(\.mandate)
        )
    }

    var id: Int64 { recognition.id.rawValue }

    /// The mentors who are one on `day` or will be.
    func presentMentors(on day: Day) -> [RecognitionMentorRecord] { mentors.filter { ($0.until ?? day) >= day } }
}

extension SQLSession {
    /// A recognition with all that hangs on it, if this person may read it: always as many statements.
    ///
    /// - Throws: ``Refusal``.
    func recognitionFile(_ id: Identifier<Recognition>, for actor: Actor, on day: Day) throws -> RecognitionFile {
        guard let recognition = try recognition(id), let company = try company(recognition.company),
            let establishment = try establishment(recognition.establishment)
        else { throw Refusal.notFound }
        let renewing = try applications(of: recognition.establishment).first { $0.renews == id && $0.status.isOpen }
        let file = RecognitionFile(
            recognition: recognition,
            company: company,
            establishment: establishment,
            mandates: try mandates(of: recognition.company),
            mentors: try mentors(of: id),
            designations: try designations(of: recognition.application),
            guidance: try guidance(of: id),
            exclusions: try exclusions(of: recognition.company),
            letters: try letters(about: recognition.application),
            events: try events(ofRecognition: id),
            renewal: try renewal(of: id),
            renewing: renewing?.id
        )
        guard actor.may(.readRecognition, to: file.subject, on: day) else { throw Refusal.notAllowed }
        return file
    }
}

/// What a person may do with a recognition today: exactly what its lifecycle and his permissions leave.
struct RecognitionRights {
    let mayRecordGuidance: Bool
    let mayWithdraw: Bool
    let mayExclude: Bool
    let mayEndMentor: Bool
    let mayAddMentor: Bool
    let mayFollow: Bool
    let mayReadExtract: Bool
    let mayReadFile: Bool
    let mayReadLetters: Bool
    let mayRenew: Bool

    init(_ file: RecognitionFile, _ actor: Actor, renewableFrom: Day, on day: Day) {
        let isRunning = file.recognition.state(on: day) == .approved
        let moves = Lifecycle.recognition.moves(from: file.recognition.status, as: actor.role)
        func may(_ act: Act) -> Bool { actor.may(act, to: file.subject, on: day) }
        mayRecordGuidance = isRunning && may(.recordGuidance)
        mayWithdraw = isRunning && moves.contains(.withdraw) && may(.withdraw)
        mayExclude = isRunning && moves.contains(.withdrawByExclusion) && may(.exclude)
        mayEndMentor = isRunning && may(.replaceMentor)
        mayAddMentor = isRunning && may(.judgeMentor)
        mayFollow = isRunning && may(.followRenewal)
        mayReadExtract = may(.readExtract)
        mayReadFile = may(.readApplication)
        mayReadLetters = actor.mayReadLetters(about: file.subject, on: day)
        let isRenewed = file.renewal != nil || file.renewing != nil
        mayRenew = isRunning && !isRenewed && renewableFrom <= day && may(.startApplication)
    }
}
