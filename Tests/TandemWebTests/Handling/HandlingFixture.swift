import TandemActions
import TandemDomain
import TandemSQL
import TandemStore

@testable import TandemWeb

extension TestSite {
    /// A training of the sector of building, on which that sector advises where another decides.
    static let building = TrainingCode("1099")

    /// A person proposed as mentor in a test.
    struct Proposed: Sendable {
        var firstName = "Jan"
        var lastName = "Claes"
        var bornOn = Day(iso: "1980-04-12") ?? TestSite.today
        var yearsOfPractice = 12
        var asks: Set<Derogation> = []
        var serial = 1
    }

    /// Submits applications of the restaurant for its kitchen, each with these mentors.
    func submit(
        _ trainings: [TrainingCode] = [cook],
        mentors: [Proposed] = [Proposed()]
    ) async throws -> [Identifier<RecognitionApplication>] {
        let applicant = try await actor(.representative)
        let bundle = try await counter.startBundle(for: places.restaurant, by: applicant)
        try await counter.chooseEstablishment(places.kitchen, forBundle: bundle, by: applicant)
        try await counter.chooseTrainings(trainings, forBundle: bundle, by: applicant)
        let attest = Upload(fileName: "rsz-attest.pdf", bytes: Self.pdf.bytes + Array("attest".utf8))
        try await counter.attach(
            attest,
            as: RequirementCode("social_security_attest"),
            to: .bundle(bundle),
            by: applicant
        )
        for mentor in mentors { try await propose(mentor, in: bundle, by: applicant) }
        try await counter.declare([:], hasTicked: true, in: .bundle(bundle), by: applicant)
        return try await counter.submit(bundle: bundle, by: applicant)
    }

    private func propose(_ mentor: Proposed, in bundle: Int64, by applicant: Actor) async throws {
        var papers = MentorPapers(yearsOfPractice: mentor.yearsOfPractice, asks: mentor.asks)
        papers.extract = Upload(fileName: "uittreksel.pdf", bytes: Self.pdf.bytes + Array(mentor.lastName.utf8))
        papers.extractIssuedOn = site.today.adding(days: -30)
        if !mentor.asks.isEmpty { papers.proof = Upload(fileName: "diploma.pdf", bytes: Self.pdf.bytes) }
        let proposal = MentorProposal(
            number: Self.nationalNumber(bornOn: mentor.bornOn, serial: mentor.serial),
            firstName: mentor.firstName,
            lastName: mentor.lastName
        )
        try await counter.designate(proposal, papers, in: .bundle(bundle), by: applicant)
    }

    /// Takes files into handling, with all their mentors accepted where asked.
    func takeUp(_ files: [Identifier<RecognitionApplication>], acceptsMentors: Bool = false) async throws {
        let handler = try await actor(.handler)
        for file in files {
            try await counter.takeUp(file, since: nil, by: handler)
            guard acceptsMentors else { continue }
            for designation in try await database.read({ try $0.designations(of: file) }) {
                let finding = MentorFinding(judgement: .accepted, extract: .blank, grants: designation.asks)
                try await counter.judge(designation.id, finding, since: nil, by: handler)
            }
        }
    }

    func record(_ id: Identifier<RecognitionApplication>) async throws -> ApplicationRecord? {
        try await database.read { try $0.application(id) }
    }
}

extension TestSite {
    /// Puts submitted files in the register as they are, to fill a worklist.
    func addFiles(count: Int) async throws -> [Identifier<RecognitionApplication>] {
        let places = places
        return try await database.write { session in
            try (0..<count).map { index in
                var file = ApplicationRecord(
                    company: places.restaurant,
                    training: Self.cook,
                    system: .dualLearning,
                    partnership: PartnershipCode("horeca"),
                    applicantKind: .company,
                    organisation: .company(places.restaurant),
                    status: .submitted
                )
                file.establishment = places.kitchen
                file.submittedOn = Self.today
                file.dueOn = Self.today.adding(days: index % 14)
                return try session.add(file)
            }
        }
    }
}

extension TestSite {
    /// How many statements a read sends to the register.
    func statements(_ body: @escaping @Sendable (any SQLSession) throws -> Void) async throws -> Int {
        try await database.read { session in
            let counting = CountingSession(session)
            try body(counting)
            return counting.count
        }
    }
}

/// A session that counts what is asked of it.
private final class CountingSession: SQLSession {
    private let session: any SQLSession
    private(set) var count = 0

    init(_ session: any SQLSession) { self.session = session }

    func rows(_ statement: SQL) throws -> [SQLRow] {
        count += 1
        return try session.rows(statement)
    }

    func forEachRow(_ statement: SQL, _ body: (SQLRow) throws -> Void) throws {
        count += 1
        try session.forEachRow(statement, body)
    }

    func run(_ statement: SQL) throws -> Int {
        count += 1
        return try session.run(statement)
    }

    func runAll(_ statements: [SQL]) throws {
        count += statements.count
        try session.runAll(statements)
    }

    func load(_ table: SQLTable, _ next: () throws -> [SQLValue]?) throws -> Int { try session.load(table, next) }

    func runScript(_ script: SQLScript) throws { try session.runScript(script) }
}
