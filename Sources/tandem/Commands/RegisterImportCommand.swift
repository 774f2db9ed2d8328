internal import ArgumentParser
internal import Foundation
internal import Synchronization
internal import TandemRegister

/// `tandem register import PATH`: takes an extract of the company register over.
struct RegisterImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import a Full or an Update of KBO Open Data from a zip or a folder, all or nothing.",
        discussion: """
            A Full makes the register anew beside the one that is there; an Update changes it. What is repaired, refused \
            and what stops an import is described in Documentation/Company register.md.
            """
    )

    @Argument(help: ArgumentHelp("The zip or folder, as it was downloaded.", valueName: "zip|folder"))
    var path: String

    @OptionGroup var companies: CompaniesOption

    @Option(name: .long, help: ArgumentHelp("Write what was read, repaired and refused as JSON.", valueName: "file"))
    var report: String?

    @Flag(name: .long, help: "Take a Full with fewer than half of the enterprises that are there.")
    var evenIfSmaller = false

    func run() async throws {
        let importing = RegisterImport(
            try companies.file(),
            driver: .sqlite,
            gazetteer: try Gazetteer.load(),
            acceptsSmaller: evenIfSmaller
        )
        let line = ProgressLine()
        let outcome = try await importing(path) { line.show($0) }
        line.end()
        switch outcome {
        case .skipped(let identity, let register):
            print("Nothing to do: \(identity.words) is in the register, which stands at \(register).")
        case .imported(let imported):
            print(imported.summary)
            if let report { try Data(imported.json.utf8).write(to: URL(filePath: report)) }
        }
    }
}

/// One line on the screen that tells how far a long work is, how fast it goes and how long it may still take.
private final class ProgressLine: Sendable {
    private let state = Mutex(State())

    private struct State {
        var step: ImportStep?
        var started = ContinuousClock.now
        var shown: ContinuousClock.Instant?
    }

    func show(_ progress: ImportProgress) {
        let text: String? = state.withLock { state in
            let now = ContinuousClock.now
            if state.step != progress.step { state = State(step: progress.step, started: now, shown: nil) }
            if let shown = state.shown, shown.duration(to: now) < .milliseconds(200), progress.done < progress.total {
                return nil
            }
            state.shown = now
            return progress.line(after: state.started.duration(to: now))
        }
        if let text { say(text.padding(toLength: 78, withPad: " ", startingAt: 0), terminator: "\r") }
    }

    func end() { say("") }
}

extension ImportProgress {
    /// `reading 512 of 2,130 MB, 140 MB/s, 11 s left`.
    fileprivate func line(after duration: Duration) -> String {
        let seconds = max(0.001, Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18)
        let rate = Double(done) / seconds
        let left = rate > 0 ? Int((Double(total - done) / rate).rounded(.up)) : 0
        let (unit, scale) =
            switch step {
            case .reading: ("MB", 1_000_000.0)
            case .storing, .indexing: ("thousand", 1000.0)
            }
        func amount(_ value: Double) -> String { String(Int((value / scale).rounded())) }
        let words = "\(step.rawValue) \(amount(Double(done))) of \(amount(Double(total))) \(unit)"
        return "  \(words), \(amount(rate)) \(unit)/s, \(left) s left"
    }
}

extension ImportReport {
    fileprivate var summary: String {
        let removed = cascaded.values.reduce(0, +)
        return """
            Imported \(identity.words): \(rowsRead) rows read, \(rowsStored) stored, \(rowsRefused) refused\
            \(removed > 0 ? ", \(removed) removed with what they belonged to" : "").
            """
    }
}
