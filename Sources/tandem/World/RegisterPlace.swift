internal import ArgumentParser
internal import Foundation
internal import TandemPostgres
internal import TandemSQL
internal import TandemSQLite
internal import TandemStore

/// Where a register is: a file, or a database on a server.
enum RegisterPlace: CustomStringConvertible {
    case file(String)
    case server(String)

    init(_ text: String) { self = PostgresSettings.isAddress(text) ? .server(text) : .file(text) }

    /// Where, without the password that an address may hold.
    var description: String {
        switch self {
        case .file(let path): return path
        case .server(let address):
            guard let at = address.lastIndex(of: "@"), let slashes = address.firstRange(of: "://") else { return address }
            let user = address[slashes.upperBound..<at].prefix { $0 != ":" }
            return "\(address[..<slashes.upperBound])\(user)\(address[at...])".prefix { $0 != "?" }.description
        }
    }

    /// Opens a register that is there and up to date.
    ///
    /// - Throws: ``SQLError``, or a usage error where it is not there or not migrated.
    func open(for purpose: PostgresSettings.Purpose, readers: Int = 8) async throws -> any SQLDatabase {
        if case .file(let path) = self, !FileManager.default.fileExists(atPath: path) {
            throw ValidationError("There is no register at \(path). 'tandem migrate --database \(path)' makes one.")
        }
        let database = try await connect(for: purpose, readers: readers)
        let missing = try await database.missingMigrations()
        guard missing.isEmpty else {
            throw ValidationError(
                "The register lacks the steps \(missing.joined(separator: ", ")): run 'tandem migrate'."
            )
        }
        return database
    }

    /// Opens the database, whatever is in it; a file is made where it is not there.
    ///
    /// - Throws: ``SQLError``.
    func connect(for purpose: PostgresSettings.Purpose, readers: Int = 8) async throws -> any SQLDatabase {
        switch self {
        case .file(let path): return try SQLiteDatabase(path: path)
        case .server(let address):
            let database = PostgresDatabase(PostgresSettings(address, for: purpose, readers: readers))
            try await database.connect()
            return database
        }
    }
}
