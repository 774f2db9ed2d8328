/// Which establishments and branches belong to which enterprise.
///
/// Establishments of one enterprise lie near each other in the order of numbers, not beside each other: that order is
/// shuffled within blocks, since a real number tells when an establishment began.
struct Layout: Sendable {
    /// How many establishments each enterprise has.
    let counts: [UInt16]
    /// Where the establishments of each enterprise begin, in the order before shuffling.
    private let first: [Int32]
    /// The enterprise of each establishment.
    let parents: [Int32]
    /// From a place in the order before shuffling to the index of the establishment, and back.
    private let shuffled: [Int32]
    private let original: [Int32]
    /// The enterprise of each branch.
    let branchParents: [Int32]
    let counted: Counted

    /// How many establishments belong to associations and public bodies together, and to public bodies alone.
    struct Counted: Sendable {
        var associations = 0
        var publicBodies = 0
    }

    /// Draws how many establishments each enterprise has, and makes them `establishments` in all.
    init(_ model: EnterpriseModel, establishments: Int, branches: Int, workers: Int) async throws {
        var drawn = try await Self.draw(model, establishments, workers)
        Self.settle(&drawn.counts, at: establishments)
        counts = drawn.counts
        counted = Self.count(drawn)
        first = Self.running(drawn.counts)
        (shuffled, original) = Self.order(establishments, seed: model.seed)
        parents = Self.parents(drawn.counts, shuffled)
        let foreign = drawn.foreign
        branchParents = (0..<branches).map { foreign.isEmpty ? 0 : foreign[$0 * foreign.count / branches] }
    }

    private static func draw(
        _ model: EnterpriseModel,
        _ establishments: Int,
        _ workers: Int
    ) async throws -> EstablishmentCounts.Part {
        let draw = EstablishmentCounts(model, establishments: establishments)
        var all = EstablishmentCounts.Part()
        let parts = pieces(of: model.count, size: 1 << 15)
        try await inOrder(parts.count, workers: workers) {
            draw.part(parts[$0])
        } take: { part in
            all.counts += part.counts
            all.classes += part.classes
            all.foreign += part.foreign
        }
        return all
    }

    private static func count(_ drawn: EstablishmentCounts.Part) -> Counted {
        var counted = Counted()
        for (count, column) in zip(drawn.counts, drawn.classes) {
            let formClass = FormClass.allCases[Int(column)]
            if formClass == .ofPublicLaw { counted.publicBodies += Int(count) }
            if formClass == .ofPublicLaw || formClass == .association { counted.associations += Int(count) }
        }
        return counted
    }

    /// Adds or takes away one here and there until the sum is right; who has one keeps it.
    private static func settle(_ counts: inout [UInt16], at total: Int) {
        var missing = total - counts.reduce(0) { $0 + Int($1) }
        var start = 0
        while missing != 0 {
            let least = missing > 0 || start > counts.count ? 1 : 2
            let step = max(1, counts.count / abs(missing))
            for index in stride(from: start % step, to: counts.count, by: step)
            where missing != 0 && counts[index] >= least {
                counts[index] = missing > 0 ? counts[index] + 1 : counts[index] - 1
                missing += missing > 0 ? -1 : 1
            }
            start += 1
        }
    }

    private static func running(_ counts: [UInt16]) -> [Int32] {
        var sum: Int32 = 0
        return counts.map { count in
            defer { sum += Int32(count) }
            return sum
        }
    }

    private static func order(_ count: Int, seed: UInt64) -> (shuffled: [Int32], original: [Int32]) {
        var shuffled = Array(0..<Int32(count))
        for (number, block) in pieces(of: count, size: 1 << 14).enumerated() {
            var random = EntityRandom(seed: seed, .order, number)
            for index in block.dropFirst().reversed() {
                shuffled.swapAt(index, block.lowerBound + random.below(index - block.lowerBound + 1))
            }
        }
        var original = shuffled
        for (place, index) in shuffled.enumerated() { original[Int(index)] = Int32(place) }
        return (shuffled, original)
    }

    private static func parents(_ counts: [UInt16], _ shuffled: [Int32]) -> [Int32] {
        var parents = [Int32](repeating: 0, count: shuffled.count)
        var place = 0
        for (enterprise, count) in counts.enumerated() {
            for _ in 0..<count {
                parents[Int(shuffled[place])] = Int32(enterprise)
                place += 1
            }
        }
        return parents
    }

    /// Its place among the establishments of its enterprise, the oldest first.
    func rank(of establishment: Int) -> Int {
        Int(original[establishment] - first[Int(parents[establishment])])
    }

    func establishments(of enterprise: Int) -> [Int] {
        (0..<Int(counts[enterprise])).map { Int(shuffled[Int(first[enterprise]) + $0]) }
    }
}

/// Draws how many establishments an enterprise has: mostly one, seldom hundreds.
struct EstablishmentCounts: Sendable {
    private let model: EnterpriseModel
    private let without: [Double]
    private let more: AliasTable

    /// A stretch of enterprises: counts, classes of form, and which are foreign.
    struct Part: Sendable {
        var counts: [UInt16] = []
        var classes: [UInt8] = []
        var foreign: [Int32] = []
    }

    init(_ model: EnterpriseModel, establishments: Int) {
        self.model = model
        without = Self.withoutEstablishment(model.forms)
        let having = Double(model.count) * (1 - Targets.withoutEstablishment)
        let extra = (Double(establishments) / having - 1) / (1 - Targets.withOneEstablishment)
        more = AliasTable(Self.tail(mean: max(1.01, extra), maximum: min(2500, model.count / 20 + 5)))
    }

    /// The share of each class without any: assumed for all but companies, whose share makes the sum right.
    private static func withoutEstablishment(_ forms: FormTable) -> [Double] {
        var shares = FormClass.allCases.map { formClass -> Double in
            switch formClass {
            case .natural: 0.05
            case .company: 0
            case .association: 0.30
            case .coowners: 0.97
            case .foreign: 0.68
            case .unit: 0.90
            case .ofPublicLaw: 0.10
            }
        }
        let others = FormClass.allCases.reduce(0) { $0 + forms.share(of: $1) * shares[$1.column] }
        shares[FormClass.company.column] = (Targets.withoutEstablishment - others) / forms.share(of: .company)
        return shares
    }

    /// A Zipf distribution of how many there are besides the first, with this mean.
    private static func tail(mean: Double, maximum: Int) -> [Double] {
        func weights(_ slope: Double) -> [Double] { (1...maximum).map { powered(Double($0), -slope) } }
        let slope = solve(for: -mean, between: 0.5, and: 9) { slope in
            let weights = weights(slope)
            let sum = weights.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
            return -sum / weights.reduce(0, +)
        }
        return weights(slope)
    }

    func part(_ indices: Range<Int>) -> Part {
        var part = Part()
        for index in indices {
            let facts = model.enterprise(index)
            var random = EntityRandom(seed: model.seed, .layout, index)
            part.counts.append(count(facts.formClass, &random))
            part.classes.append(UInt8(facts.formClass.column))
            if facts.formClass == .foreign { part.foreign.append(Int32(index)) }
        }
        return part
    }

    private func count(_ formClass: FormClass, _ random: inout EntityRandom) -> UInt16 {
        if random.chance(without[formClass.column]) { return 0 }
        if random.chance(Targets.withOneEstablishment) { return 1 }
        return UInt16(more.draw(&random) + 2)
    }
}
