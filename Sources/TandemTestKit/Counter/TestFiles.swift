package import TandemActions
package import TandemDomain
internal import TandemSQL
internal import TandemStore
internal import Testing

/// A mentor as a fixture proposes him.
package struct TestMentor: Sendable {
    package var firstName: String
    package var bornOn: Day
    package var yearsOfPractice: Int
    package var extractIssuedOn: Day

    /// Somebody of forty with practice enough and an extract of last month.
    package init(
        _ firstName: String = "Jan",
        bornOn: Day = TestCounter.firstDay.adding(years: -40),
        yearsOfPractice: Int = 10,
        extractIssuedOn: Day = TestCounter.firstDay.adding(days: -30)
    ) {
        self.firstName = firstName
        self.bornOn = bornOn
        self.yearsOfPractice = yearsOfPractice
        self.extractIssuedOn = extractIssuedOn
    }

    /// The number follows from the name, so that the same name is the same person.
    package func proposal() throws -> MentorProposal {
        let serial = firstName.utf8.reduce(1) { ($0 * 31 + Int($1)) % 997 } + 1
        return MentorProposal(
            number: try TestNumber.person(bornOn: bornOn, serial: serial),
            firstName: firstName,
            lastName: "Peeters"
        )
    }

    package var papers: MentorPapers {
        MentorPapers(
            yearsOfPractice: yearsOfPractice,
            extract: .document("uittreksel \(firstName)"),
            extractIssuedOn: extractIssuedOn
        )
    }
}

extension TestCounter {
    /// Trainings of construction, which the partnership Bouw submitted.
    package static let training = TrainingCode("1535")

    /// A draft with everything that submission asks, by somebody of the company or with its mandate.
    package func draft(
        of trainings: [TrainingCode] = [training],
        mentors: [TestMentor] = [TestMentor()],
        by actor: Actor? = nil
    ) async throws -> Int64 {
        let actor = actor ?? people.employee
        let bundle = try await counter.startBundle(for: company, by: actor)
        try await counter.chooseEstablishment(establishment, forBundle: bundle, by: actor)
        try await counter.chooseTrainings(trainings, forBundle: bundle, by: actor)
        for mentor in mentors {
            try await counter.designate(mentor.proposal(), mentor.papers, in: .bundle(bundle), by: actor)
        }
        try await declare(bundle, by: actor)
        return bundle
    }

    /// Ticks the declaration of the company, or adds the one it signed for each file.
    package func declare(_ bundle: Int64, by actor: Actor) async throws {
        var signed: [Identifier<RecognitionApplication>: Upload] = [:]
        if !actor.role.isOfCompany {
            for id in try await files(of: bundle) { signed[id] = .document("verklaring \(id)") }
        }
        try await counter.declare(signed, hasTicked: true, in: .bundle(bundle), by: actor)
    }

    package func files(of bundle: Int64) async throws -> [Identifier<RecognitionApplication>] {
        try await database.read { try $0.applications(ofBundle: bundle).map(\.id) }
    }

    /// A submitted file.
    package func submitted(
        mentors: [TestMentor] = [TestMentor()],
        by actor: Actor? = nil,
        training: TrainingCode = training
    ) async throws -> Identifier<RecognitionApplication> {
        let actor = actor ?? people.employee
        let bundle = try await draft(of: [training], mentors: mentors, by: actor)
        return try #require(try await counter.submit(bundle: bundle, by: actor).first)
    }

    /// A file that real acts brought to a status, all on the day the clock shows.
    package func file(_ status: ApplicationStatus) async throws -> Identifier<RecognitionApplication> {
        let handler = people.handler
        switch status {
        case .draft: return try #require(try await files(of: draft()).first)
        case .submitted: return try await submitted()
        case .incomplete:
            let id = try await file(.submitted)
            try await counter.markIncomplete(id, reason: "Er ontbreekt iets.", since: nil, by: handler)
            return id
        case .inProcess:
            let id = try await file(.submitted)
            try await counter.takeUp(id, since: nil, by: handler)
            return id
        case .onHold:
            let id = try await file(.inProcess)
            try await counter.hold(id, reason: "Wij wachten.", since: nil, by: handler)
            return id
        case .cancelled:
            let id = try await file(.submitted)
            try await counter.cancel(id, since: nil, by: people.employee)
            return id
        case .approved:
            let id = try await file(.inProcess)
            try await accept(id)
            try await counter.decide(.approve, on: [SeenFile(id)], by: handler)
            return id
        case .rejected:
            let id = try await file(.inProcess)
            try await counter.decide(.rejectForEquipment, on: [SeenFile(id)], by: handler)
            return id
        }
    }

    /// Accepts every mentor of a file in handling.
    package func accept(_ id: Identifier<RecognitionApplication>) async throws {
        for designation in try await designations(of: id) {
            try await counter.judge(
                designation.id,
                MentorFinding(judgement: .accepted, extract: .blank),
                since: nil,
                by: people.handler
            )
        }
    }
}

extension Verdict {
    /// A rejection with its main reason and its motivation.
    package static let rejectForEquipment = Verdict.reject(
        main: ReasonCode("company_equipment_or_activities"),
        further: [],
        motivation: "De machines ontbreken."
    )
}
