internal import ArgumentParser
internal import TandemActions
internal import TandemDomain
internal import TandemPostgres
internal import TandemSQL
internal import TandemStore

/// `tandem copy --from A --to B`: moves a whole register, also between SQLite and PostgreSQL.
struct CopyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract: "Copy a whole register into an empty database of either make, all or nothing.",
        discussion: """
            The source may be in use: what it held at the beginning is copied. Everything is read back before it is \
            kept, and the copy is verified. Exit code 1 where anything is found.
            """
    )

    @Option(
        name: .long,
        help: ArgumentHelp("The register to copy: its file or its address.", valueName: "file|address")
    )
    var from: String

    @Option(name: .long, help: ArgumentHelp("Where to: a new file or an empty database.", valueName: "file|address"))
    var to: String

    func run() async throws {
        if from == to { throw ValidationError("--from and --to name the same register.") }
        let source = try await RegisterPlace(from).open(for: .maintenance)
        let target = try await RegisterPlace(to).connect(for: .maintenance)
        let rate = Rate()
        let report = try await source.copyRegister(to: target, now: WallClock.machine.now().milliseconds) { progress in
            say(rate.line(progress), terminator: "\r")
        }
        try await target.close()
        say("")
        print(report.text)
        if !report.isClean { throw ExitCode(1) }
    }
}

/// How fast a copy goes.
struct Rate: Sendable {
    private let start = ContinuousClock.now

    /// The state of a copy on one line, with blanks over what stood there before.
    func line(_ progress: CopyProgress) -> String {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        let elapsed = max(0.001, Double(seconds) + Double(attoseconds) / 1e18)
        let share = progress.total == 0 ? 100 : progress.rows * 100 / progress.total
        let rate = Int(Double(progress.rows) / elapsed)
        return "  \(progress.rows) of \(progress.total) rows (\(share)%), \(rate) a second, \(progress.table)"
            .padding(to: 79)
    }
}

extension CopyReport {
    /// Whether both sides hold the same, and the chain holds at the target.
    var isClean: Bool {
        tables.allSatisfy { $0.source == $0.target } && verification.findings.isEmpty
            && verification.lastDigest == lastDigest
    }

    /// The counts of both sides, and what the verification saw.
    var text: String {
        let rows = tables.map { [$0.name, String($0.source), String($0.target)] }
        let sums = [tables.reduce(0) { $0 + $1.source }, tables.reduce(0) { $0 + $1.target }].map { String($0) }
        return ([aligned([["table", "source", "target"]] + rows + [["all"] + sums])] + verdict).joined(separator: "\n")
    }

    private var verdict: [String] {
        let digest = hexadecimal(verification.lastDigest)
        var lines = ["\(verification.events) events, last digest \(digest)."]
        if verification.lastDigest != lastDigest {
            lines.append("The last digest of the source was \(hexadecimal(lastDigest)): the copy is not to be used.")
        }
        if verification.findings.isEmpty { return lines + ["Chain and tables agree at the target."] }
        lines.append(
            "\(verification.findings.count) differences, which the source has as well: every row was compared."
        )
        return lines + verification.findings.map(\.description)
    }
}
