internal import ArgumentParser
internal import Foundation
internal import TandemActions
internal import TandemDomain
internal import TandemRegister

/// `tandem register follow`: lets the counter follow the company register.
struct RegisterFollowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow",
        abstract: "Discontinue the recognitions of what ended in the company register, and tell what changed there.",
        discussion: """
            A server does this by itself once an extract is imported. An extract is followed once; one that would end \
            more than one in twenty of the companies and establishments that the register held is refused.
            """
    )

    @OptionGroup var database: DatabaseOption

    @OptionGroup var companies: CompaniesOption

    @Option(name: .long, help: ArgumentHelp("Write what came of it as JSON.", valueName: "file"))
    var report: String?

    @Flag(name: .long, help: "End more than one in twenty, where that is right.")
    var acceptMany = false

    func run() async throws {
        let snapshot = try await companies.snapshot()
        let counter = try makeCounter(await database.open(), Secrets.vaultFromEnvironment(), clock: .machine)
        guard let result = try await counter.follow(snapshot, acceptsMany: acceptMany) else {
            throw ValidationError("The company register holds no extract.")
        }
        if let report { try Data(result.json.utf8).write(to: URL(filePath: report)) }
        print(result.summary)
    }
}

extension FollowReport {
    /// What came of it, in a line.
    fileprivate var summary: String {
        let name = "extract \(extract) of \(snapshot)"
        switch outcome {
        case .alreadyFollowed: return "Nothing to do: the counter followed \(name) or a later one already."
        case .busy: return "Another worker is at it; nothing was done."
        case .followed, .unfinished:
            return """
                Followed \(name): \(compared) compared, \(firstSeen) new, \(changed) changed, \(ended) ended, \
                \(returned) returned; \(discontinued) recognitions discontinued, \(tasks) tasks made.
                """
        }
    }

    private var counts: [(String, Int)] {
        [
            ("extract", extract), ("compared", compared), ("first_seen", firstSeen), ("changed", changed),
            ("ended", ended), ("returned", returned), ("discontinued", discontinued), ("tasks", tasks),
        ]
    }

    /// The report as JSON, the same for the same result.
    fileprivate var json: String {
        let texts = [("outcome", outcome.rawValue), ("snapshot", snapshot.iso)].map { "  \"\($0.0)\": \"\($0.1)\"" }
        let numbers = counts.map { "  \"\($0.0)\": \($0.1)" }
        return "{\n" + (texts + numbers).joined(separator: ",\n") + "\n}\n"
    }
}
