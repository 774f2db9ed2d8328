internal import Foundation

/// Where the company register lies: a name that always stands for a whole register.
///
/// The name is a link to the present file, `companies.sqlite.140-3f9c2a1b`. A new file is made as
/// `companies.sqlite.building` and gets its name and the link when it is whole. The one before stays until the next
/// import, for readers that are still on it. Files are never renamed over one another, because a journal belongs to
/// its file by name.
package struct RegisterFile: Sendable, Hashable {
    package let path: String

    package init(path: String) { self.path = path }

    /// The present file; nothing while there is no register.
    package var current: String? {
        guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else { return nil }
        let file = URL(filePath: path).deletingLastPathComponent().appending(path: target).path(percentEncoded: false)
        return FileManager.default.fileExists(atPath: file) ? file : nil
    }

    /// Where the next register is made.
    var building: String { path + ".building" }

    /// Makes the file under `building` the present one.
    ///
    /// - Throws: an error of the file system.
    func publish(extract: Int) throws {
        let name =
            URL(filePath: path).lastPathComponent + ".\(extract)-\(String(UInt32.random(in: 0 ... .max), radix: 16))"
        let folder = URL(filePath: path).deletingLastPathComponent()
        try synchronize(building)
        try FileManager.default.moveItem(
            atPath: building,
            toPath: folder.appending(path: name).path(percentEncoded: false)
        )
        for journal in [building + "-wal", building + "-shm"] { try? FileManager.default.removeItem(atPath: journal) }
        let link = path + ".link"
        try? FileManager.default.removeItem(atPath: link)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: name)
        guard rename(link, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        try synchronize(folder.path(percentEncoded: false))
    }

    /// Removes all but the present file: the one before it, and what a broken import left.
    package func clear() {
        let folder = URL(filePath: path).deletingLastPathComponent()
        let (prefix, present) = (
            URL(filePath: path).lastPathComponent + ".", current.map { URL(filePath: $0).lastPathComponent }
        )
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
        for name in names where name.hasPrefix(prefix) && name != prefix + "lock" {
            if let present, name.hasPrefix(present) { continue }
            try? FileManager.default.removeItem(at: folder.appending(path: name))
        }
    }

    /// Holds the register for one import; the hold ends with the value, or with the process.
    ///
    /// - Throws: ``ExtractProblem/busy(_:)`` where another import holds it, or an error of the file system.
    func lock() throws -> Hold {
        let descriptor = open(path + ".lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path]) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw ExtractProblem.busy(path)
        }
        return Hold(descriptor: descriptor)
    }

    /// That one import works on the register.
    final class Hold: Sendable {
        private let descriptor: Int32

        init(descriptor: Int32) { self.descriptor = descriptor }

        deinit { close(descriptor) }
    }

    /// Waits until a file, or the names in a folder, are on the disk.
    private func synchronize(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CocoaError(.fileReadUnknown, userInfo: [NSFilePathErrorKey: path]) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path]) }
    }
}
