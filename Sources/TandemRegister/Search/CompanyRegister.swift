internal import TandemSQL

/// The company register as the counter reads it: always whole, and always the present one.
package actor CompanyRegister {
    private let file: RegisterFile
    private let driver: RegisterDriver
    private let gazetteer: Gazetteer
    private var opened: Opened?

    private struct Opened {
        let path: String
        let database: any SQLDatabase
        let snapshot: RegisterSnapshot
    }

    package init(_ file: RegisterFile, driver: RegisterDriver, gazetteer: Gazetteer) {
        self.file = file
        self.driver = driver
        self.gazetteer = gazetteer
    }

    /// The register as it is now; nothing while none is imported.
    ///
    /// A look at the file each time; the index is read again where an import changed it.
    ///
    /// - Throws: ``SQLError``.
    package func current() async throws -> RegisterSnapshot? {
        guard let path = file.current else { return nil }
        if let opened, opened.path == path {
            let count = try await opened.database.read { session in try session.integer(ExtractStatements.count) }
            if count == opened.snapshot.extracts.count { return opened.snapshot }
            return try await open(path, opened.database)
        }
        return try await open(path, try driver.open(path))
    }

    private func open(_ path: String, _ database: any SQLDatabase) async throws -> RegisterSnapshot {
        let gazetteer = gazetteer
        let snapshot = try await database.read { session in
            RegisterSnapshot(
                database: database,
                index: try SearchIndex.read(session, gazetteer),
                extracts: try ExtractStatements.all(session),
                counts: try EntityStatements.counts(session)
            )
        }
        opened = Opened(path: path, database: database, snapshot: snapshot)
        return snapshot
    }
}
