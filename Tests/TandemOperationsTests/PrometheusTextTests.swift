import Foundation
import Metrics
import TandemOperations
import Testing

@Suite struct `The text of metrics` {
    private static let hits = MetricFamily("hits_total", .counter, "Hits.")
    private static let size = MetricFamily("size", .gauge, "How large.")
    private static let seconds = MetricFamily("seconds", .histogram, buckets: [0.1, 1], "How long.")

    @Test func `names each family once, in a fixed order`() {
        let registry = MetricsRegistry([Self.hits, Self.size, Self.seconds])
        Timer(label: "seconds", dimensions: [("kind", "b")], factory: registry).recordMilliseconds(50)
        Timer(label: "seconds", dimensions: [("kind", "b")], factory: registry).recordMilliseconds(100)
        Timer(label: "seconds", dimensions: [("kind", "b")], factory: registry).recordSeconds(7)
        Meter(label: "size", factory: registry).set(2.5)
        Counter(label: "hits_total", dimensions: [("z", "1"), ("a", "2")], factory: registry).increment(by: 3)
        Counter(label: "hits_total", dimensions: [("a", "1"), ("z", "1")], factory: registry).increment()
        Counter(label: "hits_total", dimensions: [("a", "2"), ("z", "1")], factory: registry).increment()
        let expected = """
            # HELP hits_total Hits.
            # TYPE hits_total counter
            hits_total{a="1",z="1"} 1
            hits_total{a="2",z="1"} 4
            # HELP seconds How long.
            # TYPE seconds histogram
            seconds_bucket{kind="b",le="0.1"} 2
            seconds_bucket{kind="b",le="1"} 2
            seconds_bucket{kind="b",le="+Inf"} 3
            seconds_sum{kind="b"} 7.15
            seconds_count{kind="b"} 3
            # HELP size How large.
            # TYPE size gauge
            size 2.5

            """
        #expect(prometheusText(registry.snapshot()) == expected)
    }

    @Test func `escapes what would break a line`() {
        let family = MetricFamily("9 häppy.name", .gauge, "One\\two\nthree \"four\".")
        let snapshot = MetricSnapshot(family, [MetricLabels([("läbel", "a\"b\\c\nd")]): .number(1)])
        let expected = """
            # HELP _9_h_ppy_name One\\\\two\\nthree "four".
            # TYPE _9_h_ppy_name gauge
            _9_h_ppy_name{l_bel="a\\"b\\\\c\\nd"} 1

            """
        #expect(prometheusText([snapshot]) == expected)
    }

    @Test(arguments: [
        (0.0, "0"), (12, "12"), (-3, "-3"), (0.25, "0.25"), (1e16, "1e+16"), (.infinity, "+Inf"),
        (-.infinity, "-Inf"), (.nan, "NaN"),
    ])
    func `writes a number as Prometheus reads it`(_ number: Double, _ text: String) {
        #expect(prometheusText([MetricSnapshot(Self.size, number)]).hasSuffix("\nsize \(text)\n"))
    }

    @Test func `says nothing of a family without series`() {
        #expect(prometheusText([MetricSnapshot(Self.size, [:])]).isEmpty)
    }

    /// Reads the text back by the grammar of the format: a second way to see that it is right.
    @Test func `can be read back, whatever labels hold`() throws {
        var chance = SystemRandomNumberGenerator()
        let seed = UInt64.random(in: 0...UInt64.max, using: &chance)
        var random = Random(seed: seed)
        let letters = Array("ab\"\\\n{}=, é#")
        let values = (0..<200).map { _ in
            String((0..<random.upTo(12)).compactMap { _ in letters[random.upTo(letters.count)] })
        }
        let registry = MetricsRegistry([Self.hits])
        for value in values { Counter(label: "hits_total", dimensions: [("v", value)], factory: registry).increment() }
        var read: [String: Int] = [:]
        for line in prometheusText(registry.snapshot()).split(separator: "\n") where !line.hasPrefix("#") {
            let match = try #require(
                line.wholeMatch(of: /hits_total\{v="((?:[^"\\]|\\.)*)"\} ([0-9]+)/),
                "seed \(seed)"
            )
            let value = String(match.output.1).replacing(/\\(.)/) { $0.output.1 == "n" ? "\n" : String($0.output.1) }
            read[value] = Int(match.output.2)
        }
        #expect(read == Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +), "seed \(seed)")
    }
}

@Suite struct `The registry of metrics` {
    private let registry = MetricsRegistry([MetricFamily("one", .counter, "One.")])

    private func text() -> String { prometheusText(registry.snapshot()) }

    @Test func `keeps a name to one kind`() {
        Counter(label: "one", factory: registry).increment()
        Meter(label: "one", factory: registry).set(7)
        Timer(label: "one", factory: registry).recordSeconds(1)
        #expect(text() == "# HELP one One.\n# TYPE one counter\none 1\n")
    }

    @Test func `shows what was not announced, too`() {
        Counter(label: "other", factory: registry).increment()
        #expect(text() == "# HELP other \n# TYPE other counter\nother 1\n")
    }

    @Test func `never counts back`() {
        let counter = Counter(label: "one", factory: registry)
        counter.increment(by: 5)
        counter.increment(by: -3)
        #expect(text().hasSuffix("\none 5\n"))
        counter.reset()
        #expect(text().hasSuffix("\none 0\n"))
    }

    @Test func `forgets what is destroyed`() {
        let counter = Counter(label: "one", factory: registry)
        counter.increment()
        counter.destroy()
        #expect(text().isEmpty)
    }

    @Test func `loses nothing that is counted at the same time`() async {
        await withTaskGroup(of: Void.self) { group in
            for task in 0..<8 {
                group.addTask { [registry] in
                    for _ in 0..<1000 {
                        Counter(label: "one", dimensions: [("task", "\(task % 2)")], factory: registry).increment()
                    }
                }
            }
        }
        #expect(text().contains("one{task=\"0\"} 4000\none{task=\"1\"} 4000\n"))
    }

    @Test func `has a name, a help and an ending for each family`() {
        let families = MetricFamily.catalogue
        #expect(Set(families.map(\.name)).count == families.count)
        for family in families {
            #expect(family.name.wholeMatch(of: /(tandem|process)_[a-z_]+[a-z]/) != nil, "\(family.name)")
            #expect(family.help.hasSuffix("."), "\(family.name)")
            #expect((family.kind == .counter) == family.name.hasSuffix("_total"), "\(family.name)")
            #expect((family.kind == .histogram) == !family.buckets.isEmpty, "\(family.name)")
            #expect(family.buckets == family.buckets.sorted(), "\(family.name)")
        }
    }

    @Test func `is described whole for operators, and nothing else is`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "Documentation/Operating.md"), encoding: .utf8)
        let rows = page.matches(of: /\n\| `((?:tandem|process)_[a-z_]+)` \| ([^|]*)\| ([^|]*)\|/)
        #expect(rows.map { String($0.output.1) } == MetricFamily.catalogue.map(\.name))
        for (row, family) in zip(rows, MetricFamily.catalogue) {
            #expect(row.output.3.hasPrefix("Histogram") == (family.kind == .histogram), "\(family.name)")
        }
    }

    @Test func `knows the process`() {
        let text = prometheusText(ProcessFigures.snapshot())
        for family in [MetricFamily.residentMemory, .processorSeconds, .openDescriptors] {
            let line = text.split(separator: "\n").first { $0.hasPrefix("\(family.name) ") }
            let value = line.flatMap { Double($0.dropFirst(family.name.count + 1)) }
            #expect((value ?? 0) > 0, "\(family.name)")
        }
    }
}

/// A generator whose numbers follow from its seed.
struct Random {
    private var state: UInt64

    init(seed: UInt64) { state = seed | 1 }

    /// A number from nothing to below `bound`.
    mutating func upTo(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }
}
