internal import Foundation

/// The templates, words and assets that travel with the program.
enum Resources {
    struct File {
        /// The path below the folder asked for, without its extension.
        let name: String
        let url: URL
    }

    struct Missing: Error, CustomStringConvertible {
        let folder: String
        var description: String { "The resource folder \(folder) does not travel with the program." }
    }

    /// Every file below a resource folder with this extension, sorted by name.
    static func files(in folder: String, endingIn suffix: String) throws -> [File] {
        let root = Bundle.module.bundleURL.appendingPathComponent(folder, isDirectory: true)
        guard let paths = FileManager.default.subpaths(atPath: root.path) else { throw Missing(folder: folder) }
        return paths.sorted().filter { $0.hasSuffix(".\(suffix)") }.map { path in
            File(name: String(path.dropLast(suffix.count + 1)), url: root.appendingPathComponent(path))
        }
    }
}
