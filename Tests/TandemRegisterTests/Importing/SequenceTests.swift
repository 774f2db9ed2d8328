import TandemDomain
import TandemPlaces
import TandemRegister
import TandemTestKit
import Testing

/// A register made of a Full and Updates answers as one made of the last Full alone.
@Suite struct `A register that is kept up` {
    @Test(arguments: 0..<4)
    func `is the same as one made anew`(_ round: Int) async throws {
        let seed = UInt64.random(in: .min ... .max)
        var model = ModelRegister(SeededNumbers(seed))
        for _ in 0..<60 { model.start() }
        let (kept, anew) = (try TestRegister(), try TestRegister())
        try await kept.load(model.full(140))
        for number in 141...146 {
            try await kept.load(model.day(number))
        }
        try await anew.load(model.full(146))
        let (first, second) = (try await kept.snapshot(), try await anew.snapshot())
        #expect(first.counts == second.counts, "seed \(seed)")
        for stem in model.stems {
            let number = EntityNumber(stem: stem)
            #expect(try await first.enterprise(number) == second.enterprise(number), "\(number), seed \(seed)")
            #expect(try await first.establishment(number) == second.establishment(number), "\(number), seed \(seed)")
        }
        for filter in model.questions {
            for order in [RegisterOrder.relevance, .name, .distance(from: MapPoint(x: 600_000, y: 690_000))] {
                let (hits, expected) = (first.index.search(filter, by: order), second.index.search(filter, by: order))
                #expect(hits == expected, "\(filter) \(order), seed \(seed)")
            }
            #expect(first.index.counts(filter) == second.index.counts(filter), "\(filter), seed \(seed)")
        }
    }
}

/// An invented register that changes from day to day, and what its extracts say.
struct ModelRegister {
    private var random: SeededNumbers
    private var owners: [UInt32: UInt32?] = [:]
    private var names: [UInt32: String] = [:]
    private var places: [UInt32: (String, String)] = [:]
    private var codes: [UInt32: [String]] = [:]
    private var next: UInt32 = 0
    /// Every number there ever was.
    private(set) var stems: [UInt32] = []

    private static let words = ["Alfa", "Beta", "Bakkerij", "Bouw", "Garage", "Janssens", "Peeters", "Café", "Dak"]
    private static let towns = [
        ("9000", "Gent"), ("2000", "Antwerpen"), ("1000", "Brussel"), ("5000", "Namur"), ("xxxx", "?"),
    ]
    private static let activities = ["43211", "4321101", "10711", "56101", "41000"]

    init(_ random: SeededNumbers) { self.random = random }

    /// Starts an enterprise with some establishments, and gives their numbers.
    @discardableResult
    mutating func start() -> [UInt32] {
        next += UInt32.random(in: 1...9, using: &random)
        let enterprise = 2_000_700 + next
        owners[enterprise] = .some(nil)
        var new = [enterprise]
        for index in 0..<UInt32.random(in: 0...3, using: &random) {
            owners[20_000_000 + next * 4 + index] = enterprise
            new.append(20_000_000 + next * 4 + index)
        }
        stems += new
        for stem in new { fill(stem) }
        return new
    }

    private mutating func fill(_ stem: UInt32) {
        let isNamed = owners[stem] == .some(nil) || Bool.random(using: &random)
        names[stem] = isNamed ? name() : nil
        places[stem] = Int.random(in: 0..<5, using: &random) > 0 ? Self.towns.randomElement(using: &random) : nil
        codes[stem] = Self.activities.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
    }

    private mutating func name() -> String {
        let words = (0...1).map { _ in Self.words.randomElement(using: &random) ?? "" }
        return words.joined(separator: " ") + " \(stems.count)"
    }

    mutating func full(_ number: Int) -> TestExtract {
        TestExtract.full(number, rows(of: owners.keys.sorted()))
    }

    /// Lets a day pass and gives its Update.
    mutating func day(_ number: Int) -> TestExtract {
        var touched = Set(owners.keys.filter { _ in Int.random(in: 0..<12, using: &random) == 0 })
        let stopped = owners.keys.filter { _ in Int.random(in: 0..<20, using: &random) == 0 }
        let gone = Set(stopped + owners.keys.filter { owners[$0].flatMap { $0 }.map(stopped.contains) ?? false })
        for stem in gone {
            owners[stem] = nil
            touched.insert(stem)
        }
        for stem in touched.subtracting(gone).sorted() { fill(stem) }
        for _ in 0..<3 { touched.formUnion(start()) }
        let listed = touched.sorted().map(Rows.number)
        let (enterprises, others) = (listed.filter { !$0.hasPrefix("2") }, listed.filter { $0.hasPrefix("2") })
        let details = Dictionary(uniqueKeysWithValues: ["denomination", "address", "activity"].map { ($0, listed) })
        return TestExtract.update(
            number,
            delete: details.merging(["enterprise": enterprises, "establishment": others]) { $1 },
            insert: rows(of: touched.subtracting(gone).sorted())
        )
    }

    private func rows(of stems: [UInt32]) -> [String: [String]] {
        var rows: [String: [String]] = [:]
        for stem in stems {
            if let owner = owners[stem].flatMap({ $0 }) {
                rows["establishment", default: []].append(Rows.establishment(stem, of: owner))
            } else {
                rows["enterprise", default: []].append(Rows.enterprise(stem, type: stem % 3 == 0 ? "1" : "2"))
            }
            if let name = names[stem] { rows["denomination", default: []].append(Rows.name(stem, name)) }
            if let (code, town) = places[stem] { rows["address", default: []].append(Rows.address(stem, code, town)) }
            let group = stem % 5 == 0 ? "006" : "003"
            for code in codes[stem] ?? [] {
                rows["activity", default: []].append(Rows.activity(stem, code, group: group))
            }
        }
        return rows
    }

    /// Questions that between them ask about everything that is searched by.
    var questions: [RegisterFilter] {
        var filters = [RegisterFilter()]
        func add(_ change: (inout RegisterFilter) -> Void) {
            var filter = RegisterFilter()
            filter.kinds = [.enterprise, .establishment]
            change(&filter)
            filters.append(filter)
        }
        add { _ in }
        for word in ["bakkerij", "janssens bouw", "jansens", "cafe", "bet"] { add { $0.name = word } }
        for digits in ["43", "43211", "4321101", "10711"] {
            add { $0.activities = [NaceCode(.nace2025, digits)].compactMap(\.self) }
        }
        add { $0.provinces = [.oostVlaanderen] }
        add { $0.regions = [.brussels, .wallonia] }
        add { $0.isEmployer = true }
        add { $0.isNaturalPerson = false }
        add { $0.circle = MapCircle(center: MapPoint(x: 600_000, y: 690_000), radius: 40_000) }
        add { $0.except = NumberSet(stems.prefix(40).map(EntityNumber.init(stem:))) }
        return filters
    }
}
