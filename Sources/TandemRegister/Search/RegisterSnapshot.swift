internal import TandemSQL

/// The company register at one moment: the index to search in, and the rows that it points to.
package struct RegisterSnapshot: Sendable {
    let database: any SQLDatabase
    package let index: SearchIndex
    /// What it is made of: a Full, and the Updates after it.
    package let extracts: [ImportedExtract]
    package let counts: EntityCounts

    init(database: any SQLDatabase, index: SearchIndex, extracts: [ImportedExtract], counts: EntityCounts) {
        self.database = database
        self.index = index
        self.extracts = extracts
        self.counts = counts
    }

    /// The last extract that is in it.
    package var identity: ExtractIdentity? { extracts.last?.identity }

    /// An enterprise; nothing where the number is not in the register, so that it is stopped or never was.
    ///
    /// - Throws: ``SQLError``.
    package func enterprise(_ number: EntityNumber) async throws -> RegisteredEnterprise? {
        try await database.read { session in try EntityReading.enterprise(number.stem, session) }
    }

    /// An establishment or a branch.
    ///
    /// - Throws: ``SQLError``.
    package func establishment(_ number: EntityNumber) async throws -> RegisteredEstablishment? {
        try await database.read { session in try EntityReading.owned(number.stem, session) }
    }

    /// What a list shows of each number, in the same order; numbers that are not there are left out.
    ///
    /// - Throws: ``SQLError``.
    package func summaries(of numbers: [EntityNumber]) async throws -> [EntitySummary] {
        try await database.read { session in
            try numbers.compactMap { try EntityReading.summary($0.stem, session) }
        }
    }

    /// The description of one code.
    ///
    /// - Throws: ``SQLError``.
    package func label(
        of code: String,
        in category: CodeCategory,
        _ language: CodeLanguage = .dutch
    ) async throws -> String? {
        try await database.read { session in
            let rows = try session.rows(CodeStatements.label(category.name, code))
            return try rows.first { try $0.text(0) == language.rawValue }?.text(1)
        }
    }

    /// The descriptions of all codes of a category, by code.
    ///
    /// - Throws: ``SQLError``.
    package func labels(of category: CodeCategory, in language: CodeLanguage = .dutch) async throws -> [String: String]
    {
        try await database.read { session in
            let rows = try session.rows(CodeStatements.labels(of: category.name, in: language.rawValue))
            return Dictionary(try rows.map { (try $0.text(0), try $0.text(1)) }) { $1 }
        }
    }
}

/// A list of the table of codes.
package enum CodeCategory: Sendable, Hashable {
    case legalForm, situation, activityGroup, enterpriseType
    case nace(NaceEdition)

    /// As the company register names it.
    var name: String {
        switch self {
        case .legalForm: "JuridicalForm"
        case .situation: "JuridicalSituation"
        case .activityGroup: "ActivityGroup"
        case .enterpriseType: "TypeOfEnterprise"
        case .nace(let version): "Nace\(version.year)"
        }
    }
}

/// A language that codes are described in.
package enum CodeLanguage: String, CaseIterable, Sendable {
    case dutch = "NL"
    case french = "FR"
}

/// What a list shows of an enterprise or an establishment.
package struct EntitySummary: Sendable, Hashable {
    package let number: EntityNumber
    /// Its own name, or that of its enterprise; empty where neither has one.
    package let name: String
    /// The enterprise of an establishment.
    package let enterprise: EntityNumber?
    package let address: EntityAddress?
    /// The activity that tells most: the main one of 2025 before that of 2008, as done on site before as registered.
    package let mainActivity: NaceCode?
    package let isNaturalPerson: Bool
}
