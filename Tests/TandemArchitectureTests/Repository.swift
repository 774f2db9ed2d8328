import Foundation

/// The repository as text: the tests of this target read it, and run nothing of it.
enum Repository {
    static let root: URL = {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        while folder.lastPathComponent != "Tests", folder.pathComponents.count > 1 { folder.deleteLastPathComponent() }
        return folder.deletingLastPathComponent()
    }()

    struct File: Sendable {
        /// From the root: `Sources/TandemDomain/Values/Day.swift`.
        let path: String
        let text: String

        var name: String { String(path.split(separator: "/").last ?? "") }

        /// The lines with their numbers, for what a test says of them.
        var lines: [(number: Int, text: Substring)] {
            text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { ($0 + 1, $1) }
        }
    }

    /// The files below a folder, in order; those ending in `.extension` only.
    static func files(in folder: String, _ pathExtension: String) throws -> [File] {
        let base = root.appendingPathComponent(folder)
        let paths = (FileManager.default.enumerator(atPath: base.path)?.allObjects ?? []).compactMap { $0 as? String }
        return try paths.filter { $0.hasSuffix(".\(pathExtension)") }.sorted().map { path in
            let text = try String(contentsOf: base.appendingPathComponent(path), encoding: .utf8)
            return File(path: "\(folder)/\(path)", text: text)
        }
    }

    static func text(of path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    static func folders(in folder: String) throws -> [String] {
        let base = root.appendingPathComponent(folder)
        return try FileManager.default.contentsOfDirectory(atPath: base.path).filter { name in
            var isFolder: ObjCBool = false
            let path = base.appendingPathComponent(name).path
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
        }
        .sorted()
    }

    /// Where these words stand, as `path:line`.
    static func places(
        of words: [String],
        in files: [File],
        besides isAllowed: (Substring) -> Bool = { _ in false }
    ) -> [String] {
        files.filter { file in words.contains { file.text.holds($0) } }.flatMap { file in
            file.lines.filter { line in words.contains { line.text.contains($0) } && !isAllowed(line.text) }
                .map { "\(file.path):\($0.number): \($0.text.trimmingCharacters(in: .whitespaces))" }
        }
    }
}

extension StringProtocol {
    /// Whether `text` stands in it, byte for byte: many times faster than by characters.
    func holds(_ text: String) -> Bool { range(of: text, options: .literal) != nil }
}
