internal import TandemCSV
package import TandemDomain
internal import TandemSQL
internal import TandemStore

/// What an import of enrolments read and stored.
package struct EnrolmentReport: Sendable, Hashable {
    /// What came in for one reference date.
    package struct Count: Sendable, Hashable {
        package let referenceDate: Day
        package fileprivate(set) var rows = 0
        package fileprivate(set) var learners = 0
        /// Whether the date had been there before.
        package fileprivate(set) var replaces = false
        fileprivate var digest: [UInt8] = []

        fileprivate init(referenceDate: Day) { self.referenceDate = referenceDate }

        fileprivate mutating func add(_ row: EnrolmentRow) {
            rows += 1
            learners += row.enrolment.enrolled
            digest = TandemStore.digest(of: digest + Array(row.content.utf8))
        }
    }

    /// In the order of their dates.
    package let counts: [Count]
    package let wasDryRun: Bool
}

extension Counter {
    /// Imports the offer and the learners of providers from a CSV file, all or nothing (`Documentation/Enrolments.md`).
    ///
    /// A reference date that the file speaks of is replaced as a whole. The file is read twice: once to find everything
    /// that is wrong, once to store it in one transaction.
    ///
    /// - Parameters:
    ///   - source: the bytes of the file.
    ///   - isDryRun: reads and checks only.
    ///   - actor: who brings it in.
    /// - Returns: what was read and stored.
    /// - Throws: ``ImportRefused`` with line, column and reason; nothing is stored then.
    package func importEnrolments(
        from source: @escaping ByteSource,
        isDryRun: Bool = false,
        by actor: Actor = .law
    ) async throws -> EnrolmentReport {
        let counts = try checkEnrolments(source)
        if isDryRun { return EnrolmentReport(counts: counts, wasDryRun: true) }
        return try await act(by: actor) { desk in
            var stored = try StoredEnrolments(desk: desk, counts: counts)
            try forEachEnrolment(source) { row, _ in
                if let row { try stored.store(row) }
                return true
            }
            try stored.finish()
            return EnrolmentReport(counts: stored.counts, wasDryRun: false)
        }
    }

    private static let mostProblems = 100

    /// Reads the whole file without storing anything.
    private func checkEnrolments(_ source: ByteSource) throws -> [EnrolmentReport.Count] {
        var counts: [Day: EnrolmentReport.Count] = [:]
        var lines: [[String]: Int] = [:]
        var problems: [ImportProblem] = []
        try forEachEnrolment(source) { row, found in
            problems += found
            if let row {
                if let first = lines.updateValue(row.line, forKey: row.key) {
                    let kind = ImportProblem.Kind.duplicateReference(firstLine: first)
                    problems.append(ImportProblem(line: row.line, column: 1, name: nil, kind: kind))
                }
                counts[row.referenceDate, default: .init(referenceDate: row.referenceDate)].add(row)
            }
            return problems.count < Self.mostProblems
        }
        if problems.isEmpty { return counts.values.sorted { $0.referenceDate < $1.referenceDate } }
        throw ImportRefused(
            problems: Array(problems.prefix(Self.mostProblems)),
            wasCutOff: problems.count >= Self.mostProblems
        )
    }

    /// Goes through the file once; `body` says whether to go on.
    private func forEachEnrolment(
        _ source: ByteSource,
        _ body: (EnrolmentRow?, [ImportProblem]) throws -> Bool
    ) throws {
        var reader: EnrolmentRowReader?
        var found: (row: EnrolmentRow?, problems: [ImportProblem]) = (nil, [])
        var isEmpty = true
        try forEachRecord(source) { read in
            do throws(CSVError) {
                let record = try read.get()
                guard reader != nil else {
                    reader = try EnrolmentRowReader(reference: reference, header: record, today: clock.today())
                    return true
                }
                found = (reader?.read(record), reader?.problems ?? [])
            } catch {
                found = (nil, [ImportProblem(error)])
            }
            isEmpty = false
            return try body(found.row, found.problems)
        }
        if isEmpty { _ = try body(nil, [ImportProblem(line: 1, column: 1, name: nil, kind: .empty)]) }
    }
}

/// The rows of a file on their way into the register, a portion at a time.
private struct StoredEnrolments {
    private var desk: Desk
    private(set) var counts: [EnrolmentReport.Count]
    private var identities: [Day: Identifier<EnrolmentCount>] = [:]
    private var waiting: [Identifier<EnrolmentCount>: [EnrolmentRecord]] = [:]
    private var size = 0

    private static let portion = 1000

    /// Begins each reference date anew, with an event.
    init(desk: Desk, counts: [EnrolmentReport.Count]) throws {
        self.desk = desk
        self.counts = counts
        for (index, count) in counts.enumerated() {
            let (id, version) = try desk.session.startEnrolmentCount(
                of: count.referenceDate,
                rowCount: count.rows,
                enrolled: count.learners,
                digest: count.digest,
                on: desk.today
            )
            identities[count.referenceDate] = id
            self.counts[index].replaces = version > 1
            try self.desk.record(
                .enrolmentCount,
                id.rawValue,
                version: version,
                act: version > 1 ? "replaced" : "imported"
            )
        }
    }

    mutating func store(_ row: EnrolmentRow) throws {
        guard let id = identities[row.referenceDate] else { return }
        waiting[id, default: []].append(row.enrolment)
        size += 1
        if size == Self.portion { try finish() }
    }

    /// Writes the rows that wait.
    mutating func finish() throws {
        for (id, rows) in waiting.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try desk.session.add(rows, to: id)
        }
        (waiting, size) = ([:], 0)
    }
}
