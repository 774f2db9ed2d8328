internal import ArgumentParser
internal import TandemActions
internal import TandemDomain

/// `tandem tick`: applies what the law does by itself.
struct TickCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tick",
        abstract: "Apply what the law does by itself: approvals by silence, withdrawals for lack of a mentor, notices.",
        discussion:
            "Running it twice does nothing the second time; after a standstill every act takes effect on its own day."
    )

    @OptionGroup var database: DatabaseOption

    @Option(name: .long, help: ArgumentHelp("Act as if it were this day.", valueName: "yyyy-mm-dd"))
    var on: DayArgument?

    @Flag(name: .long, help: "Print what it would do, and do nothing.")
    var dryRun = false

    func run() async throws {
        let clock = on.map { WallClock.stopped(on: $0.day) } ?? .machine
        let counter = try makeCounter(await database.open(), Secrets.vaultFromEnvironment(), clock: clock)
        let report = dryRun ? try await counter.planTick() : try await counter.tick()
        for act in report.acts { print(act.line) }
        say(summary(report))
    }

    private func summary(_ report: TickReport) -> String {
        if report.wasBusy { return "Another worker is at it; nothing was done." }
        let verb = dryRun ? "would be" : "were"
        return "\(report.acts.count) acts \(verb) done through \(report.day)."
    }
}

extension LegalAct {
    /// The act on one line: what, on which row, from which day.
    fileprivate var line: String {
        switch self {
        case .lapse(let id, let day): "approve application \(id) with effect on \(day)"
        case .withdrawWithoutMentor(let id, let day): "withdraw recognition \(id) without mentor with effect on \(day)"
        case .removeExtract(let id): "remove the extract of designation \(id)"
        case .expiryNotice(let id, let day): "notify that recognition \(id) ends on \(day)"
        }
    }
}
