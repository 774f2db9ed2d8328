internal import TandemDomain
internal import TandemOperations
internal import TandemStore

/// What is counted in the register for who watches over it.
struct RegisterFigures: Sendable {
    let files: [ApplicationStatus: Int]
    let overdue: Int

    /// Files are counted so far, and no further, so that counting costs the same however many there are.
    static let mostFiles = 10_000

    var snapshot: [MetricSnapshot] {
        let series = ApplicationStatus.allCases.map { status in
            (MetricLabels([("status", status.rawValue)]), MetricValue.number(Double(files[status] ?? 0)))
        }
        return [
            MetricSnapshot(.files, Dictionary(uniqueKeysWithValues: series)),
            MetricSnapshot(.overdueFiles, Double(overdue)),
        ]
    }
}

extension Pulse {
    func snapshot(at now: Instant) -> [MetricSnapshot] {
        let age = outbox.oldest.map { max(0, Double(now.milliseconds - $0.milliseconds) / 1000) }
        return [
            tick.map { MetricSnapshot(.clockLastRun, Double($0.at.milliseconds) / 1000) },
            tick.map { MetricSnapshot(.clockThrough, Double($0.through.number) * 86_400) },
            MetricSnapshot(.outboxLetters, Double(min(outbox.letters, Self.mostLetters))),
            age.map { MetricSnapshot(.outboxAge, $0) },
        ]
        .compactMap(\.self)
    }
}
