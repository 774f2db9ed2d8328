internal import CArchive

/// Reads one file of a zip as a stream, by libarchive: nothing is unpacked to disk.
final class ZipReader: ChunkSource {
    private let archive: OpaquePointer
    private let file: String

    /// Opens the zip and goes to the entry of that name.
    ///
    /// - Throws: ``ExtractProblem`` where the zip cannot be read or has no such entry.
    init(_ path: String, entry name: String, file: String) throws(ExtractProblem) {
        archive = try Self.openArchive(path)
        self.file = file
        while let entry = try Self.nextEntry(of: archive, path: path) {
            if Self.name(of: entry) == name { return }
        }
        throw .fileMissing(file)
    }

    deinit { archive_read_free(archive) }

    func next() throws(ExtractProblem) -> [UInt8]? {
        var read = 0
        let chunk = [UInt8](unsafeUninitializedCapacity: chunkSize) { buffer, count in
            read = archive_read_data(archive, buffer.baseAddress, buffer.count)
            count = max(0, read)
        }
        guard read >= 0 else { throw .unreadable(file, Self.message(of: archive)) }
        return read == 0 ? nil : chunk
    }

    /// The names of all entries and their sizes unpacked.
    ///
    /// - Throws: ``ExtractProblem`` where it is no zip.
    static func files(_ path: String) throws(ExtractProblem) -> [(String, Int)] {
        let archive = try openArchive(path)
        defer { archive_read_free(archive) }
        var files: [(String, Int)] = []
        while let entry = try nextEntry(of: archive, path: path) {
            if let name = name(of: entry) { files.append((name, Int(archive_entry_size(entry)))) }
        }
        return files
    }

    private static func openArchive(_ path: String) throws(ExtractProblem) -> OpaquePointer {
        guard let archive = archive_read_new() else { throw .unreadable(path, "no memory") }
        archive_read_support_format_zip_seekable(archive)
        guard archive_read_open_filename(archive, path, chunkSize) == ARCHIVE_OK else {
            defer { archive_read_free(archive) }
            throw .unreadable(path, message(of: archive))
        }
        return archive
    }

    private static func nextEntry(of archive: OpaquePointer, path: String) throws(ExtractProblem) -> OpaquePointer? {
        var entry: OpaquePointer?
        switch archive_read_next_header(archive, &entry) {
        case ARCHIVE_OK: return entry
        case ARCHIVE_EOF: return nil
        case _: throw .unreadable(path, message(of: archive))
        }
    }

    private static func name(of entry: OpaquePointer) -> String? {
        archive_entry_pathname(entry).map { String(cString: $0) }
    }

    private static func message(of archive: OpaquePointer) -> String {
        archive_error_string(archive).map { String(cString: $0) } ?? "unknown error"
    }
}
