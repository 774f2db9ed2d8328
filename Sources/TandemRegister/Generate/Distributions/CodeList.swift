internal import CArchive
internal import Foundation

/// The code lists of the register, which the program carries packed.
enum CodeList {
    /// The rows of `code.csv`: category, code, and the Dutch, French and German label, the last empty for most.
    static func rows() throws -> [[Substring]] {
        let text = String(decoding: try unpacked(DistributionFile.url("codes.tsv.xz").path), as: UTF8.self)
        return text.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    }

    private static func unpacked(_ path: String) throws -> [UInt8] {
        let archive = archive_read_new()
        defer { archive_read_free(archive) }
        archive_read_support_filter_xz(archive)
        archive_read_support_format_raw(archive)
        var entry: OpaquePointer?
        guard archive_read_open_filename(archive, path, 1 << 16) == ARCHIVE_OK,
            archive_read_next_header(archive, &entry) == ARCHIVE_OK
        else { throw GeneratorProblem.dataMissing(path) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = buffer.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return bytes
    }
}
