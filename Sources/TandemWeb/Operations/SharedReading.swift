/// Reads something for many who ask, once at a time, and lets none of them wait longer than a limit.
///
/// A database that hangs holds one reading, however often it is asked: who asks meanwhile waits for the same one.
actor SharedReading<Value: Sendable> {
    private let limit: Duration
    private let keptFor: Duration
    private let read: @Sendable () async throws -> Value
    private var kept: (value: Value?, until: ContinuousClock.Instant)?
    private var isReading = false
    private var waiting: [Int: CheckedContinuation<Value?, Never>] = [:]
    private var asked = 0

    /// - Parameters:
    ///   - limit: how long somebody waits.
    ///   - keptFor: how long an answer, or that there was none, serves who asks next.
    ///   - read: asks for it.
    init(limit: Duration, keptFor: Duration, read: @escaping @Sendable () async throws -> Value) {
        self.limit = limit
        self.keptFor = keptFor
        self.read = read
    }

    /// The value; nothing where it could not be read, or not in time.
    func value() async -> Value? {
        if let kept, ContinuousClock.now < kept.until { return kept.value }
        if !isReading {
            isReading = true
            Task { finish(try? await read()) }
        }
        asked += 1
        let number = asked
        let timer = Task {
            try await Task.sleep(for: limit)
            answer(number, nil)
        }
        defer { timer.cancel() }
        return await withCheckedContinuation { waiting[number] = $0 }
    }

    private func finish(_ value: Value?) {
        isReading = false
        kept = (value, ContinuousClock.now + keptFor)
        for number in waiting.keys { answer(number, value) }
    }

    private func answer(_ number: Int, _ value: Value?) {
        waiting.removeValue(forKey: number)?.resume(returning: value)
    }
}
