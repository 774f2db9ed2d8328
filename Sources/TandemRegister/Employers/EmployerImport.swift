internal import TandemSQL

/// Takes a side file over, whole or not at all: joint committee and employees of each establishment.
///
/// It comes in the place of what was there, and the next Full keeps it.
package struct EmployerImport: Sendable {
    private let file: RegisterFile
    private let driver: RegisterDriver

    package init(_ file: RegisterFile, driver: RegisterDriver) {
        self.file = file
        self.driver = driver
    }

    /// What became of the file.
    package struct Report: Hashable, Sendable {
        /// Lines below the header.
        package let rows: Int
        /// Of these, establishments that the register does not have.
        package let unknown: Int
    }

    /// Imports the side file that lies in chunks of bytes.
    ///
    /// - Throws: ``EmployerProblem`` with line and column, ``ExtractProblem`` where there is no register or an import
    ///   works on it, ``SQLError``, or what the chunks throw; the register is as it was then.
    package func callAsFunction(_ chunks: @escaping @Sendable () throws -> AnyIterator<[UInt8]>) async throws -> Report
    {
        let hold = try file.lock()
        defer { withExtendedLifetime(hold) {} }
        guard let current = file.current else { throw ExtractProblem.noRegister }
        let database = try driver.open(current)
        return try await database.write { session in
            _ = try ExtractStatements.all(session)
            try session.run(EmployerStatements.deleteAll)
            var rows = try EmployerRowSource(chunks())
            let count = try session.load(EmployerStatements.table()) { try rows.next().map(EmployerStatements.values) }
            return Report(rows: count, unknown: try session.integer(EmployerStatements.unknownCount))
        }
    }
}

/// The rows of a side file, one after the other.
private struct EmployerRowSource {
    private let chunks: AnyIterator<[UInt8]>
    private var file = EmployerFile()
    private var isFinished = false

    init(_ chunks: AnyIterator<[UInt8]>) { self.chunks = chunks }

    mutating func next() throws(EmployerProblem) -> EmployerRow? {
        while true {
            if let row = try file.next() { return row }
            if isFinished { return nil }
            if let chunk = chunks.next() {
                file.feed(chunk)
            } else {
                file.finish()
                isFinished = true
            }
        }
    }
}
