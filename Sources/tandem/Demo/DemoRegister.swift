internal import Foundation
internal import TandemActions
internal import TandemDomain
internal import TandemSQLite
internal import TandemStore

/// The demonstration register as a file, and beside it the keys it was made with.
struct DemoRegister {
    let path: String

    var isThere: Bool { FileManager.default.fileExists(atPath: path) && keys.isThere }

    var keys: DemoKeys { DemoKeys(path: "\(path).keys") }
    private var fillingPath: String { "\(path).filling" }

    /// Removes the register and everything SQLite keeps beside it.
    ///
    /// - Throws: an error of the file system.
    func remove() throws {
        for file in [path, fillingPath] { try FileMoves.remove(file) }
    }

    /// Fills the register beside its place, and moves it there when it is whole: a half one is never served.
    ///
    /// - Throws: an error of the database or the file system.
    func fill(seed: UInt64) async throws {
        try remove()
        let start = ContinuousClock.now
        try await Self.fill(fillingPath, seed: seed, vault: keys.secrets().vault)
        try FileManager.default.moveItem(atPath: fillingPath, toPath: path)
        try FileMoves.remove(fillingPath)
        say(
            "The demonstration register was filled in \((ContinuousClock.now - start).formatted(.units(width: .wide)))."
        )
    }

    /// Makes a whole register of a file, and closes it.
    ///
    /// - Throws: an error of the database or of the content.
    static func fill(_ path: String, seed: UInt64, vault: NumberVault) async throws {
        let database = try SQLiteDatabase(path: path, isScratch: true)
        try await database.migrate(now: WallClock.machine.now().milliseconds)
        try await DemoContent(counter: makeCounter(database, vault, clock: .machine), seed: seed).fill()
        try await database.close()
    }
}
