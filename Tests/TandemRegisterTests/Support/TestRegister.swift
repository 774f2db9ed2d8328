import Foundation
import TandemRegister
import TandemSQLite
import Testing

/// A company register in a folder of its own.
struct TestRegister {
    let folder: TestFolder
    let file: RegisterFile
    let gazetteer: Gazetteer

    static let driver = RegisterDriver(
        open: { try SQLiteDatabase(path: $0) },
        make: { try SQLiteDatabase(path: $0, isScratch: true) }
    )

    init() throws {
        folder = try TestFolder()
        file = RegisterFile(path: folder.file("companies.sqlite"))
        gazetteer = try Gazetteer.load()
    }

    @discardableResult
    func `import`(_ path: String, acceptsSmaller: Bool = false) async throws -> RegisterImport.Outcome {
        try await RegisterImport(file, driver: Self.driver, gazetteer: gazetteer, acceptsSmaller: acceptsSmaller)(path)
    }

    /// Imports an extract and gives the report.
    @discardableResult
    func load(_ extract: TestExtract) async throws -> ImportReport {
        guard case .imported(let report) = try await `import`(folder.write(extract)) else {
            throw ExtractProblem.empty
        }
        return report
    }

    /// What the counter would read now.
    func snapshot() async throws -> RegisterSnapshot {
        try #require(try await CompanyRegister(file, driver: Self.driver, gazetteer: gazetteer).current())
    }

    func enterprise(_ number: String) async throws -> RegisteredEnterprise? {
        try await snapshot().enterprise(try #require(EntityNumber(number)))
    }
}

/// Rows of raw CSV about invented companies; the check digits are right.
enum Rows {
    static func number(_ stem: UInt32) -> String { EntityNumber(stem: stem).formatted }

    static func enterprise(
        _ stem: UInt32,
        situation: String = "000",
        type: String = "2",
        form: String = "\"610\"",
        start: String = "01-03-2012"
    ) -> String {
        "\"\(number(stem))\",\"AC\",\"\(situation)\",\"\(type)\",\(form),,\(start)"
    }

    static func establishment(_ stem: UInt32, of enterprise: UInt32) -> String {
        "\"\(number(stem))\",01-04-2012,\"\(number(enterprise))\""
    }

    static func name(_ stem: UInt32, _ name: String, type: String = "001", language: String = "2") -> String {
        "\"\(number(stem))\",\"\(language)\",\"\(type)\",\"\(name.replacing("\"", with: "\"\""))\""
    }

    static func address(
        _ stem: UInt32,
        _ code: String,
        _ town: String,
        kind: String = "BAET",
        street: String = "Stationsstraat"
    ) -> String {
        "\"\(number(stem))\",\"\(kind)\",,,\"\(code)\",\"\(town)\",\"\(town)\",\"\(street)\",\"\(street)\",\"1\",,,"
    }

    static func activity(
        _ stem: UInt32,
        _ code: String,
        version: String = "2025",
        group: String = "003",
        classification: String = "MAIN"
    ) -> String {
        "\"\(number(stem))\",\"\(group)\",\"\(version)\",\"\(code)\",\"\(classification)\""
    }

    static func contact(_ stem: UInt32, _ type: String, _ value: String, kind: String = "ENT") -> String {
        "\"\(number(stem))\",\"\(kind)\",\"\(type)\",\"\(value)\""
    }
}
