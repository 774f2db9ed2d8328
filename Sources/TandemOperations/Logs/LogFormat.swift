package import Logging
package import TandemDomain

/// How a line of the log is written.
package enum LogFormat: String, CaseIterable, Sendable {
    /// One line that people read.
    case text
    /// One object of JSON on a line, for what gathers logs.
    case json
}

/// Makes loggers that write lines of one format to one place.
package struct LogWriter: Sendable {
    private let format: LogFormat
    private let level: Logger.Level
    private let now: @Sendable () -> Instant
    private let write: @Sendable (String) -> Void

    /// - Parameters:
    ///   - format: of every line.
    ///   - level: what is less serious is not written.
    ///   - now: the time that a line shows.
    ///   - write: is given a whole line with its end, and writes it at once.
    package init(
        format: LogFormat,
        level: Logger.Level,
        now: @escaping @Sendable () -> Instant,
        write: @escaping @Sendable (String) -> Void
    ) {
        self.format = format
        self.level = level
        self.now = now
        self.write = write
    }

    /// A logger of this label; `atLeast` keeps a talkative part of the program to more serious lines.
    package func logger(_ label: String, atLeast least: Logger.Level = .trace) -> Logger {
        Logger(label: label) { handler(label: $0, atLeast: least) }
    }

    /// What the logging library asks for when a package makes a logger by itself.
    package func handler(label: String, atLeast least: Logger.Level = .trace) -> any LogHandler {
        LineLogHandler(label: label, format: format, logLevel: max(level, least), now: now, write: write)
    }
}
