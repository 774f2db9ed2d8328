internal import Foundation

/// What the system knows of this process; nothing where it does not tell.
package struct ProcessFigures: Sendable {
    /// The present figures, as metrics.
    package static func snapshot() -> [MetricSnapshot] {
        [
            residentBytes().map { MetricSnapshot(.residentMemory, Double($0)) },
            MetricSnapshot(.processorSeconds, processorSeconds()),
            openDescriptors().map { MetricSnapshot(.openDescriptors, Double($0)) },
        ]
        .compactMap(\.self)
    }

    private static func residentBytes() -> Int? {
        guard let statm = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let fields = statm.split(separator: " ")
        return fields.count > 1 ? Int(fields[1]).map { $0 * Int(getpagesize()) } : nil
    }

    private static func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

    private static func openDescriptors() -> Int? {
        try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }
}
