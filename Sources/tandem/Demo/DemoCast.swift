internal import TandemActions
internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// The people of the demonstration; all names are invented and read so.
struct DemoCast {
    let counter: Counter

    /// Somebody whom every demonstration register knows, and no other.
    static let marker = "departement-behandelaar"

    /// The people who play a part in the files.
    struct Assembled {
        var handlers: [PartnershipCode: Actor] = [:]
        var voters: [PartnershipCode: Actor] = [:]
        var counsellors: [Actor] = []
        var consultants: [PartnershipCode: Actor] = [:]
        var workplaceCounsellor: Actor?
    }

    /// Adds everybody who signs in for an organisation.
    ///
    /// - Throws: ``SQLError``.
    func assemble() async throws -> Assembled {
        let reference = counter.reference
        let today = counter.clock.today()
        return try await counter.database.write { session in
            var cast = Assembled()
            var names = DemoNames()
            func add(_ slug: String, _ role: Role, _ organisation: Organisation) throws -> Actor {
                let name = names.next()
                let account = try session.addAccount(slug: slug, name: name)
                let capacity = try session.addCapacity(account, role, organisation)
                return Actor(account: account, capacity: capacity, name: name, role: role, organisation: organisation)
            }
            _ = try add("departement", .department, .partnership(.flemish))
            cast.handlers[.flemish] = try add(Self.marker, .department, .partnership(.flemish))
            _ = try add("auditor", .auditor, .service("Audit Vlaanderen (demo)"))
            _ = try add("beroepssecretaris", .appealsSecretary, .service("Beroepscommissie (demo)"))
            for partnership in reference.partnerships(on: today) where partnership.kind == .sectoral {
                let organisation = Organisation.partnership(partnership.code)
                let slug = partnership.code.rawValue.replacing("_", with: "-")
                cast.handlers[partnership.code] = try add("behandelaar-\(slug)", .handler, organisation)
                cast.voters[partnership.code] = try add("stemgerechtigde-\(slug)", .voter, organisation)
                cast.consultants[partnership.code] = try add("consulent-\(slug)", .sectorConsultant, organisation)
            }
            for (number, provider) in reference.providers(on: today).prefix(40).enumerated() where number % 8 == 0 {
                cast.counsellors.append(
                    try add("trajectbegeleider-\(number / 8 + 1)", .providerCounsellor, .provider(provider.code))
                )
            }
            cast.workplaceCounsellor = try add(
                "werkplekbegeleider",
                .workplaceCounsellor,
                .service("Werkplekbegeleiding")
            )
            if let handler = cast.handlers[PartnershipCode("bouw")], let account = handler.account {
                try session.addCapacity(account, .voter, .partnership(PartnershipCode("houtsectoren")))
            }
            return cast
        }
    }
}

extension DemoCast.Assembled {
    /// Who applies for a company with a mandate; nothing where it applies itself, as about four in ten do.
    func mandateHolder(_ index: Int, _ order: Int, _ partnership: PartnershipCode) -> Actor? {
        if Plot.all[index] == .incomplete { return nil }
        switch (index * 7 + order * 3) % 10 {
        case 0...3: return nil
        case 8: return consultants[partnership]
        case 9: return workplaceCounsellor
        case _: return counsellors.isEmpty ? nil : counsellors[(index + order) % counsellors.count]
        }
    }
}

/// Names that nobody bears.
struct DemoNames {
    private var count: Int
    private static let first = [
        "Anna", "Bram", "Celine", "Dries", "Elke", "Fatima", "Gert", "Hanne", "Ilias", "Jolien", "Karim", "Lotte",
        "Mehdi",
        "Nele", "Otis", "Paulien", "Quinten", "Rania", "Stijn", "Tine", "Umut", "Veerle", "Wout", "Xenia", "Yasmin",
        "Zeno",
    ]
    private static let start = ["Voorbeeld", "Proef", "Denk", "Fictie", "Verzin", "Droom", "Schijn"]
    private static let end = ["mans", "ers", "aerts", "hof", "veld", "straten"]

    init(skipping count: Int = 0) { self.count = count }

    mutating func next() -> String {
        defer { count += 1 }
        let last = Self.start[count % Self.start.count] + Self.end[(count / Self.start.count) % Self.end.count]
        return "\(Self.first[count % Self.first.count]) \(last)"
    }
}
