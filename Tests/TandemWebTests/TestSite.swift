import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TandemActions
import TandemDomain
import TandemReference
import TandemRegister
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@testable import TandemWeb

/// Who visits the counter in a test: one person, one role, one organisation.
enum Persona: String, CaseIterable, Sendable {
    case representative, employee, otherRepresentative
    case counsellor, otherCounsellor, consultant, workplaceCounsellor
    case handler, otherHandler, voter, department, secretary, auditor

    var role: Role {
        switch self {
        case .representative, .otherRepresentative: .legalRepresentative
        case .employee: .companyEmployee
        case .counsellor, .otherCounsellor: .providerCounsellor
        case .consultant: .sectorConsultant
        case .workplaceCounsellor: .workplaceCounsellor
        case .handler, .otherHandler: .handler
        case .voter: .voter
        case .department: .department
        case .secretary: .appealsSecretary
        case .auditor: .auditor
        }
    }

    var name: String {
        switch self {
        case .representative: "Rik Vermeulen"
        case .employee: "Emma Claes"
        case .otherRepresentative: "Wout Wouters"
        case .counsellor: "Tine Maes"
        case .otherCounsellor: "Tom Jacobs"
        case .consultant: "Stijn Goossens"
        case .workplaceCounsellor: "Wendy Mertens"
        case .handler: "Hilde Aerts"
        case .otherHandler: "Bert Lemmens"
        case .voter: "Vera Smets"
        case .department: "Dirk De Smet"
        case .secretary: "Sara Willems"
        case .auditor: "Anna Pauwels"
        }
    }
}

/// The whole site over an empty register in memory, on a day that does not pass.
///
/// The company of the representative is a restaurant of two establishments, so that the partnership *Horeca* decides.
struct TestSite: Sendable {
    /// The companies and places that every test finds.
    struct Places: Sendable {
        let restaurant: Identifier<Company>
        let bakery: Identifier<Company>
        let kitchen: Identifier<Establishment>
        let terrace: Identifier<Establishment>
        let bakehouse: Identifier<Establishment>
    }

    static let today = Day(iso: "2026-11-23") ?? Day(number: 0)
    static let cook = TrainingCode("1734")

    let site: Site
    let database: any SQLDatabase
    let places: Places
    private let capacities: [Persona: Identifier<Capacity>]
    /// The companies beside it, whose file goes when nobody holds them.
    private let companies: TestRegister?

    /// A site on `today`; another day shows the same register later.
    init(on today: Day = today) async throws {
        database = try await TestDatabase.empty()
        let secret = "a secret of tests, and of nothing else"
        let security = Security(key: try SigningKey(secret), isSecure: false)
        site = Site(
            counter: Counter(
                database: database,
                reference: try ReferenceLibrary.load(),
                clock: .stopped(on: today),
                vault: try #require(NumberVault(secret: Array(secret.utf8))),
                letters: LetterWriter { LetterText(subject: $0.kind.rawValue, body: $0.motivation ?? "") }
            ),
            pages: Pages(renderer: try Renderer.load(), security: security, isDemonstration: true)
        )
        companies = nil
        (places, capacities) = try await database.write { session in
            let places = try Self.addPlaces(session)
            return (places, try Self.addPersonas(session, places))
        }
    }

    private init(
        site: Site,
        database: any SQLDatabase,
        places: Places,
        capacities: [Persona: Identifier<Capacity>],
        companies: TestRegister?
    ) {
        self.site = site
        self.database = database
        self.places = places
        self.capacities = capacities
        self.companies = companies
    }

    var counter: Counter { site.counter }

    /// The same register, so many days later.
    func later(days: Int) -> TestSite { over(database, on: site.today.adding(days: days)) }

    /// The same register, seen through a database that counts the statements.
    func counted(by counting: CountingDatabase) -> TestSite { over(counting, on: site.today) }

    /// The same register, seen through another database.
    func through(_ database: any SQLDatabase) -> TestSite { over(database, on: site.today) }

    /// The same register, beside the companies of Belgium as a test has them.
    func beside(_ companies: TestRegister, tiles: MapTiles? = nil, leaflet folder: String? = nil) throws -> TestSite {
        let pages = Pages(
            renderer: try Renderer.load(leaflet: folder),
            security: site.pages.security,
            isDemonstration: true
        )
        let register = CompanyRegister(companies.file, driver: TestRegister.driver, gazetteer: companies.gazetteer)
        return TestSite(
            site: Site(counter: counter, pages: pages, companies: register, mapTiles: tiles),
            database: database,
            places: places,
            capacities: capacities,
            companies: companies
        )
    }

    private func over(_ register: any SQLDatabase, on day: Day) -> TestSite {
        let counter = Counter(
            database: register,
            reference: site.reference,
            clock: .stopped(on: day),
            vault: site.counter.vault,
            letters: site.counter.letters
        )
        return TestSite(
            site: Site(counter: counter, pages: site.pages, companies: site.companies, mapTiles: site.mapTiles),
            database: database,
            places: places,
            capacities: capacities,
            companies: companies
        )
    }

    /// The person as acts and permissions see him.
    func actor(_ persona: Persona) async throws -> Actor {
        let id = try #require(capacities[persona])
        return try #require(try await database.read { try $0.capacity(id) }).actor
    }

    /// Visits the site as somebody, or as a stranger.
    func visit(
        as persona: Persona?,
        _ operations: Operations? = nil,
        _ body: @escaping @Sendable (Visit) async throws -> Void
    ) async throws {
        let security = site.pages.security
        let now = site.counter.clock.now()
        let session = Session(
            capacity: persona.flatMap { capacities[$0]?.rawValue },
            issuedAt: now,
            expiresAt: Instant(milliseconds: now.milliseconds + Session.lifetime),
            nonce: "always the same"
        )
        let cookie = security.cookie(for: session).description.prefix { $0 != ";" }.description
        let csrf = security.csrfToken(of: session)
        try await Application(router: makeRouter(site, operations)).test(.router) { client in
            try await body(Visit(client: client, cookie: cookie, csrf: csrf))
        }
    }
}

extension TestSite {
    /// A company number with the right check digits.
    static func companyNumber(_ serial: Int) -> CompanyNumber { CompanyNumber(stored: checked(4_000_000 + serial)) }

    static func establishmentNumber(_ serial: Int) -> EstablishmentNumber {
        EstablishmentNumber(stored: checked(20_000_000 + serial))
    }

    /// A national number of somebody born on this day, before 2000, with the right check digits.
    static func nationalNumber(bornOn day: Day, serial: Int = 1) -> NationalNumber {
        let (year, month, date) = day.parts
        let base = year % 100 * 10_000_000 + month * 100_000 + date * 1000 + serial
        let check = 97 - (year >= 2000 ? 2_000_000_000 + base : base) % 97
        return NationalNumber(stored: padded(base, 9) + padded(check, 2))
    }

    static let pdf = UploadedFile(name: "uittreksel.pdf", bytes: Array("%PDF-1.7 verzonnen".utf8))

    private static func checked(_ base: Int) -> String { padded(base, 8) + padded(97 - base % 97, 2) }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }

    private static func addPlaces(_ session: any SQLSession) throws -> Places {
        let restaurant = try session.addCompany(
            companyNumber(1),
            CompanyDetails(
                name: "Brasserie De Linde bv",
                street: "Dorpsstraat 12",
                postalCode: PostalCode(stored: "9300"),
                jointCommittee: JointCommitteeNumber(stored: "302"),
                employees: 12,
                email: "info@delinde.example",
                telephone: "053 00 00 01"
            )
        )
        let bakery = try session.addCompany(
            companyNumber(2),
            CompanyDetails(
                name: "Bakkerij Wouters nv",
                street: "Markt 3",
                postalCode: PostalCode(stored: "3000"),
                jointCommittee: JointCommitteeNumber(stored: "118"),
                employees: 4
            )
        )
        func place(
            _ serial: Int,
            _ company: Identifier<Company>,
            _ name: String,
            _ street: String,
            _ code: String
        )
            throws -> Identifier<Establishment>
        {
            try session.addEstablishment(
                establishmentNumber(serial),
                of: company,
                name: name,
                street: street,
                postalCode: PostalCode(stored: code)
            )
        }
        return Places(
            restaurant: restaurant,
            bakery: bakery,
            kitchen: try place(1, restaurant, "De Linde keuken", "Dorpsstraat 12", "9300"),
            terrace: try place(2, restaurant, "De Linde terras", "Statieplein 4", "9000"),
            bakehouse: try place(3, bakery, "Bakkerij Wouters", "Markt 3", "3000")
        )
    }

    private static func addPersonas(
        _ session: any SQLSession,
        _ places: Places
    ) throws -> [Persona: Identifier<Capacity>] {
        try Dictionary(
            uniqueKeysWithValues: Persona.allCases.map { persona in
                let account = try session.addAccount(slug: persona.rawValue, name: persona.name)
                return (
                    persona, try session.addCapacity(account, persona.role, persona.organisation(at: places))
                )
            }
        )
    }
}

extension Persona {
    fileprivate func organisation(at places: TestSite.Places) -> Organisation {
        switch self {
        case .representative, .employee: .company(places.restaurant)
        case .otherRepresentative: .company(places.bakery)
        case .counsellor: .provider(ProviderCode("OV0001"))
        case .otherCounsellor: .provider(ProviderCode("OV0002"))
        case .consultant, .handler, .voter: .partnership(PartnershipCode("horeca"))
        case .otherHandler: .partnership(PartnershipCode("bouw"))
        case .workplaceCounsellor: .service("VDAB")
        case .department, .secretary, .auditor: .partnership(.flemish)
        }
    }
}

/// What the counter answered.
struct Answer: Sendable {
    let status: HTTPResponse.Status
    let html: String
    let location: String?
    let headers: HTTPFields
}

/// A browser with one session, which sends forms as a page of ours would.
struct Visit: Sendable {
    let client: any TestClientProtocol
    let cookie: String
    let csrf: String

    func get(_ url: String) async throws -> Answer {
        try await client.execute(uri: url, method: .get, headers: [.cookie: cookie]) { Self.answer($0) }
    }

    /// Sends a form, as a browser sends it when it holds files.
    func post(
        _ url: String,
        _ fields: [(String, String)] = [],
        files: [(String, UploadedFile)] = []
    ) async throws -> Answer {
        let boundary = "tandem-test"
        var body: [UInt8] = []
        for (name, value) in fields + [("csrf", csrf)] {
            body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        for (name, file) in files {
            let head = "Content-Disposition: form-data; name=\"\(name)\"; filename=\"\(file.name)\""
            body += Array("--\(boundary)\r\n\(head)\r\n\r\n".utf8) + file.bytes + Array("\r\n".utf8)
        }
        body += Array("--\(boundary)--\r\n".utf8)
        let headers: HTTPFields = [.cookie: cookie, .contentType: "multipart/form-data; boundary=\(boundary)"]
        return try await client.execute(uri: url, method: .post, headers: headers, body: ByteBuffer(bytes: body)) {
            Self.answer($0)
        }
    }

    private static func answer(_ response: TestResponse) -> Answer {
        Answer(
            status: response.status,
            html: String(buffer: response.body),
            location: response.headers[.location],
            headers: response.headers
        )
    }
}
