internal import Foundation

/// The file system as backups use it: a file is there whole, or it is not there.
enum FileMoves {
    /// What SQLite keeps beside a file.
    static let besides = ["-wal", "-shm", "-journal"]

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// Whether part of a register lies beside its file.
    static func hasUnsettled(_ path: String) -> Bool {
        ["-wal", "-journal"].contains { suffix in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path + suffix)
            return (attributes?[.size] as? Int ?? 0) > 0
        }
    }

    /// Removes a file and what lies beside it.
    ///
    /// - Throws: an error of the file system.
    static func remove(_ path: String) throws {
        for file in [path] + besides.map({ path + $0 }) where exists(file) {
            try FileManager.default.removeItem(atPath: file)
        }
    }

    /// Moves a file in one step, also over another; what it holds and where it stands survive a stop of the machine.
    ///
    /// - Throws: an error of the file system.
    static func move(_ path: String, to destination: String) throws {
        try sync(path)
        guard rename(path, destination) == 0 else { throw CocoaError(.fileWriteUnknown) }
        try sync(URL(filePath: destination).deletingLastPathComponent().path)
    }

    private static func sync(_ path: String) throws {
        let handle = try FileHandle(forReadingFrom: URL(filePath: path))
        try handle.synchronize()
        try handle.close()
    }
}
