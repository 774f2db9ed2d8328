internal import ArgumentParser
internal import Foundation
internal import TandemRegister
internal import TandemSQLite

/// `tandem register`: the company register of Belgium (*KBO*), as open data.
struct RegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Work with the company register as open data.",
        subcommands: [
            RegisterImportCommand.self, RegisterStatusCommand.self, RegisterShowCommand.self,
            RegisterAskCommand.self, RegisterFollowCommand.self, RegisterEmployersCommand.self,
            RegisterGenerateCommand.self,
        ]
    )
}

/// Where the company register lies.
struct CompaniesOption: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("The file of the company register; otherwise TANDEM_COMPANIES.", valueName: "file")
    )
    var companies: String?

    /// The file that option or environment names.
    var named: RegisterFile? {
        let path = companies ?? ProcessInfo.processInfo.environment["TANDEM_COMPANIES"] ?? ""
        return path.isEmpty ? nil : RegisterFile(path: path)
    }

    /// The register for a server, which needs none and may get one later.
    ///
    /// - Throws: an error of the program's own data.
    func register() throws -> CompanyRegister? {
        try named.map { CompanyRegister($0, driver: .sqlite, gazetteer: try Gazetteer.load()) }
    }

    /// - Throws: a usage error where neither option nor environment names one.
    func file() throws -> RegisterFile {
        if let named { return named }
        throw ValidationError("Name the company register with --companies, or set TANDEM_COMPANIES.")
    }

    /// The register as it is now.
    ///
    /// - Throws: ``SQLError``, or a usage error where there is none.
    func snapshot() async throws -> RegisterSnapshot {
        let file = try file()
        let register = CompanyRegister(file, driver: .sqlite, gazetteer: try Gazetteer.load())
        guard let snapshot = try await register.current() else {
            throw ValidationError("There is no company register at \(file.path). 'tandem register import' makes one.")
        }
        return snapshot
    }
}

extension RegisterDriver {
    /// The company register lies in a file of SQLite, whatever the counter runs on.
    static let sqlite = RegisterDriver(
        open: { try SQLiteDatabase(path: $0) },
        make: { try SQLiteDatabase(path: $0, isScratch: true) }
    )
}
