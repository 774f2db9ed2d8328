internal import TandemSQL

/// Takes an extract of the company register over: a Full makes the register anew, an Update changes it.
package struct RegisterImport: Sendable {
    private let file: RegisterFile
    private let driver: RegisterDriver
    private let gazetteer: Gazetteer
    /// Whether a Full may have fewer than half of the enterprises that are there.
    private let acceptsSmaller: Bool

    package init(
        _ file: RegisterFile,
        driver: RegisterDriver,
        gazetteer: Gazetteer,
        acceptsSmaller: Bool = false
    ) {
        self.file = file
        self.driver = driver
        self.gazetteer = gazetteer
        self.acceptsSmaller = acceptsSmaller
    }

    /// What became of an extract.
    package enum Outcome: Sendable, Hashable {
        case imported(ImportReport)
        /// The register has this Update already: it stands at `register`.
        case skipped(ExtractIdentity, register: Int)
    }

    /// Imports the extract in a zip or a folder, all or nothing.
    ///
    /// - Throws: ``ExtractProblem``, ``SQLError`` or an error of the file system; the register is as it was then.
    package func callAsFunction(
        _ path: String,
        progress: @escaping @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws -> Outcome {
        let hold = try file.lock()
        defer { withExtendedLifetime(hold) {} }
        file.clear()
        let reader = try await ExtractReader(ExtractArchive(path: path), progress: progress)
        switch reader.report.identity.kind {
        case .full: return .imported(try await importFull(reader, progress))
        case .update: return try await importUpdate(reader, progress)
        }
    }

    private func importFull(
        _ reader: ExtractReader,
        _ progress: @escaping @Sendable (ImportProgress) -> Void
    ) async throws -> ImportReport {
        let full = FullImport(
            file: file,
            driver: driver,
            gazetteer: gazetteer,
            progress: progress,
            employers: await presentEmployers()
        )
        return try await full(reader, replacing: acceptsSmaller ? nil : await presentEnterprises())
    }

    private func importUpdate(
        _ reader: ExtractReader,
        _ progress: @escaping @Sendable (ImportProgress) -> Void
    ) async throws -> Outcome {
        guard let current = file.current else { throw ExtractProblem.noRegister }
        let identity = reader.report.identity
        let database = try driver.open(current)
        let extracts = try await database.read { session in try ExtractStatements.all(session) }
        guard let last = extracts.last?.identity.number else { throw ExtractProblem.noRegister }
        if identity.number <= last { return .skipped(identity, register: last) }
        guard identity.number == last + 1 else { throw ExtractProblem.gap(register: last, extract: identity.number) }
        let update = UpdateImport(
            database: database,
            indexing: Indexing(gazetteer: gazetteer, progress: progress)
        )
        return .imported(try await update(reader))
    }

    /// What the side file said; nothing where the register there was cannot be read any more.
    private func presentEmployers() async -> [EmployerRow] {
        guard let current = file.current, let database = try? driver.open(current) else { return [] }
        return
            (try? await database.read { session in
                try session.rows(EmployerStatements.all).map { try EmployerStatements.row($0) }
            }) ?? []
    }

    /// How many enterprises the register has; nothing where there is none, or one that cannot be read any more.
    private func presentEnterprises() async -> Int? {
        guard let current = file.current, let database = try? driver.open(current) else { return nil }
        return try? await database.read { session in try EntityStatements.counts(session).enterprises }
    }
}
