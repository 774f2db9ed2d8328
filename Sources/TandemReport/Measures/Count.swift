package import TandemDomain

/// A number, and what it is the number of.
package struct Count: Sendable, Hashable {
    package let key: [Dimension: String]
    package let count: Int

    package init(key: [Dimension: String], count: Int) {
        self.key = key
        self.count = count
    }
}

extension Measure {
    /// Counts the facts by these dimensions, as they were on the measurement date; what happened after it is not there.
    ///
    /// Each application is one fact; the counts are sorted by the dimensions in the order given.
    package func counts(
        of facts: some Sequence<ApplicationFact>,
        by dimensions: [Dimension],
        measuredOn day: Day
    ) -> [Count] {
        var numbers: [[String]: Int] = [:]
        var subjects: Set<Seen> = []
        for fact in facts {
            guard let status = fact.status(on: day), let placed = self.day(of: fact, status) else { continue }
            let key = dimensions.map { $0.value(of: fact, status, on: placed) }
            if let subject = subject(of: fact), !subjects.insert(Seen(key: key, subject: subject)).inserted { continue }
            numbers[key, default: 0] += 1
        }
        return numbers.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { values, number in
            Count(key: Dictionary(zip(dimensions, values)) { first, _ in first }, count: number)
        }
    }
}

/// A company or an establishment that a cell has counted already.
private struct Seen: Hashable {
    let key: [String]
    let subject: Int64
}
