import TandemPostgres
import TandemSQL
import TandemTestKit
import Testing

@Suite(.enabled(if: TestDatabase.server != nil)) struct `A connection` {
    @Test func `gives values back as they were bound`() async throws {
        let database = try await TestDatabase.blank()
        let row = try await database.read { session in
            try session.row(
                "SELECT \(Int64.min), \(-1.5), \("één\t\\ ' ?"), \([UInt8](0...255)), \(String?.none), \(true), 2 < 1"
            )
        }
        let expected: [SQLValue] = [
            .integer(.min), .real(-1.5), .text("één\t\\ ' ?"), .blob([UInt8](0...255)), .null, .integer(1), .integer(0),
        ]
        #expect(row?.values == expected)
    }
}
