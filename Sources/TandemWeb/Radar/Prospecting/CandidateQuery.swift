internal import Hummingbird
internal import TandemDomain
internal import TandemPlaces
internal import TandemRegister

/// What is asked of the page of candidates: for which training, near what, and how wide.
struct CandidateQuery: Sendable, Hashable {
    static let largestRadius = 100
    static let usualRadius = 20

    var training: TrainingCode?
    var provider: ProviderCode?
    /// A municipality or a postal code, as it was typed; goes before the school.
    var place = ""
    var radius = usualRadius
    var isBroad = false
    var employersOnly = false
    var page = 1

    /// Reads what stands in an address or a form; who calls for a school starts at his own.
    init(_ value: (String) -> String?, _ actor: Actor) {
        training = value("opleiding").flatMap { $0.isEmpty ? nil : TrainingCode($0) }
        if let code = value("school") {
            provider = code.isEmpty ? nil : ProviderCode(code)
        } else if case .provider(let own) = actor.organisation {
            provider = own
        }
        place = value("plaats") ?? ""
        radius = value("straal").flatMap { Int($0) }.map { min(Self.largestRadius, max(1, $0)) } ?? Self.usualRadius
        isBroad = value("ruimer") != nil
        employersOnly = value("werkgevers") != nil
        page = value("pagina").flatMap { Int($0) }.map { max(1, $0) } ?? 1
    }

    /// The names and values that stand for it in an address or in a form.
    var pairs: [(String, String)] {
        [
            ("opleiding", training?.rawValue ?? ""), ("school", provider?.rawValue ?? ""), ("plaats", place),
            ("straal", String(radius)), ("ruimer", isBroad ? "ja" : ""), ("werkgevers", employersOnly ? "ja" : ""),
        ]
    }

    func url(page: Int) -> String {
        Addresses.candidates.url(query: pairs + [("pagina", page > 1 ? String(page) : "")])
    }

    /// What a form shows that was filled in like this.
    var form: Form {
        Form(FormData(values: Dictionary(uniqueKeysWithValues: pairs.filter { !$0.1.isEmpty }.map { ($0.0, [$0.1]) })))
    }

    /// Where the radius begins; nothing where neither a school nor a place is given, or the place is not found.
    func centre(_ reference: Reference, _ gazetteer: Gazetteer) -> MapPoint? {
        if !place.isEmpty {
            let code = PostalCode(place) ?? reference.places(named: place).first?.postalCode
            return code.flatMap { gazetteer.place(of: $0)?.point }
        }
        return provider.flatMap { reference.provider($0) }.flatMap { gazetteer.place(of: $0.postalCode)?.point }
    }

    /// What is wrong with it, once a training was chosen.
    func errors(_ reference: Reference, _ centre: MapPoint?) -> FormErrors {
        guard let training else { return FormErrors() }
        if reference.training(training) == nil { return FormErrors("opleiding", "prospects.trainingUnknown") }
        if centre != nil { return FormErrors() }
        return place.isEmpty
            ? FormErrors("school", "prospects.placeMissing") : FormErrors("plaats", "prospects.placeUnknown")
    }
}
