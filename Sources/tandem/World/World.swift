internal import ArgumentParser
internal import Foundation
internal import TandemActions
internal import TandemDomain
internal import TandemPostgres
internal import TandemReference
internal import TandemSQL
internal import TandemStore
internal import TandemWeb

/// Which database a command works on.
struct DatabaseOption: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The file of the register, or its address postgres://…; otherwise TANDEM_DATABASE.",
            valueName: "file|address"
        )
    )
    var database: String?

    /// - Throws: a usage error where neither option nor environment names one.
    func place() throws -> RegisterPlace {
        let text = database ?? ProcessInfo.processInfo.environment["TANDEM_DATABASE"] ?? ""
        if text.isEmpty { throw ValidationError("Name the register with --database, or set TANDEM_DATABASE.") }
        return RegisterPlace(text)
    }

    /// Opens a register that is there and up to date.
    ///
    /// - Throws: ``SQLError``, or a usage error where it is not there or not migrated.
    func open(for purpose: PostgresSettings.Purpose = .maintenance) async throws -> any SQLDatabase {
        try await place().open(for: purpose)
    }
}

/// The secrets that a register is used with.
struct Secrets {
    let vault: NumberVault
    let signing: SigningKey

    /// Reads `TANDEM_NUMBER_KEY` and `TANDEM_SECRET`.
    ///
    /// - Throws: ``MissingSetting``.
    static func fromEnvironment() throws -> Secrets {
        Secrets(vault: try vaultFromEnvironment(), signing: try signingFromEnvironment())
    }

    static func vaultFromEnvironment() throws -> NumberVault {
        let text = ProcessInfo.processInfo.environment["TANDEM_NUMBER_KEY"] ?? ""
        guard let vault = NumberVault(secret: Array(text.utf8)) else {
            throw MissingSetting(name: "TANDEM_NUMBER_KEY", purpose: "encrypts national numbers")
        }
        return vault
    }

    private static func signingFromEnvironment() throws -> SigningKey {
        let text = ProcessInfo.processInfo.environment["TANDEM_SECRET"] ?? ""
        do {
            return try SigningKey(text)
        } catch {
            throw MissingSetting(name: "TANDEM_SECRET", purpose: "signs sessions")
        }
    }
}

/// Builds the counter on a database.
///
/// - Throws: ``ReferenceFault`` where the reference data are wrong, or an error of the catalogue of words.
func makeCounter(_ database: any SQLDatabase, _ vault: NumberVault, clock: WallClock) throws -> Counter {
    Counter(
        database: database,
        reference: try ReferenceLibrary.load(),
        clock: clock,
        vault: vault,
        letters: .words(try Words.load())
    )
}

/// Writes a line where people read along, apart from results that a machine reads.
func say(_ text: String, terminator: String = "\n") {
    FileHandle.standardError.write(Data((text + terminator).utf8))
}

/// A day that an option names.
struct DayArgument: ExpressibleByArgument {
    let day: Day

    init?(argument: String) {
        guard let day = Day(iso: argument) else { return nil }
        self.day = day
    }
}
