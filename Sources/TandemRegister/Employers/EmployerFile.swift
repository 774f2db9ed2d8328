internal import TandemCSV
internal import TandemDomain

/// Reads the side file: a header, then a line for each establishment.
struct EmployerFile {
    /// The last two columns may be absent, and every field but the number may be empty.
    static let required = ["EstablishmentNumber", "JointCommittee"]
    static let optional = ["SizeClass", "Employees"]

    private var reader = CSVReader()
    private var columns: Columns?
    private var seen = allNumbers()

    private struct Columns {
        let number: CSVColumn
        let committee: CSVColumn
        let size: CSVColumn
        let employees: CSVColumn

        init(_ record: CSVRecord) throws(CSVError) {
            let header = try CSVHeader(record, required: EmployerFile.required, optional: EmployerFile.optional)
            number = try header.column("EstablishmentNumber")
            committee = try header.column("JointCommittee")
            size = try header.column("SizeClass")
            employees = try header.column("Employees")
        }
    }

    mutating func feed(_ chunk: [UInt8]) { reader.feed(chunk) }

    mutating func finish() { reader.finish() }

    /// The next row; nothing until more is fed, or at the end.
    mutating func next() throws(EmployerProblem) -> EmployerRow? {
        guard let record = try record(), let columns else { return nil }
        return EmployerRow(
            stem: try number(record, columns.number),
            committee: try committee(record, columns.committee),
            employees: try employees(record, columns)
        )
    }

    private mutating func record() throws(EmployerProblem) -> CSVRecord? {
        do throws(CSVError) {
            if columns == nil, let record = try reader.next() { columns = try Columns(record) }
            return columns == nil ? nil : try reader.next()
        } catch {
            throw EmployerProblem(error)
        }
    }

    private mutating func number(_ record: CSVRecord, _ column: CSVColumn) throws(EmployerProblem) -> UInt32 {
        let text = record[column]
        guard let number = try? EstablishmentNumber(text) else {
            throw EmployerProblem(.notAnEstablishment(text), at: record.position(of: column))
        }
        let stem = EntityNumber(number).stem
        guard seen.insert(stem) else { throw EmployerProblem(.twice(text), at: record.position(of: column)) }
        return stem
    }

    private func committee(_ record: CSVRecord, _ column: CSVColumn) throws(EmployerProblem) -> String? {
        let text = record[column]
        if text.isEmpty { return nil }
        guard let committee = JointCommitteeNumber(text) else {
            throw EmployerProblem(.notACommittee(text), at: record.position(of: column))
        }
        return committee.rawValue
    }

    /// The number itself, or else the fewest of the class.
    private func employees(_ record: CSVRecord, _ columns: Columns) throws(EmployerProblem) -> Int? {
        let (size, count) = (record[columns.size], record[columns.employees])
        let bounds = size.isEmpty ? nil : Self.bounds(ofClass: size)
        if !size.isEmpty, bounds == nil {
            throw EmployerProblem(.notASizeClass(size), at: record.position(of: columns.size))
        }
        if count.isEmpty { return bounds?.lowerBound }
        guard let employees = Int(count), employees >= 0 else {
            throw EmployerProblem(.notACount(count), at: record.position(of: columns.employees))
        }
        if let bounds, !bounds.contains(employees) {
            throw EmployerProblem(.outsideClass(count), at: record.position(of: columns.employees))
        }
        return employees
    }

    /// `size_5_9` is five to nine, `size_1000_plus` a thousand or more.
    private static func bounds(ofClass text: String) -> ClosedRange<Int>? {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.first == "size", (2...3).contains(parts.count), let least = Int(parts[1]), least >= 0 else {
            return nil
        }
        if parts.count == 2 { return least...least }
        if parts[2] == "plus" { return least...Int.max }
        return Int(parts[2]).flatMap { $0 >= least ? least...$0 : nil }
    }
}
