internal import Foundation
internal import TandemStore
internal import TandemWeb

/// The keys that a demonstration register was filled with, in a file that its owner alone can read.
struct DemoKeys {
    let path: String

    var isThere: Bool { FileManager.default.fileExists(atPath: path) }

    /// The keys; made at random the first time.
    ///
    /// - Throws: an error of the file system, or ``MissingSetting`` where the file was damaged.
    func secrets() throws -> Secrets {
        let folder = URL(filePath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if !isThere {
            let text = "\(Self.randomKey())\n\(Self.randomKey())\n"
            let isMade = FileManager.default.createFile(
                atPath: path,
                contents: Data(text.utf8),
                attributes: [.posixPermissions: 0o600]
            )
            if !isMade { throw MissingSetting(name: path, purpose: "would hold the keys, but cannot be written") }
        }
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
        guard lines.count == 2, let vault = NumberVault(secret: Array(lines[0].utf8)) else {
            throw MissingSetting(name: path, purpose: "holds the keys of the demonstration; remove it to start anew")
        }
        return Secrets(vault: vault, signing: try SigningKey(lines[1]))
    }

    private static func randomKey() -> String {
        var generator = SystemRandomNumberGenerator()
        return hexadecimal((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }
}
