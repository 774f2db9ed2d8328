internal import Foundation

/// The files of an extract, in a zip that is read as a stream or in a folder.
///
/// A file is named by the last part of its name in small letters: `Branch.CSV` in a folder of the zip is `branch.csv`.
package struct ExtractArchive: Sendable {
    package let path: String
    private let entries: [String: Entry]
    private let isFolder: Bool

    private struct Entry: Sendable {
        /// As the archive has it.
        let name: String
        let size: Int
    }

    /// Reads what the archive holds; not what is in its files.
    ///
    /// - Throws: ``ExtractProblem``.
    package init(path: String) throws(ExtractProblem) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .notFound(path) }
        self.path = path
        self.isFolder = isFolder.boolValue
        let found = try self.isFolder ? Self.filesOfFolder(path) : ZipReader.files(path)
        var entries: [String: Entry] = [:]
        for (name, size) in found {
            guard let file = name.split(separator: "/").last?.lowercased(), file.hasSuffix(".csv") else { continue }
            guard entries.updateValue(Entry(name: name, size: size), forKey: file) == nil else {
                throw .fileTwice(file)
            }
        }
        self.entries = entries
    }

    /// The name of the zip or folder itself, which tells number, day and kind.
    package var name: String { URL(filePath: path).lastPathComponent }

    package func contains(_ file: String) -> Bool { entries[file] != nil }

    /// How many bytes a file has, unpacked; none where it is not there or the archive does not tell.
    package func size(of file: String) -> Int { entries[file]?.size ?? 0 }

    /// Opens a file for reading.
    ///
    /// - Throws: ``ExtractProblem``.
    func open(_ file: String) throws(ExtractProblem) -> EntryReader {
        guard let entry = entries[file] else { throw .fileMissing(file) }
        guard isFolder else { return EntryReader(try ZipReader(path, entry: entry.name, file: file)) }
        return EntryReader(try FileChunks(URL(filePath: path).appending(path: entry.name), file: file))
    }

    private static func filesOfFolder(_ path: String) throws(ExtractProblem) -> [(String, Int)] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { throw .notFound(path) }
        return names.sorted().map { name in
            let file = URL(filePath: path).appending(path: name).path(percentEncoded: false)
            let size = try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
            return (name, (size ?? nil) ?? 0)
        }
    }
}

/// The bytes of a file, chunk by chunk.
protocol ChunkSource {
    /// The next bytes; nothing at the end.
    func next() throws(ExtractProblem) -> [UInt8]?
}

/// Reads a file on a thread of its own, so that unpacking goes on while rows are read.
actor EntryReader {
    private let source: any ChunkSource

    init(_ source: sending any ChunkSource) { self.source = source }

    /// The next bytes; nothing at the end.
    ///
    /// - Throws: ``ExtractProblem``.
    func next() throws(ExtractProblem) -> [UInt8]? { try source.next() }

    /// All bytes, for a small file.
    func all() throws(ExtractProblem) -> [UInt8] {
        var bytes: [UInt8] = []
        while let chunk = try source.next() { bytes += chunk }
        return bytes
    }
}

/// How many bytes are read at once.
let chunkSize = 1 << 20

/// The chunks of a file that lies unpacked in a folder.
private struct FileChunks: ChunkSource {
    private let handle: FileHandle
    private let file: String

    init(_ url: URL, file: String) throws(ExtractProblem) {
        do { handle = try FileHandle(forReadingFrom: url) } catch { throw .unreadable(file, "\(error)") }
        self.file = file
    }

    func next() throws(ExtractProblem) -> [UInt8]? {
        do {
            guard let data = try handle.read(upToCount: chunkSize), !data.isEmpty else { return nil }
            return [UInt8](data)
        } catch {
            throw .unreadable(file, "\(error)")
        }
    }
}
