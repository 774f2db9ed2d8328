import CArchive
import Foundation
import TandemDomain
import TandemRegister
import Testing

/// A small extract, table by table, as rows of raw CSV that a test can spoil.
struct TestExtract {
    var number = 140
    var kind = ExtractKind.full
    var snapshot = "04-10-2025"
    /// The files by name, each with its lines, the header first.
    var files: [String: [String]]
    var lineEnd = "\n"

    static let headers = [
        "enterprise":
            #""EnterpriseNumber","Status","JuridicalSituation","TypeOfEnterprise","JuridicalForm","JuridicalFormCAC","StartDate""#,
        "establishment": #""EstablishmentNumber","StartDate","EnterpriseNumber""#,
        "branch": #""Id","StartDate","EnterpriseNumber""#,
        "denomination": #""EntityNumber","Language","TypeOfDenomination","Denomination""#,
        "address": [
            #""EntityNumber","TypeOfAddress","CountryNL","CountryFR","Zipcode","MunicipalityNL","MunicipalityFR","#,
            #""StreetNL","StreetFR","HouseNumber","Box","ExtraAddressInfo","DateStrikingOff""#,
        ].joined(),
        "contact": #""EntityNumber","EntityContact","ContactType","Value""#,
        "activity": #""EntityNumber","ActivityGroup","NaceVersion","NaceCode","Classification""#,
    ]

    /// A Full with the tables that are given, and no rows in the others.
    static func full(_ number: Int = 140, _ rows: [String: [String]]) -> TestExtract {
        var files = ["code.csv": codes]
        for (table, header) in headers { files[table + ".csv"] = [header] + (rows[table] ?? []) }
        return TestExtract(number: number, files: files)
    }

    /// An Update: `delete` holds numbers, `insert` rows.
    static func update(
        _ number: Int,
        delete: [String: [String]] = [:],
        insert: [String: [String]] = [:]
    ) -> TestExtract {
        let keys = ["enterprise": "EnterpriseNumber", "establishment": "EstablishmentNumber", "branch": "Id"]
        var files = ["code.csv": codes]
        for (table, header) in headers {
            let key = "\"\(keys[table] ?? "EntityNumber")\""
            files[table + "_delete.csv"] = [key] + (delete[table] ?? []).map { "\"\($0)\"" }
            files[table + "_insert.csv"] = [header] + (insert[table] ?? [])
        }
        return TestExtract(number: number, kind: .update, files: files)
    }

    static let codes = [
        #""Category","Code","Language","Description""#,
        #""JuridicalForm","610","NL","Besloten Vennootschap""#,
        #""JuridicalForm","610","FR"," Société à responsabilité limitée""#,
        #""Nace2025","43211","NL","Elektrotechnische installatiewerken""#,
    ]

    private var meta: [String] {
        [
            #""Variable","Value""#, "\"SnapshotDate\",\"\(snapshot)\"",
            "\"ExtractTimestamp\",\"05-10-2025 07:21:18\"", "\"ExtractType\",\"\(kind.rawValue)\"",
            "\"ExtractNumber\",\"\(number)\"", "\"Version\",\"1.0.0\"",
        ]
    }

    /// All files as bytes.
    var contents: [String: [UInt8]] {
        var all = files
        if all["meta.csv"] == nil { all["meta.csv"] = meta }
        return all.mapValues { Array(($0.joined(separator: lineEnd) + lineEnd).utf8) }
    }
}

/// A folder of a test, gone when the value goes.
final class TestFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "tandem-register-\(UUID().uuidString)")
            .path(percentEncoded: false)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { path + "/" + name }

    /// The names of the files that lie in it.
    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
    }

    /// Writes an extract as a folder, and gives its path.
    func write(_ extract: TestExtract, as name: String = "extract") throws -> String {
        let folder = file(name)
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, bytes) in extract.contents {
            try Data(bytes).write(to: URL(filePath: folder).appending(path: name))
        }
        return folder
    }

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
