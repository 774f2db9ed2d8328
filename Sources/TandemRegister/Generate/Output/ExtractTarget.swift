internal import Foundation

/// Where the files of an extract go: one after the other, each in pieces.
protocol ExtractTarget: AnyObject {
    func begin(file name: String) throws
    func write(_ bytes: [UInt8]) throws
    func endFile() throws
    /// Nothing may follow.
    func finish() throws
}

extension ExtractTarget {
    func put(_ bytes: [UInt8], in name: String) throws {
        try begin(file: name)
        try write(bytes)
        try endFile()
    }
}

/// Makes a folder where there is none.
///
/// - Throws: `GeneratorProblem`
func makeFolder(_ folder: URL) throws {
    do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
        throw GeneratorProblem.notWritten(folder.path, reason: error.localizedDescription)
    }
}

/// Writes the files of an extract into a folder.
final class FolderTarget: ExtractTarget {
    private let folder: URL
    private var handle: FileHandle?

    init(_ folder: URL) throws {
        self.folder = folder
        try makeFolder(folder)
    }

    func begin(file name: String) throws {
        let path = folder.appending(path: name).path
        guard FileManager.default.createFile(atPath: path, contents: nil) else {
            throw GeneratorProblem.notWritten(path, reason: "the folder does not allow it.")
        }
        handle = try FileHandle(forWritingTo: URL(filePath: path))
    }

    func write(_ bytes: [UInt8]) throws {
        do {
            try handle?.write(contentsOf: bytes)
        } catch {
            throw GeneratorProblem.notWritten(folder.path, reason: error.localizedDescription)
        }
    }

    func endFile() throws {
        try handle?.close()
        handle = nil
    }

    func finish() throws {}
}

/// Keeps the files of an extract in memory.
final class MemoryTarget: ExtractTarget {
    private(set) var files: [(name: String, bytes: [UInt8])] = []

    func begin(file name: String) { files.append((name, [])) }
    func write(_ bytes: [UInt8]) { files[files.count - 1].bytes += bytes }
    func endFile() {}
    func finish() {}
}
