import CArchive
import Foundation
import TandemTestKit
import Testing

extension TestFolder {
    /// Writes an extract as a zip, and gives its path; `rename` changes names of entries.
    func zip(_ extract: TestExtract, as name: String, rename: [String: String] = [:]) throws -> String {
        let path = file(name)
        let archive = try #require(archive_write_new())
        defer { archive_write_free(archive) }
        #expect(archive_write_set_format_zip(archive) == ARCHIVE_OK)
        #expect(archive_write_open_filename(archive, path) == ARCHIVE_OK)
        for (name, bytes) in extract.contents.sorted(by: { $0.key > $1.key }) {
            let entry = try #require(archive_entry_new())
            defer { archive_entry_free(entry) }
            archive_entry_set_pathname(entry, rename[name] ?? name)
            archive_entry_set_size(entry, Int64(bytes.count))
            archive_entry_set_filetype(entry, 0o100_000)
            archive_entry_set_perm(entry, 0o644)
            #expect(archive_write_header(archive, entry) == ARCHIVE_OK)
            #expect(archive_write_data(archive, bytes, bytes.count) == bytes.count)
        }
        #expect(archive_write_close(archive) == ARCHIVE_OK)
        return path
    }
}
