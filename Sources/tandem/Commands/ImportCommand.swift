internal import ArgumentParser
internal import Foundation
internal import TandemActions

/// `tandem import`: takes files of others over.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take files of other registers over.",
        subcommands: [ImportRecognitionsCommand.self, ImportEnrolmentsCommand.self]
    )
}

/// `tandem import recognitions FILE.csv`: applications with their decisions.
struct ImportRecognitionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recognitions",
        abstract: "Import applications and what became of them from a CSV file, all or nothing.",
        discussion:
            "The columns are described in Documentation/Import.md. Every error is told with line, column and reason."
    )

    @Argument(help: ArgumentHelp("The CSV file.", valueName: "file"))
    var file: String

    @OptionGroup var database: DatabaseOption

    @Flag(name: .long, help: "Read and check only; store nothing.")
    var dryRun = false

    func run() async throws {
        guard FileManager.default.isReadableFile(atPath: file) else {
            throw ValidationError("The file \(file) is not there or cannot be read.")
        }
        let counter = try makeCounter(await database.open(), Secrets.vaultFromEnvironment(), clock: .machine)
        let path = file
        let report = try await counter.importRecognitions(
            from: { try chunks(ofFile: path) },
            isDryRun: dryRun,
            progress: { done, total in say(progressLine(done, total), terminator: "\r") }
        )
        say("")
        print(report.summary)
    }
}

/// The bytes of a file, a megabyte at a time.
///
/// - Throws: an error of the file system.
func chunks(ofFile path: String) throws -> AnyIterator<[UInt8]> {
    let handle = try FileHandle(forReadingFrom: URL(filePath: path))
    return AnyIterator {
        guard let data = try? handle.read(upToCount: 1 << 20), !data.isEmpty else { return nil }
        return [UInt8](data)
    }
}

func progressLine(_ done: Int, _ total: Int?) -> String {
    guard let total, total > 0 else { return "  checked \(done) lines" }
    return "  stored \(min(done, total)) of \(total) (\(min(done, total) * 100 / total)%)"
}

extension ImportReport {
    fileprivate var summary: String {
        if wasDryRun { return "\(rows) applications read; nothing wrong was found, and nothing was stored." }
        return """
            \(rows) applications stored: \(companies) companies, \(establishments) establishments, \(mentors) mentors, \
            \(recognitions) recognitions.
            """
    }
}
