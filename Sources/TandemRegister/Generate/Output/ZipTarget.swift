internal import CArchive
internal import Foundation
internal import TandemDomain

/// Writes the files of an extract into a zip, packed as they come.
final class ZipTarget: ExtractTarget {
    private let archive: OpaquePointer
    private let path: String
    private let time: Int
    private var isOpen = true

    /// Every file in it bears the day of the extract, so that the same options give the same bytes.
    init(_ path: String, day: Day) throws {
        guard let archive = archive_write_new() else {
            throw GeneratorProblem.notWritten(path, reason: "there is no memory for it")
        }
        self.archive = archive
        self.path = path
        // Half past seven in the evening, on the day before.
        time = (Int(day.number) - 1) * 86_400 + 70_200
        try check(archive_write_set_format_zip(archive))
        try check(archive_write_set_options(archive, "zip:compression-level=4"))
        try check(archive_write_open_filename(archive, path))
    }

    deinit { archive_write_free(archive) }

    private func check(_ status: Int32) throws {
        guard status < ARCHIVE_WARN else { return }
        let reason = archive_error_string(archive).map { String(cString: $0) } ?? "of an unknown reason"
        throw GeneratorProblem.notWritten(path, reason: reason)
    }

    func begin(file name: String) throws {
        let entry = archive_entry_new()
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, name)
        // That it is a regular file, which the header of the system says in a macro that Swift cannot see.
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_perm(entry, 0o644)
        archive_entry_set_mtime(entry, time, 0)
        try check(archive_write_header(archive, entry))
    }

    func write(_ bytes: [UInt8]) throws {
        let written = bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
        if written < 0 { try check(ARCHIVE_FATAL) }
    }

    func endFile() throws { try check(archive_write_finish_entry(archive)) }

    func finish() throws {
        guard isOpen else { return }
        isOpen = false
        try check(archive_write_close(archive))
    }
}
