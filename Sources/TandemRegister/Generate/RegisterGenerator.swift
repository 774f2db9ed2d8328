package import Foundation
internal import TandemDomain

/// Makes a synthetic company register in the form of KBO Open Data: invented companies, real proportions.
///
/// The same options give the same bytes, on any number of processors.
package struct RegisterGenerator: Sendable {
    private let options: GeneratorOptions

    package init(_ options: GeneratorOptions) throws {
        try options.check()
        self.options = options
    }

    /// Writes the extracts, `employers.csv` and `expected.json` into a folder, and names each extract once it is there.
    ///
    /// - Throws: `GeneratorProblem`, or an error of the file system
    package func write(to folder: URL, progress: (String) -> Void = { _ in }) async throws {
        try makeFolder(folder)
        let population = try await Population(options)
        let writer = try ExtractWriter(workers: options.workers)
        var expected = Expected(seed: options.seed, scale: options.scale, dirt: options.dirt.rawValue)
        let delivery = Delivery(folder: folder, options: options, writer: writer)
        let state: RegisterState
        if options.dirt == .hostile {
            state = RegisterState(population)
            try await HostileRegister(delivery: delivery).write(state, &expected, progress)
        } else {
            state = try await delivery.write(RegisterState(population), &expected, progress)
        }
        expected.employers = try await writeEmployers(state, to: folder)
        try expected.json().write(to: folder.appending(path: "expected.json"))
    }

    private func writeEmployers(_ state: RegisterState, to folder: URL) async throws -> Int {
        let rows = try EmployerRows(state)
        let target = try FolderTarget(folder)
        let parts = pieces(of: state.countWithAdditional(of: .establishment), size: ExtractWriter.piece)
        var count = 0
        try target.begin(file: "employers.csv")
        try target.write(RegisterTable.header(EmployerRows.columns))
        try await inOrder(parts.count, workers: options.workers) { part in
            var row = RowWriter()
            for place in parts[part] { rows.append(state.entity(.establishment, at: place), to: &row) }
            return row
        } take: { row in
            try target.write(row.bytes)
            count += row.tally.rows
        }
        try target.endFile()
        return count
    }
}
