internal import TandemCSV
internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// Gives a file piece by piece, from the start each time it is asked; nothing at the end.
package typealias ByteSource = @Sendable () throws -> AnyIterator<[UInt8]>

extension Counter {
    /// Imports applications with their decisions from a CSV file, all or nothing (`Documentation/Import.md`).
    ///
    /// The file is read twice: once to find everything that is wrong, once to store it in one transaction.
    ///
    /// - Parameters:
    ///   - source: the bytes of the file.
    ///   - isDryRun: reads and checks only.
    ///   - portion: how many applications are written at once.
    ///   - progress: is told how many lines are done, now and then; the total is known in the second reading.
    /// - Returns: what was read and stored.
    /// - Throws: ``ImportRefused`` with line, column and reason; nothing is stored then.
    package func importRecognitions(
        from source: @escaping ByteSource,
        isDryRun: Bool = false,
        portion: Int = 1000,
        progress: @escaping @Sendable (_ done: Int, _ total: Int?) -> Void = { _, _ in }
    ) async throws -> ImportReport {
        let today = clock.today()
        let total = try await check(source, today: today, progress: progress)
        let report = ImportReport(rows: total, wasDryRun: isDryRun)
        if isDryRun { return report }
        return try await act(by: .law) { desk in
            var stored = try StoredImport(desk: desk, report: report, portion: portion)
            try forEachRow(source, today: today) { row, _ in
                guard let row else { return true }
                try stored.store(row)
                if row.line % 500 == 0 { progress(row.line, total) }
                return true
            }
            try stored.finish()
            if total >= Self.manyRows { try desk.session.describeTables(desk.counter.database.dialect) }
            progress(total, total)
            return stored.report
        }
    }

    private static let mostProblems = 100
    /// So many applications change what is quick to look up.
    private static let manyRows = 1000

    /// Reads the whole file without storing anything; answers how many applications it holds.
    private func check(
        _ source: @escaping ByteSource,
        today: Day,
        progress: @escaping @Sendable (Int, Int?) -> Void
    ) async throws -> Int {
        let known = try await knownBefore()
        var consistency = ImportConsistency(vault: vault, known: known)
        var problems: [ImportProblem] = []
        var rows = 0
        var wasCutOff = false
        try forEachRow(source, today: today) { row, found in
            problems += found
            if let row {
                problems += consistency.problems(with: row)
                rows += 1
                if rows % 2000 == 0 { progress(rows, nil) }
            }
            wasCutOff = problems.count >= Self.mostProblems
            return !wasCutOff
        }
        problems += consistency.unknownRenewals
        if problems.isEmpty { return rows }
        throw ImportRefused(problems: Array(problems.prefix(Self.mostProblems)), wasCutOff: wasCutOff)
    }

    /// What stands in the register already and must not be contradicted.
    private func knownBefore() async throws -> KnownNumbers {
        try await database.read { session in
            var known = KnownNumbers()
            try session.forEachRow("SELECT reference, id FROM application WHERE reference IS NOT NULL") {
                known.references[try $0.text(0)] = .some(nil)
            }
            try session.forEachRow(
                "SELECT e.number, c.number FROM establishment e JOIN company c ON c.id = e.company_id"
            ) {
                known.companyOfEstablishment[try $0.text(0)] = try $0.text(1)
            }
            try session.forEachRow("SELECT number_hash, first_name, last_name FROM mentor") {
                known.nameOfMentor[try $0.blob(0)] = searchWords("\(try $0.text(1)) \(try $0.text(2))")
            }
            return known
        }
    }

    /// Goes through the file once; `body` says whether to go on.
    private func forEachRow(
        _ source: ByteSource,
        today: Day,
        _ body: (RecognitionRow?, [ImportProblem]) throws -> Bool
    ) throws {
        var rowReader: RecognitionRowReader?
        var found: (RecognitionRow?, [ImportProblem]) = (nil, [])
        try forEachRecord(source) { read in
            do throws(CSVError) {
                let record = try read.get()
                guard rowReader != nil else {
                    let header = try CSVHeader(record, required: RecognitionRow.required, optional: [])
                    rowReader = try RecognitionRowReader(reference: reference, header: header, today: today)
                    return true
                }
                let row = rowReader?.read(record)
                found = (row, rowReader?.problems ?? [])
            } catch {
                found = (nil, [ImportProblem(error)])
            }
            return try body(found.0, found.1)
        }
        if rowReader == nil { _ = try body(nil, [ImportProblem(line: 1, column: 1, name: nil, kind: .empty)]) }
    }
}
