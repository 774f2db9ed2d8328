internal import TandemDomain
internal import TandemRegister
internal import TandemSQL
internal import TandemStore

/// Does what the news of one extract asks for, in the transaction of an act of the law.
struct Following {
    let identity: ExtractIdentity
    var report: FollowReport

    /// What the events name as their source.
    private var source: String {
        "Ondernemingsregister, extract \(identity.number), toestand op \(identity.snapshot.iso)"
    }

    mutating func take(
        _ news: RegisterNews,
        of subject: FollowedSubject,
        _ facts: RegisterFacts?,
        _ desk: inout Desk
    ) throws {
        switch news {
        case .nothing, .same: return
        case .firstSeen:
            report.firstSeen += 1
            try note(facts, of: subject, changes: [], desk)
        case .returned:
            report.returned += 1
            try note(facts, of: subject, changes: subject.link?.changes ?? [], desk)
        case .changed(let changes):
            report.changed += 1
            try note(facts, of: subject, changes: changes.union(subject.link?.changes ?? []), desk)
            try tellHandlers(of: subject, facts, &desk)
        case .ended: try end(subject, &desk)
        }
    }

    private func note(
        _ facts: RegisterFacts?,
        of subject: FollowedSubject,
        changes: Set<RegisterChange>,
        _ desk: Desk
    ) throws {
        guard let facts else { return }
        try desk.session.note(facts, of: subject, in: identity.number, on: identity.snapshot, changes: changes)
    }

    /// The register does not say when something ended: the day that the extract shows is the first without it.
    private mutating func end(_ subject: FollowedSubject, _ desk: inout Desk) throws {
        guard let link = subject.link else { return }
        let day = min(identity.snapshot, desk.today)
        report.ended += 1
        try desk.session.noteEnd(of: link, in: identity.number, on: day)
        report.discontinued += try desk.discontinue(
            subject.company,
            establishment: subject.establishment,
            endedOn: day,
            source: source
        )
        // Whoever reads that the company ended need not read it of each of its establishments.
        if subject.establishment != nil, try ownLink(of: subject, desk)?.goneIn == identity.number { return }
        for file in try openFiles(of: subject, desk) {
            try addTask(.companyEnded, file.partnership, subject, application: file.id, detail: link.facts.line, &desk)
        }
    }

    /// One task for each open file, and one for each other partnership with a valid recognition.
    private mutating func tellHandlers(
        of subject: FollowedSubject,
        _ facts: RegisterFacts?,
        _ desk: inout Desk
    ) throws {
        // Where the company moves with its establishment, the task about the company says so already.
        if subject.establishment != nil, let own = try ownLink(of: subject, desk), own.toldIn == identity.number,
            !own.changes.isEmpty
        {
            return
        }
        let detail = facts?.line ?? ""
        var told: Set<PartnershipCode> = []
        for file in try openFiles(of: subject, desk) {
            told.insert(file.partnership)
            try addTask(.companyChanged, file.partnership, subject, application: file.id, detail: detail, &desk)
        }
        for recognition in try desk.runningRecognitions(of: subject.company, at: subject.establishment)
        where told.insert(recognition.partnership).inserted {
            try addTask(
                .companyChanged,
                recognition.partnership,
                subject,
                recognition: recognition.id,
                detail: detail,
                &desk
            )
        }
    }

    private func ownLink(of subject: FollowedSubject, _ desk: Desk) throws -> RegisterLink? {
        try desk.session.registerLinks(of: subject.company).company
    }

    private func openFiles(of subject: FollowedSubject, _ desk: Desk) throws -> [ApplicationRecord] {
        let files =
            try subject.establishment.map { try desk.session.applications(of: $0) }
            ?? desk.session.applications(of: subject.company, limit: .max)
        return files.filter { $0.status.isOpen && $0.company == subject.company }
    }

    private mutating func addTask(
        _ kind: TaskKind,
        _ partnership: PartnershipCode,
        _ subject: FollowedSubject,
        application: Identifier<RecognitionApplication>? = nil,
        recognition: Identifier<Recognition>? = nil,
        detail: String,
        _ desk: inout Desk
    ) throws {
        report.tasks += 1
        try desk.addTask(
            kind,
            partnership: partnership,
            company: subject.company,
            application: application,
            recognition: recognition,
            detail: detail
        )
    }
}

extension RegisterFacts {
    /// `Bakkerij Zonnebloem BV, Nieuwstraat 12, 9000, 0123.456.749`.
    var line: String {
        [name, street, postalCode?.digits ?? "", owner?.formatted ?? ""].filter { !$0.isEmpty }
            .joined(separator: ", ")
    }
}
