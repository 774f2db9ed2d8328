internal import TandemDomain
internal import TandemPlaces
internal import TandemRegister
internal import TandemStore

/// A school or a centre as the map shows it, at a place where it teaches.
struct MapSchool: Sendable {
    let name: String
    let place: BelgianPlace
    /// What the question “near what” is told to begin here: its code, or its postal code where only a file knows it.
    let around: String
    /// Its learners on the last reference date; nothing where no numbers came in.
    let learners: Int?

    /// Those that give a training, or any; and where no numbers came in, all that there are today.
    static func all(
        _ facts: SupplyFacts,
        for training: TrainingCode?,
        _ reference: Reference,
        on day: Day,
        in gazetteer: Gazetteer
    ) -> [MapSchool] {
        struct Key: Hashable {
            let provider: ProviderCode
            let postalCode: PostalCode
        }
        let offers = facts.offers.filter { training == nil || $0.training == training }
        let taught = Dictionary(grouping: offers) { Key(provider: $0.provider, postalCode: $0.postalCode) }
            .sorted {
                ($0.key.provider.rawValue, $0.key.postalCode.digits) < (
                    $1.key.provider.rawValue, $1.key.postalCode.digits
                )
            }
            .compactMap { key, offers -> MapSchool? in
                guard let place = gazetteer.place(of: key.postalCode), let first = offers.first else { return nil }
                let known = reference.provider(key.provider).map(\.postalCode) == key.postalCode
                return MapSchool(
                    name: first.providerName,
                    place: place,
                    around: known ? key.provider.rawValue : key.postalCode.digits,
                    learners: offers.reduce(0) { $0 + $1.enrolled }
                )
            }
        if facts.hasEnrolments { return taught }
        return reference.providers(on: day).compactMap { provider in
            gazetteer.place(of: provider.postalCode).map {
                MapSchool(name: provider.name, place: $0, around: provider.code.rawValue, learners: nil)
            }
        }
    }
}
