/// All rows of an extract, packed: of a Full everything, of an Update what is put in.
struct ExtractTables {
    var labels: [CodeLabel] = []
    var enterprises: [EnterpriseRow] = []
    var establishments: [OwnedRow] = []
    var branches: [OwnedRow] = []
    var names = PackedRows()
    var addresses = PackedRows()
    var contacts = PackedRows()
    var activities = PackedActivityRows()

    /// Puts every table in the order of its numbers.
    mutating func sort() {
        sortUnlessSorted(&enterprises, by: \.stem)
        sortUnlessSorted(&establishments, by: \.stem)
        sortUnlessSorted(&branches, by: \.stem)
        names.sort()
        addresses.sort()
        contacts.sort()
        activities.sort()
    }

    private func sortUnlessSorted<Facts>(_ rows: inout [Facts], by stem: (Facts) -> UInt32) {
        guard zip(rows, rows.dropFirst()).contains(where: { stem($0) > stem($1) }) else { return }
        rows.sort { stem($0) < stem($1) }
    }
}

/// Reads the tables of an extract one by one and keeps the account of them.
struct ExtractReader {
    let archive: ExtractArchive
    private(set) var report: ImportReport
    private var done = 0
    private let total: Int
    private let progress: @Sendable (ImportProgress) -> Void

    /// Reads which extract it is.
    ///
    /// - Throws: ``ExtractProblem`` where `meta.csv` is missing or not to be trusted, or the name says otherwise.
    init(_ archive: ExtractArchive, progress: @escaping @Sendable (ImportProgress) -> Void) async throws {
        var reading = TableReading("meta.csv", into: MetaSink())
        try await readTable(try archive.open("meta.csv"), &reading) { _ in }
        let identity = try ExtractIdentity(meta: reading.sink.values)
        if let name = ArchiveName(archive.name), !name.fits(identity) {
            throw ExtractProblem.nameDiffers(name: archive.name, meta: identity.words)
        }
        self.archive = archive
        self.progress = progress
        report = ImportReport(identity)
        let files = ExtractTable.allCases.flatMap {
            identity.kind == .full ? [$0.fullFile] : [$0.deleteFile, $0.insertFile]
        }
        if let missing = (files + ["code.csv"]).first(where: { !archive.contains($0) }) {
            throw ExtractProblem.fileMissing(missing)
        }
        total = files.reduce(0) { $0 + archive.size(of: $1) }
    }

    /// Reads one file to its end.
    ///
    /// - Throws: ``ExtractProblem``.
    mutating func read<Sink: RowSink>(_ file: String, into sink: Sink) async throws -> Sink {
        var reading = TableReading(file, into: sink)
        var bytes = done
        let (total, progress) = (total, progress)
        try await readTable(try archive.open(file), &reading) { count in
            bytes += count
            progress(ImportProgress(step: .reading, done: bytes, total: max(bytes, total)))
        }
        done = bytes
        report.add(reading)
        return reading.sink
    }

    /// Reads all tables of a Full.
    ///
    /// - Throws: ``ExtractProblem``, also where it holds no enterprise.
    mutating func readFull() async throws -> ExtractTables {
        var tables = ExtractTables()
        tables.labels = try await read("code.csv", into: CodeSink()).labels
        let known = try await readMain(into: &tables, known: allNumbers()) { $0.fullFile }
        guard !tables.enterprises.isEmpty else { throw ExtractProblem.empty }
        try await readDetails(into: &tables, known: known) { $0.fullFile }
        return tables
    }

    /// Reads enterprises, establishments and branches, and gives back the numbers that are known then.
    mutating func readMain(
        into tables: inout ExtractTables,
        known: NumberSet,
        _ file: (ExtractTable) -> String
    ) async throws -> NumberSet {
        let enterprises = try await read(file(.enterprise), into: EnterpriseSink(known: known))
        tables.enterprises = enterprises.rows
        let establishments = try await read(
            file(.establishment),
            into: OwnedSink<EstablishmentKind>(known: enterprises.known)
        )
        tables.establishments = establishments.rows
        let branches = try await read(file(.branch), into: OwnedSink<BranchKind>(known: establishments.known))
        tables.branches = branches.rows
        return branches.known
    }

    /// Reads names, addresses, contacts and activities of the numbers that are known.
    mutating func readDetails(
        into tables: inout ExtractTables,
        known: NumberSet,
        _ file: (ExtractTable) -> String
    ) async throws {
        func size(_ table: ExtractTable) -> Int { archive.size(of: file(table)) }
        tables.names = try await read(
            file(.denomination),
            into: NameSink(known: known, expectedBytes: size(.denomination))
        ).rows
        tables.addresses = try await read(
            file(.address),
            into: AddressSink(known: known, expectedBytes: size(.address))
        ).rows
        tables.contacts = try await read(
            file(.contact),
            into: ContactSink(known: known, expectedBytes: size(.contact))
        ).rows
        tables.activities = try await read(
            file(.activity),
            into: ActivitySink(known: known, expectedBytes: size(.activity))
        ).rows
    }

    /// The report, to be added to.
    consuming func finish() -> ImportReport { report }
}
