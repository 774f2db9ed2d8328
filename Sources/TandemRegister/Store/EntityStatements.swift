internal import TandemSQL

/// The statements about enterprises, establishments and branches.
enum EntityStatements {
    /// The table of a kind, and the columns that ``values(_:_:)`` gives.
    static func table(of kind: RegisteredKind) throws -> SQLTable {
        switch kind {
        case .enterprise:
            try SQLTable("enterprise", ["number", "type", "situation", "form", "form_cac", "start", "record"])
        case .establishment: try SQLTable("establishment", ["number", "enterprise", "start", "record"])
        case .branch: try SQLTable("branch", ["number", "enterprise", "start", "record"])
        }
    }

    static func values(_ facts: EnterpriseRow, _ record: [UInt8]) -> [SQLValue] {
        [
            .integer(Int64(facts.stem)), .integer(Int64(facts.type)), value(facts.situation), value(facts.form),
            value(facts.formCAC), value(facts.start), .blob(record),
        ]
    }

    static func values(_ facts: OwnedRow, _ record: [UInt8]) -> [SQLValue] {
        [.integer(Int64(facts.stem)), .integer(Int64(facts.owner)), value(facts.start), .blob(record)]
    }

    private static func value(_ number: (some FixedWidthInteger)?) -> SQLValue {
        number.map { .integer(Int64($0)) } ?? .null
    }

    static func insert(_ facts: EnterpriseRow, _ record: [UInt8]) -> SQL {
        """
        INSERT INTO enterprise (number, type, situation, form, form_cac, start, record)
        VALUES (
            \(Int(facts.stem)), \(Int(facts.type)), \(facts.situation.map(Int.init)), \(facts.form.map(Int.init)),
            \(facts.formCAC.map(Int.init)), \(facts.start.map(Int.init)), \(record)
        )
        """
    }

    static func insert(_ facts: OwnedRow, _ record: [UInt8]) -> SQL {
        switch EntityNumber(stem: facts.stem).kind {
        case .enterprise, .establishment:
            """
            INSERT INTO establishment (number, enterprise, start, record)
            VALUES (\(Int(facts.stem)), \(Int(facts.owner)), \(facts.start.map(Int.init)), \(record))
            """
        case .branch:
            """
            INSERT INTO branch (number, enterprise, start, record)
            VALUES (\(Int(facts.stem)), \(Int(facts.owner)), \(facts.start.map(Int.init)), \(record))
            """
        }
    }

    /// The facts and the record of an enterprise.
    static func enterprise(_ stem: UInt32) -> SQL {
        """
        SELECT number, type, situation, form, form_cac, start, record FROM enterprise WHERE number = \(Int(stem))
        """
    }

    /// The facts and the record of an establishment or a branch.
    static func owned(_ stem: UInt32) -> SQL {
        switch EntityNumber(stem: stem).kind {
        case .enterprise, .establishment:
            "SELECT number, enterprise, start, record FROM establishment WHERE number = \(Int(stem))"
        case .branch: "SELECT number, enterprise, start, record FROM branch WHERE number = \(Int(stem))"
        }
    }

    /// The numbers of what an enterprise has: establishments, then branches.
    static func owned(by stem: UInt32) -> SQL {
        """
        SELECT number FROM establishment WHERE enterprise = \(Int(stem))
        UNION ALL SELECT number FROM branch WHERE enterprise = \(Int(stem)) ORDER BY number
        """
    }

    static func setRecord(_ record: [UInt8], of stem: UInt32) -> SQL {
        switch EntityNumber(stem: stem).kind {
        case .enterprise: "UPDATE enterprise SET record = \(record) WHERE number = \(Int(stem))"
        case .establishment: "UPDATE establishment SET record = \(record) WHERE number = \(Int(stem))"
        case .branch: "UPDATE branch SET record = \(record) WHERE number = \(Int(stem))"
        }
    }

    /// Puts an enterprise in, or new facts where it is there.
    static func upsert(_ facts: EnterpriseRow, _ record: [UInt8]) -> SQL {
        """
        \(insert(facts, record))
        ON CONFLICT (number) DO UPDATE SET
            type = excluded.type, situation = excluded.situation, form = excluded.form, form_cac = excluded.form_cac,
            start = excluded.start, record = excluded.record
        """
    }

    /// Puts an establishment or a branch in, or new facts where it is there.
    static func upsert(_ facts: OwnedRow, _ record: [UInt8]) -> SQL {
        """
        \(insert(facts, record))
        ON CONFLICT (number) DO UPDATE SET
            enterprise = excluded.enterprise, start = excluded.start, record = excluded.record
        """
    }

    static func delete(_ stem: UInt32) -> SQL {
        switch EntityNumber(stem: stem).kind {
        case .enterprise: "DELETE FROM enterprise WHERE number = \(Int(stem))"
        case .establishment: "DELETE FROM establishment WHERE number = \(Int(stem))"
        case .branch: "DELETE FROM branch WHERE number = \(Int(stem))"
        }
    }

    /// The numbers that changed since the index was made and are there.
    static let changedNumbers: SQL = """
        SELECT number FROM changed
        WHERE number IN (SELECT number FROM enterprise) OR number IN (SELECT number FROM establishment)
        """

    static let branchNumbers: SQL = "SELECT number FROM branch"

    /// All enterprises in the order of their numbers: number, type and record.
    static let enterpriseRecords: SQL = "SELECT number, type, record FROM enterprise ORDER BY number"

    /// All establishments in the order of their numbers: number, enterprise and record.
    static let establishmentRecords: SQL = "SELECT number, enterprise, record FROM establishment ORDER BY number"

    /// The same of the enterprises that changed since the index was made.
    static let changedEnterpriseRecords: SQL = """
        SELECT enterprise.number, enterprise.type, enterprise.record
        FROM changed CROSS JOIN enterprise ON enterprise.number = changed.number
        ORDER BY changed.number
        """

    /// The same of the establishments that changed since the index was made.
    static let changedEstablishmentRecords: SQL = """
        SELECT establishment.number, establishment.enterprise, establishment.record
        FROM changed CROSS JOIN establishment ON establishment.number = changed.number
        ORDER BY changed.number
        """

    static func counts(_ session: any SQLSession) throws -> EntityCounts {
        EntityCounts(
            enterprises: try session.integer("SELECT count(*) FROM enterprise"),
            establishments: try session.integer("SELECT count(*) FROM establishment"),
            branches: try session.integer("SELECT count(*) FROM branch")
        )
    }
}

/// How many of each kind there are.
package struct EntityCounts: Hashable, Sendable {
    package let enterprises: Int
    package let establishments: Int
    package let branches: Int

    package init(enterprises: Int, establishments: Int, branches: Int) {
        self.enterprises = enterprises
        self.establishments = establishments
        self.branches = branches
    }
}

extension EnterpriseRow {
    /// Reads what ``EntityStatements/enterprise(_:)`` answers.
    init(_ row: SQLRow) throws {
        self.init(
            stem: UInt32(try row.int(0)),
            start: try row.optionalInt(5).map(Int32.init),
            situation: try row.optionalInt(2).map(UInt16.init),
            form: try row.optionalInt(3).map(UInt16.init),
            formCAC: try row.optionalInt(4).map(UInt16.init),
            type: UInt8(try row.int(1))
        )
    }
}

extension OwnedRow {
    /// Reads what ``EntityStatements/owned(_:)`` answers.
    init(_ row: SQLRow) throws {
        self.init(
            stem: UInt32(try row.int(0)),
            owner: UInt32(try row.int(1)),
            start: try row.optionalInt(2).map(Int32.init)
        )
    }
}
