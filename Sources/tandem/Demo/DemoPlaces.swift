internal import TandemActions
internal import TandemDomain
internal import TandemRegister
internal import TandemSQL
internal import TandemStore

/// The companies of the counter and the providers of the reference data, as the invented company register has them.
struct DemoPlaces {
    let counter: Counter
    let today: Day

    private static let batch = 1000

    /// - Throws: ``SQLError``.
    func enterprises() async throws -> [AdditionalEnterprise] {
        var portraits: [PlacePortrait] = []
        while true {
            let last = portraits.last?.establishment.id.rawValue ?? 0
            let batch = try await counter.database.read { session in
                try session.placePortraits(after: last, limit: Self.batch)
            }
            if batch.isEmpty { break }
            portraits += batch
        }
        let companies = Dictionary(grouping: portraits) { $0.company.number.digits }
        return companies.keys.sorted().compactMap { companies[$0].flatMap(enterprise) } + schools()
    }

    private func enterprise(_ places: [PlacePortrait]) -> AdditionalEnterprise? {
        guard let company = places.first?.company else { return nil }
        let details = company.details
        return AdditionalEnterprise(
            number: company.number,
            name: details.name,
            form: details.legalForm ?? Self.form(of: details),
            start: start(of: company.number),
            address: AdditionalAddress(street: details.street, postalCode: details.postalCode),
            establishments: places.map { establishment($0, among: places.count) },
            mayChange: places.contains(where: isWorthChanging)
        )
    }

    /// Whether a change would be seen: a file is open, or a recognition valid, of which there are many more.
    private func isWorthChanging(_ place: PlacePortrait) -> Bool {
        let isValid = place.validUntil.map { $0 >= today } ?? false
        return place.hasOpenFile || (isValid && place.establishment.id.rawValue % 8 == 0)
    }

    private func establishment(_ place: PlacePortrait, among count: Int) -> AdditionalEstablishment {
        let details = place.company.details
        return AdditionalEstablishment(
            number: place.establishment.number,
            name: place.establishment.name,
            address: AdditionalAddress(
                street: place.establishment.street,
                postalCode: place.establishment.postalCode
            ),
            activities: place.trainings.prefix(3).compactMap { activity(of: $0, at: place.establishment.number) },
            employees: details.employees.map { $0 == 0 ? 0 : max(1, $0 / count) },
            jointCommittee: details.jointCommittee
        )
    }

    /// One of the trades in which a training is learned, not the same everywhere.
    private func activity(of training: TrainingCode, at number: EstablishmentNumber) -> String? {
        let trades = counter.reference.activities(of: training, on: today)
            .filter { $0.breadth == .core && $0.edition == 2025 }
        guard !trades.isEmpty else { return nil }
        return trades[(Int(number.digits.prefix(8)) ?? 0) % trades.count].digits
    }

    /// A day between 2001 and 2015, before the first recognitions.
    private func start(of number: CompanyNumber) -> Day {
        Day(number: 11_323).adding(days: (Int(number.digits.prefix(8)) ?? 0) * 37 % 5400)
    }

    private static let forms = ["NV": "014", "VOF": "011", "CV": "706", "VZW": "017"]

    /// Read from the name; who has neither a form nor a joint committee is a local authority.
    private static func form(of details: CompanyDetails) -> String {
        let last = details.name.split(separator: " ").last.map(String.init) ?? ""
        return forms[last] ?? (details.jointCommittee == nil ? "411" : "610")
    }

    /// Each provider as the only place of a board of its own.
    private func schools() -> [AdditionalEnterprise] {
        counter.reference.providers.enumerated().compactMap { place, provider in
            guard let number = provider.establishment else { return nil }
            let address = AdditionalAddress(
                street: "Schoolstraat \(1 + place % 90)",
                postalCode: provider.postalCode
            )
            return AdditionalEnterprise(
                number: Self.boardNumber(place),
                name: "Schoolbestuur \(provider.name)",
                form: "017",
                start: Day(number: 12_662),
                address: address,
                establishments: [
                    AdditionalEstablishment(
                        number: number,
                        name: provider.name,
                        address: address,
                        activities: [Self.activity(of: provider.kind)],
                        isSchool: true,
                        employees: 20 + place % 80
                    )
                ],
                mayChange: false
            )
        }
    }

    /// Behind the numbers of the invented companies, and before those of the register.
    private static func boardNumber(_ place: Int) -> CompanyNumber {
        let stem = 1_950_000 + place * 7
        let check = 97 - stem % 97
        return CompanyNumber(stored: "0\(stem)\(check < 10 ? "0" : "")\(check)")
    }

    private static func activity(of kind: ProviderKind) -> String {
        switch kind {
        case .dualSchool: "85314"
        case .centreWithSchool, .autonomousCentre: "85324"
        case .syntra, .adultCentre: "85329"
        case .specialSchool: "85325"
        }
    }
}
