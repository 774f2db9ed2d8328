internal import ArgumentParser
internal import Foundation
internal import TandemRegister

/// `tandem register employers FILE`: joint committee and employees, which the company register lacks.
struct RegisterEmployersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "employers",
        abstract: "Import joint committee and employees of establishments from a CSV file, all or nothing.",
        discussion: """
            The columns are EstablishmentNumber, JointCommittee and, where known, SizeClass and Employees; \
            Documentation/Company register.md describes them. What was imported before goes, and a new Full keeps it.
            """
    )

    @Argument(help: ArgumentHelp("The CSV file.", valueName: "file"))
    var path: String

    @OptionGroup var companies: CompaniesOption

    func run() async throws {
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw ValidationError("The file \(path) is not there or cannot be read.")
        }
        let file = path
        let report = try await EmployerImport(companies.file(), driver: .sqlite) { try chunks(ofFile: file) }
        print("Imported \(report.rows) establishments, \(report.unknown) of them unknown to the company register.")
    }
}
