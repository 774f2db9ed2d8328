/// Does pieces of work side by side, and hands their results over in order; few wait at a time, so memory stays low.
///
/// - Throws: what the work or the taker throws.
func inOrder<Result: Sendable>(
    _ count: Int,
    workers: Int,
    _ work: @escaping @Sendable (Int) throws -> Result,
    take: (Result) throws -> Void
) async throws {
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
        var waiting: [Int: Result] = [:]
        var (started, taken) = (0, 0)
        while taken < count {
            while started < min(count, taken + 2 * workers) {
                let index = started
                group.addTask { (index, try work(index)) }
                started += 1
            }
            guard let (index, result) = try await group.next() else { return }
            waiting[index] = result
            while let next = waiting.removeValue(forKey: taken) {
                try take(next)
                taken += 1
            }
        }
    }
}

/// The numbers from 0 to a count, in pieces of equal size.
func pieces(of count: Int, size: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: size).map { $0..<min(count, $0 + size) }
}
