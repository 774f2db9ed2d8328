internal import Foundation
internal import TandemActions
internal import TandemDomain
internal import TandemReference
internal import TandemSQLite
internal import TandemStore
internal import TandemTwin
internal import TandemWeb

/// The demonstration register: a database file, and beside it the keys it was made with.
struct DemoRegister {
    let path: String

    var isThere: Bool {
        FileManager.default.fileExists(atPath: path) && FileManager.default.fileExists(atPath: keyPath)
    }

    private var keyPath: String { "\(path).keys" }
    private var fillingPath: String { "\(path).filling" }

    /// Removes the register and everything SQLite keeps beside it.
    ///
    /// - Throws: an error of the file system.
    func remove() throws { try remove([path, fillingPath]) }

    private func remove(_ bases: [String]) throws {
        for base in bases {
            for suffix in ["", "-wal", "-shm", "-journal"] {
                let file = base + suffix
                if FileManager.default.fileExists(atPath: file) { try FileManager.default.removeItem(atPath: file) }
            }
        }
    }

    /// The keys of this register; made at random the first time, readable by their owner alone.
    ///
    /// - Throws: an error of the file system, or ``MissingSetting`` where the file was damaged.
    func keys() throws -> Secrets {
        let folder = URL(filePath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if !FileManager.default.fileExists(atPath: keyPath) {
            let text = "\(Self.randomKey())\n\(Self.randomKey())\n"
            let isMade = FileManager.default.createFile(
                atPath: keyPath,
                contents: Data(text.utf8),
                attributes: [.posixPermissions: 0o600]
            )
            if !isMade { throw MissingSetting(name: keyPath, purpose: "would hold the keys, but cannot be written") }
        }
        let lines = try String(contentsOfFile: keyPath, encoding: .utf8).split(separator: "\n").map(String.init)
        guard lines.count == 2, let vault = NumberVault(secret: Array(lines[0].utf8)) else {
            throw MissingSetting(name: keyPath, purpose: "holds the keys of the demonstration; remove it to start anew")
        }
        return Secrets(vault: vault, signing: try SigningKey(lines[1]))
    }

    private static func randomKey() -> String {
        var generator = SystemRandomNumberGenerator()
        return hexadecimal((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    /// Fills the register beside its place, and moves it there when it is whole: a half one is never served.
    ///
    /// - Throws: an error of the database or the file system.
    func fill(seed: UInt64) async throws {
        try remove()
        let start = ContinuousClock.now
        let vault = try keys().vault
        let database = try SQLiteDatabase(path: fillingPath, isScratch: true)
        try await database.migrate(now: WallClock.machine.now().milliseconds)
        let counter = try makeCounter(database, vault, clock: .machine)
        try await DemoContent(counter: counter, seed: seed).fill()
        try await database.close()
        try FileManager.default.moveItem(atPath: fillingPath, toPath: path)
        try remove([fillingPath])
        say(
            "The demonstration register was filled in \((ContinuousClock.now - start).formatted(.units(width: .wide)))."
        )
    }
}
