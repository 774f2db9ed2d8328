internal import Logging
internal import TandemDomain

/// Writes what is logged as lines.
struct LineLogHandler: LogHandler {
    let label: String
    let format: LogFormat
    var logLevel: Logger.Level
    let now: @Sendable () -> Instant
    let write: @Sendable (String) -> Void
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = (metadataProvider?.get() ?? [:]).merging(metadata) { $1 }.merging(event.metadata ?? [:]) { $1 }
        let line = LogLine(
            time: now().iso8601,
            level: event.level.rawValue,
            label: label,
            message: event.message.description,
            metadata: all.sorted { $0.key < $1.key }.map { ($0.key, LogValue($0.value)) }
        )
        write(line.written(as: format) + "\n")
    }
}

extension Instant {
    /// `2026-11-22T13:05:09.042Z`.
    package var iso8601: String {
        let day = 86_400_000 as Int64
        let number = milliseconds >= 0 ? milliseconds / day : (milliseconds - day + 1) / day
        let rest = Int(milliseconds - number * day)
        let parts = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60].map { padded($0, 2) }
        let date = Day(number: Int32(clamping: number)).iso
        return "\(date)T\(parts.joined(separator: ":")).\(padded(rest % 1000, 3))Z"
    }

    private func padded(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}
