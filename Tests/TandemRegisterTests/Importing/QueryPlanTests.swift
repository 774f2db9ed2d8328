import TandemSQL
import TandemSQLite
import Testing

@testable import TandemRegister

@Suite struct `A statement on the company register` {
    static let onLargeTables: [(String, SQL)] = [
        ("an enterprise", EntityStatements.enterprise(2_000_700)),
        ("an establishment", EntityStatements.owned(20_000_003)),
        ("a branch", EntityStatements.owned(90_000_066)),
        ("what an enterprise has", EntityStatements.owned(by: 2_000_700)),
        ("a code", CodeStatements.label("JuridicalForm", "610")), ("an index", IndexStatements.parts(of: "stems")),
        ("a record", EntityStatements.setRecord([1], of: 2_000_700)), ("an end", EntityStatements.delete(20_000_003)),
    ]

    @Test(arguments: onLargeTables.indices)
    func `never scans a table`(_ index: Int) async throws {
        let (name, statement) = Self.onLargeTables[index]
        let database = try SQLiteDatabase()
        let plan = try await database.write { session in
            try RegisterSchema.make(session)
            try RegisterSchema.makeIndexes(session)
            return try session.rows("EXPLAIN QUERY PLAN \(statement)").map { try $0.text(3) }
        }
        #expect(plan.allSatisfy { !$0.hasPrefix("SCAN") }, "\(name): \(plan)")
    }

    @Test func `reads what changed by number`() async throws {
        let database = try SQLiteDatabase()
        for statement in [EntityStatements.changedEnterpriseRecords, EntityStatements.changedEstablishmentRecords] {
            let plan = try await database.write { session in
                if try session.integer("SELECT count(*) FROM sqlite_master") == 0 { try RegisterSchema.make(session) }
                return try session.rows("EXPLAIN QUERY PLAN \(statement)").map { try $0.text(3) }
            }
            #expect(plan.filter { $0.hasPrefix("SCAN") } == ["SCAN changed"], "\(plan)")
        }
    }
}
