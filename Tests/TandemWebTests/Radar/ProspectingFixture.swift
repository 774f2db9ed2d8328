import TandemActions
import TandemDomain
import TandemRegister
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@testable import TandemWeb

/// A site beside a company register of some electricians and cooks around Ghent.
struct ProspectingSite: Sendable {
    static let electrician = TrainingCode("1096")

    let site: TestSite
    private let register: TestRegister

    /// The stems of establishments, by what they are in the tests.
    enum Place: UInt32, CaseIterable {
        case near = 21_000_001
        case far = 21_000_002
        case person = 21_000_003
        case painter = 21_000_004
        case away = 21_000_005
        /// The kitchen of the restaurant that every test site has.
        case kitchen = 20_000_001

        var number: EstablishmentNumber { EstablishmentNumber(stored: EntityNumber(stem: rawValue).digits) }
    }

    init() async throws {
        register = try TestRegister()
        try await register.load(.full(140, Self.rows))
        site = try await TestSite().beside(register)
    }

    private static let rows: [String: [String]] = {
        var rows: [String: [String]] = [:]
        func add(_ table: String, _ row: String) { rows[table, default: []].append(row) }
        func company(
            _ enterprise: UInt32,
            _ place: Place,
            _ name: String,
            _ postal: (String, String),
            _ activity: String,
            isPerson: Bool = false,
            isEmployer: Bool = false
        ) {
            add("enterprise", Rows.enterprise(enterprise, type: isPerson ? "1" : "2", form: isPerson ? "" : "\"610\""))
            add("establishment", Rows.establishment(place.rawValue, of: enterprise))
            add("denomination", Rows.name(enterprise, name))
            add("address", Rows.address(place.rawValue, postal.0, postal.1))
            add("activity", Rows.activity(place.rawValue, activity))
            if isEmployer { add("activity", Rows.activity(place.rawValue, activity, group: "006")) }
            add("contact", Rows.contact(enterprise, "TEL", "09 000 00 \(place.rawValue % 100)"))
        }
        company(4_100_001, .near, "Elektro De Vonk BV", ("9000", "Gent"), "43211", isEmployer: true)
        company(4_100_002, .far, "Kabelwerken Noord NV", ("9050", "Gent"), "43211")
        company(4_100_003, .person, "Jan Peeters", ("9000", "Gent"), "43211", isPerson: true)
        company(4_100_004, .painter, "Schilder Kleur BV", ("9000", "Gent"), "43341")
        company(4_100_005, .away, "Elektro Oostende BV", ("8400", "Oostende"), "43211")
        company(4_000_001, .kitchen, "Brasserie De Linde", ("9300", "Aalst"), "56110", isEmployer: true)
        return rows
    }()

    static let search = "opleiding=\(electrician.rawValue)&plaats=9000&straal=20"

    func candidate(_ place: Place) async throws -> NewProspect {
        let snapshot = try #require(try await site.site.companyRegister())
        let weighing = CandidateWeighing(
            site: site.site,
            snapshot: snapshot,
            training: Self.electrician,
            centre: nil
        )
        return try #require(
            try await weighing.candidates([EntityNumber(stem: place.rawValue)]).first
        ).prospect
    }

    /// A prospect of somebody.
    func list(
        _ place: Place,
        by persona: Persona = .counsellor,
        forWhoever: Bool = false
    ) async throws -> Identifier<Prospect> {
        let actor = try await site.actor(persona)
        let list = CallList(training: Self.electrician, owner: forWhoever ? nil : actor.account)
        let listed = try await site.counter.list([candidate(place)], on: list, by: actor)
        return try #require(listed.made.first)
    }

    func prospect(_ id: Identifier<Prospect>) async throws -> ProspectRecord {
        try #require(try await site.database.read { try $0.prospect(id) })
    }
}
