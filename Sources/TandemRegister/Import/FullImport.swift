internal import TandemSQL

/// Makes a register of a Full, beside the one that is there, and puts it in its place when it is whole.
struct FullImport {
    let file: RegisterFile
    let driver: RegisterDriver
    let gazetteer: Gazetteer
    let progress: @Sendable (ImportProgress) -> Void
    /// What the side file said, which the new register keeps.
    let employers: [EmployerRow]

    /// - Throws: ``ExtractProblem``, ``SQLError`` or an error of the file system; the register is as it was then.
    func callAsFunction(_ reader: ExtractReader, replacing enterprises: Int?) async throws -> ImportReport {
        var reader = reader
        var tables = try await reader.readFull()
        tables.sort()
        if let enterprises, tables.enterprises.count * 2 < enterprises {
            throw ExtractProblem.shrunk(from: enterprises, to: tables.enterprises.count)
        }
        let database = try driver.make(file.building)
        do {
            let report = try await fill(database, EntityBatches(tables), tables.labels, reader.finish())
            try await database.close()
            try file.publish(extract: report.identity.number)
            return report
        } catch {
            try? await database.close()
            file.clear()
            throw error
        }
    }

    private func fill(
        _ database: any SQLDatabase,
        _ batches: consuming EntityBatches,
        _ labels: [CodeLabel],
        _ started: ImportReport
    ) async throws -> ImportReport {
        var report = started
        try await database.write { session in
            try RegisterSchema.make(session)
            for label in labels { try session.run(CodeStatements.insert(label)) }
            var employers = employers.makeIterator()
            try session.load(EmployerStatements.table()) { employers.next().map(EmployerStatements.values) }
        }
        for (table, count) in try await store(batches, in: database) { report.addDuplicates(count, in: table.fullFile) }
        report.isReindexed = true
        let (indexing, finished) = (Indexing(gazetteer: gazetteer, progress: progress), report)
        try await database.write { session in
            try RegisterSchema.makeIndexes(session)
            let segment = try indexing.segment(session)
            try IndexParts.write(segment, fingerprint: indexing.gazetteer.fingerprint, to: session)
            let extract = ImportedExtract(identity: finished.identity, report: finished.json)
            try session.run(ExtractStatements.insert(extract))
        }
        return report
    }

    private func store(_ batches: EntityBatches, in database: any SQLDatabase) async throws -> [ExtractTable: Int] {
        var stored = 0
        var upcoming = await batches.nextBatch()
        while let batch = upcoming {
            async let following = batches.nextBatch()
            try await database.write { session in
                var rows = batch.rows.makeIterator()
                try session.load(EntityStatements.table(of: batch.kind)) { rows.next() }
            }
            stored += batch.rows.count
            progress(ImportProgress(step: .storing, done: stored, total: batches.total))
            upcoming = await following
        }
        return await batches.finish()
    }
}

/// Makes the index for searching from what is stored.
struct Indexing {
    let gazetteer: Gazetteer
    let progress: @Sendable (ImportProgress) -> Void

    /// The index of the whole register.
    ///
    /// - Throws: ``SQLError``.
    func segment(_ session: any SQLSession) throws -> Segment {
        let counts = try EntityStatements.counts(session)
        let total = counts.enterprises + counts.establishments
        var builder = SegmentBuilder(gazetteer)
        var done = 0
        func count() {
            done += 1
            if done % 16_384 == 0 { progress(ImportProgress(step: .indexing, done: done, total: total)) }
        }
        try session.forEachRow(EntityStatements.enterpriseRecords) { row in
            try builder.add(enterprise: row)
            count()
        }
        try session.forEachRow(EntityStatements.establishmentRecords) { row in
            try builder.add(establishment: row)
            count()
        }
        progress(ImportProgress(step: .indexing, done: total, total: total))
        return builder.segment()
    }

    /// The index of what changed since that of the whole register was made.
    ///
    /// - Throws: ``SQLError``.
    func changedSegment(_ session: any SQLSession, gaps: [UInt32: UInt32]) throws -> Segment {
        var builder = SegmentBuilder(gazetteer)
        try session.forEachRow(EntityStatements.changedEnterpriseRecords) { try builder.add(enterprise: $0) }
        try session.forEachRow(EntityStatements.changedEstablishmentRecords) { try builder.add(establishment: $0) }
        return builder.segment(gaps: gaps)
    }
}

extension SegmentBuilder {
    /// Takes a row of number, type and record.
    fileprivate mutating func add(enterprise row: SQLRow) throws {
        add(
            enterprise: UInt32(try row.int(0)),
            isNaturalPerson: try row.int(1) == EnterpriseType.naturalPerson.rawValue,
            EntityRecord(try row.blob(2))
        )
    }

    /// Takes a row of number, enterprise and record.
    fileprivate mutating func add(establishment row: SQLRow) throws {
        add(
            establishment: UInt32(try row.int(0)),
            of: UInt32(try row.int(1)),
            EntityRecord(try row.blob(2))
        )
    }
}
