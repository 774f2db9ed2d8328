internal import TandemSQL

/// A row of the side file.
struct EmployerRow: Sendable {
    let stem: UInt32
    let committee: String?
    let employees: Int?
}

/// The statements about what the side file says.
enum EmployerStatements {
    static let deleteAll: SQL = "DELETE FROM employer"

    static func table() throws -> SQLTable { try SQLTable("employer", ["number", "committee", "employees"]) }

    static func values(_ row: EmployerRow) -> [SQLValue] {
        [
            .integer(Int64(row.stem)), row.committee.map { .text($0) } ?? .null,
            row.employees.map { .integer(Int64($0)) } ?? .null,
        ]
    }

    /// How many rows are of establishments that the register does not have.
    static let unknownCount: SQL = """
        SELECT count(*) FROM employer WHERE number NOT IN (SELECT number FROM establishment)
        """

    static let all: SQL = "SELECT number, committee, employees FROM employer ORDER BY number"

    static func row(_ row: SQLRow) throws -> EmployerRow {
        EmployerRow(
            stem: UInt32(try row.int(0)),
            committee: try row.optionalText(1),
            employees: try row.optionalInt(2)
        )
    }

    /// The rows of an establishment, or of those of an enterprise.
    static func employers(_ number: EntityNumber) -> SQL {
        switch number.kind {
        case .enterprise:
            """
            SELECT employer.committee, employer.employees
            FROM establishment CROSS JOIN employer ON employer.number = establishment.number
            WHERE establishment.enterprise = \(Int(number.stem))
            """
        case .establishment, .branch:
            "SELECT committee, employees FROM employer WHERE number = \(Int(number.stem))"
        }
    }

    static func employer(_ row: SQLRow) throws -> RegisteredEmployer {
        RegisteredEmployer(employees: try row.optionalInt(1), jointCommittee: try row.optionalText(0))
    }
}
