internal import ArgumentParser
internal import Foundation
internal import Logging
internal import TandemActions
internal import TandemOperations
internal import TandemWeb

/// How the log is written.
struct LogOptions: ParsableArguments {
    @Option(name: .long, help: "How a line of the log is written; otherwise TANDEM_LOG_FORMAT, or text.")
    var logFormat: LogFormat?

    @Option(
        name: .long,
        help: ArgumentHelp("The least serious lines to write; otherwise info, or notice for a demonstration.")
    )
    var logLevel: LogLevel?

    /// - Throws: a usage error where the environment names a format that is none.
    func writer(otherwise level: LogLevel) throws -> LogWriter {
        LogWriter(
            format: try format(),
            level: (logLevel ?? level).level,
            now: WallClock.machine.now,
            write: { say($0, terminator: "") }
        )
    }

    /// - Throws: a usage error where the environment names a format that is none.
    func format() throws -> LogFormat {
        if let logFormat { return logFormat }
        let named = ProcessInfo.processInfo.environment["TANDEM_LOG_FORMAT"] ?? ""
        if named.isEmpty { return .text }
        guard let format = LogFormat(rawValue: named) else {
            throw ValidationError("TANDEM_LOG_FORMAT is '\(named)'; it can be text or json.")
        }
        return format
    }
}

extension LogFormat: ExpressibleByArgument {}

/// How serious a line of the log is.
enum LogLevel: String, CaseIterable, ExpressibleByArgument {
    case debug, info, notice, warning, error

    var level: Logger.Level {
        switch self {
        case .debug: .debug
        case .info: .info
        case .notice: .notice
        case .warning: .warning
        case .error: .error
        }
    }
}

/// What operators see, and how the server stops.
struct OperatorOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The port on which metrics and probes are served apart; without it there are no metrics.",
            valueName: "port"
        )
    )
    var metricsPort: Int?

    @Option(
        name: .long,
        help: ArgumentHelp("The address of that port; nobody but operators should reach it.", valueName: "host")
    )
    var metricsHost = "127.0.0.1"

    @Option(
        name: .long,
        help: ArgumentHelp(
            "How long requests are still taken after SIGTERM, while /ready says 503 already.",
            valueName: "seconds"
        )
    )
    var drainSeconds = 0

    @Option(
        name: .long,
        help: ArgumentHelp("How long requests that were taken get to finish after that.", valueName: "seconds")
    )
    var shutdownSeconds = 30

    mutating func validate() throws {
        guard (0...3600).contains(drainSeconds), (1...3600).contains(shutdownSeconds) else {
            throw ValidationError("Give --drain-seconds from 0 and --shutdown-seconds from 1 up to an hour.")
        }
    }

    /// Where operators are served; nothing where they are not.
    var listening: Listening? { metricsPort.map { Listening(host: metricsHost, port: $0) } }
}
