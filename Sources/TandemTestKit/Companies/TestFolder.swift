internal import Foundation

/// A folder of a test, gone when the value goes.
package final class TestFolder: Sendable {
    package let path: String

    package init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "tandem-register-\(UUID().uuidString)")
            .path(percentEncoded: false)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    package func file(_ name: String) -> String { path + "/" + name }

    /// The names of the files that lie in it.
    package var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
    }

    /// Writes an extract as a folder, and gives its path.
    package func write(_ extract: TestExtract, as name: String = "extract") throws -> String {
        let folder = file(name)
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, bytes) in extract.contents {
            try Data(bytes).write(to: URL(filePath: folder).appending(path: name))
        }
        return folder
    }
}
