internal import TandemDomain

/// What the page is asked, as it stands in its address.
struct SupplyQuery: Sendable {
    /// In which order the trainings stand.
    enum Order: String, CaseIterable, Sendable {
        case shortage = "tekort"
        case surplus = "overschot"
        case training = "opleiding"
        case providers = "aanbieders"
        case learners = "lerenden"
        case places = "plaatsen"
        case mentors
    }

    var training: TrainingCode?
    var sector: PartnershipCode?
    /// The reference date; nothing asks for the last one.
    var day: Day?
    var region = SupplyRegion()
    var order = Order.shortage
    var page = 1
    /// What was typed about the region, as it goes back into the form and the address.
    private(set) var typed: [(name: String, value: String)] = []

    /// The trainings that are asked about: those that there are on `day`.
    func trainings(_ reference: Reference, on day: Day) -> Set<TrainingCode> {
        if let training { return [training] }
        let there = reference.trainings(on: day)
        return Set(there.filter { sector == nil || $0.submittingSector == sector }.map(\.code))
    }

    mutating func keep(_ name: String, _ value: String) { typed.append((name, value)) }

    /// The query of the address that shows the same.
    var pairs: [(String, String)] {
        narrowing + [
            ("volgorde", order == .shortage ? "" : order.rawValue), ("pagina", page > 1 ? String(page) : ""),
        ]
    }

    /// What chooses rows, without order and page.
    var narrowing: [(String, String)] {
        [("opleiding", training?.rawValue ?? ""), ("sector", sector?.rawValue ?? "")] + typed
            + [("op", day?.iso ?? "")]
    }

    func url(_ address: Address = Addresses.supplyAndDemand) -> String { address.url(query: pairs) }

    /// The same with something changed.
    func with(_ change: (inout Self) -> Void) -> Self {
        var other = self
        change(&other)
        return other
    }

    /// The same in one province or municipality instead.
    func within(_ name: String, _ value: String) -> Self {
        with {
            $0.typed = [(name, value)]
            $0.page = 1
        }
    }
}
