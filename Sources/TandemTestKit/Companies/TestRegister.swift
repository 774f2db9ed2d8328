package import TandemRegister
internal import TandemSQLite
internal import Testing

/// A company register in a folder of its own.
package struct TestRegister {
    package let folder: TestFolder
    package let file: RegisterFile
    package let gazetteer: Gazetteer

    package static let driver = RegisterDriver(
        open: { try SQLiteDatabase(path: $0) },
        make: { try SQLiteDatabase(path: $0, isScratch: true) }
    )

    package init() throws {
        folder = try TestFolder()
        file = RegisterFile(path: folder.file("companies.sqlite"))
        gazetteer = try Gazetteer.load()
    }

    @discardableResult
    package func `import`(_ path: String, acceptsSmaller: Bool = false) async throws -> RegisterImport.Outcome {
        try await RegisterImport(file, driver: Self.driver, gazetteer: gazetteer, acceptsSmaller: acceptsSmaller)(path)
    }

    /// Imports an extract and gives the report.
    @discardableResult
    package func load(_ extract: TestExtract) async throws -> ImportReport {
        guard case .imported(let report) = try await `import`(folder.write(extract)) else {
            throw ExtractProblem.empty
        }
        return report
    }

    /// What the counter would read now.
    package func snapshot() async throws -> RegisterSnapshot {
        try #require(try await CompanyRegister(file, driver: Self.driver, gazetteer: gazetteer).current())
    }

    package func enterprise(_ number: String) async throws -> RegisteredEnterprise? {
        try await snapshot().enterprise(try #require(EntityNumber(number)))
    }
}
