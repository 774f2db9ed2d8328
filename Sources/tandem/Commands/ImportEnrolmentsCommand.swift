internal import ArgumentParser
internal import Foundation
internal import TandemActions
internal import TandemDomain

/// `tandem import enrolments FILE.csv`: what schools offer, and their learners on reference dates.
struct ImportEnrolmentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enrolments",
        abstract: "Import the trainings and learner numbers of schools from a CSV file, all or nothing.",
        discussion: """
            A reference date that stands in the file is replaced as a whole. The columns are described in \
            Documentation/Enrolments.md. Every error is told with line, column and reason.
            """
    )

    @Argument(help: ArgumentHelp("The CSV file.", valueName: "file"))
    var file: String

    @OptionGroup var database: DatabaseOption

    @Flag(name: .long, help: "Read and check only; store nothing.")
    var check = false

    func run() async throws {
        guard FileManager.default.isReadableFile(atPath: file) else {
            throw ValidationError("The file \(file) is not there or cannot be read.")
        }
        let counter = try makeCounter(await database.open(), Secrets.vaultFromEnvironment(), clock: .machine)
        let path = file
        let report = try await counter.importEnrolments(from: { try chunks(ofFile: path) }, isDryRun: check)
        print(report.summary)
    }
}

extension EnrolmentReport {
    /// One line for each reference date.
    var summary: String {
        let lines = counts.map { count in
            let what = "\(count.referenceDate.iso): \(count.rows) rows, \(count.learners) learners"
            return count.replaces ? "\(what), instead of what was there" : what
        }
        return (lines + (wasDryRun ? ["Nothing wrong was found, and nothing was stored."] : [])).joined(separator: "\n")
    }
}
