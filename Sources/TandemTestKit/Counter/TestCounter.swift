internal import Foundation
package import TandemActions
package import TandemDomain
internal import TandemReference
package import TandemSQL
package import TandemStore
internal import Testing

/// A counter on an empty register in memory, with one company in construction, on a clock that a test moves.
package struct TestCounter: Sendable {
    /// Monday 6 September 2021, the day on which every fixture begins.
    package static let firstDay = Day(number: 18_876)

    package let database: any SQLDatabase
    package let clock: MovableClock
    package let counter: Counter
    package let people: TestPeople
    package let company: Identifier<Company>
    package let establishment: Identifier<Establishment>

    /// - Parameters:
    ///   - day: the day on which the clock stands still.
    ///   - jointCommittee: of the company; construction, so that the partnership Bouw decides.
    /// - Throws: an error of the database or of the reference data.
    package init(on day: Day = firstDay, jointCommittee: String = "124") async throws {
        let database = try await TestDatabase.empty()
        let clock = MovableClock(on: day)
        let vault = try #require(NumberVault(secret: Array(repeating: 7, count: 32)))
        self.database = database
        self.clock = clock
        counter = Counter(
            database: database,
            reference: try ReferenceLibrary.load(),
            clock: clock.wallClock,
            vault: vault,
            letters: .plain
        )
        let setting = try await Self.settle(in: counter, jointCommittee: jointCommittee)
        (company, establishment, people) = (setting.company, setting.establishment, setting.people)
        try await mandate(people.counsellor)
    }

    /// A company with an establishment, recorded as every other row is, and the people around it.
    private static func settle(
        in counter: Counter,
        jointCommittee: String
    ) async throws -> (company: Identifier<Company>, establishment: Identifier<Establishment>, people: TestPeople) {
        let details = CompanyDetails(
            name: "Bouwbedrijf De Steen bv",
            street: "Kerkstraat 1",
            postalCode: PostalCode(stored: "9000"),
            jointCommittee: JointCommitteeNumber(jointCommittee),
            employees: 12,
            email: "info@desteen.example"
        )
        let company = try await counter.findOrAddCompany(
            TestNumber.company(),
            details,
            by: Actor(account: nil, capacity: nil, name: "", role: .providerCounsellor, organisation: nil)
        )
        let people = try await counter.database.write { try TestPeople($0, company: company) }
        let establishment = try await counter.addEstablishment(
            TestNumber.establishment(),
            of: company,
            name: "De Steen Gent",
            street: "Kaai 2",
            postalCode: PostalCode(stored: "9000"),
            by: people.legalRepresentative
        )
        return (company, establishment, people)
    }

    /// Lets the company sign a mandate for the organisation of somebody.
    @discardableResult
    package func mandate(_ actor: Actor, until: Day? = nil) async throws -> Int64 {
        try await counter.registerMandate(
            of: company,
            for: #require(actor.organisation),
            from: clock.today,
            until: until,
            signed: .document("machtiging"),
            by: people.legalRepresentative
        )
    }
}

extension TestCounter {
    package func application(_ id: Identifier<RecognitionApplication>) async throws -> ApplicationRecord {
        try #require(try await database.read { try $0.application(id) })
    }

    package func recognition(of id: Identifier<RecognitionApplication>) async throws -> RecognitionRecord? {
        try await database.read { try $0.recognition(of: id) }
    }

    package func designations(of id: Identifier<RecognitionApplication>) async throws -> [DesignationRecord] {
        try await database.read { try $0.designations(of: id) }
    }

    /// What `tandem verify` finds, in the words it uses.
    package func findings() async throws -> [String] {
        try await (database.verify().findings + Counter.dueDayFindings(in: database)).map(\.description)
    }

    /// Runs an act that must be refused, and says with which refusal; nothing where it was not.
    package func refusal(_ act: () async throws -> Void) async throws -> Refusal? {
        do { try await act() } catch let refusal as Refusal { return refusal }
        return nil
    }
}

extension Upload {
    /// A small document whose content differs by its name.
    package static func document(_ name: String) -> Upload {
        Upload(fileName: "\(name).pdf", bytes: Array("%PDF-1.7 \(name)".utf8))
    }
}

extension LetterWriter {
    /// Says the kind of the letter and what the handler wrote, for tests that read letters.
    package static let plain = LetterWriter { facts in
        let parts = [facts.mainReason, facts.motivation].compactMap(\.self)
        return LetterText(subject: facts.kind.rawValue, body: parts.joined(separator: ": "))
    }
}
