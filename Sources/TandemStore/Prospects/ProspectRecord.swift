package import TandemDomain
package import TandemSQL

/// A prospect (*prospect*): an establishment of the company register on somebody's call list, for a training.
package struct ProspectRecord: Sendable, Hashable {
    package let id: Identifier<Prospect>
    package let establishment: EstablishmentNumber
    package let enterprise: CompanyNumber
    /// As the company register had it when the prospect was made.
    package let name: String
    package let municipality: String
    /// Whether the company is a natural person, whose telephone and e-mail are not ours to use.
    package let isNaturalPerson: Bool
    package let training: TrainingCode
    /// The school for which a workplace is looked for.
    package let provider: ProviderCode?
    package var listName: String
    package var organisation: Organisation
    package var owner: Identifier<Account>?
    package var state: ProspectState
    package var ground: RefusalGround?
    package var laterOn: Day?
    package var nextStep: String
    package var nextOn: Day?
    /// What the score was when the prospect was made.
    package let score: Int?
    package let madeOn: Day
    package var claimedOn: Day?
    package var closedOn: Day?
    package var application: Identifier<RecognitionApplication>?
    package var version: Int

    package init(
        id: Identifier<Prospect> = Identifier(0),
        establishment: EstablishmentNumber,
        enterprise: CompanyNumber,
        name: String,
        municipality: String,
        isNaturalPerson: Bool,
        training: TrainingCode,
        provider: ProviderCode? = nil,
        listName: String = "",
        organisation: Organisation,
        score: Int? = nil,
        madeOn: Day
    ) {
        self.id = id
        self.establishment = establishment
        self.enterprise = enterprise
        self.name = name
        self.municipality = municipality
        self.isNaturalPerson = isNaturalPerson
        self.training = training
        self.provider = provider
        self.listName = listName
        self.organisation = organisation
        self.score = score
        self.madeOn = madeOn
        state = .new
        nextStep = ""
        version = 1
    }

    /// The day on which it asks for attention.
    package var dueOn: Day? { laterOn ?? nextOn }
}

extension SQLSession {
    /// - Throws: ``SQLError``.
    package func prospect(_ id: Identifier<Prospect>) throws -> ProspectRecord? {
        try row("SELECT \(prospectColumns) FROM prospect p WHERE p.id = \(id)").map { try prospectRecord($0) }
    }

    /// The prospect of an establishment with which somebody may have work, where there is one.
    ///
    /// - Throws: ``SQLError``.
    package func openProspect(at number: EstablishmentNumber) throws -> ProspectRecord? {
        try row(
            "SELECT \(prospectColumns) FROM prospect p WHERE p.establishment = \(number) AND p.closed_on IS NULL"
        )
        .map { try prospectRecord($0) }
    }

    /// The open prospects at all establishments of an enterprise.
    ///
    /// - Throws: ``SQLError``.
    package func openProspects(of enterprise: CompanyNumber) throws -> [ProspectRecord] {
        try rows(
            """
            SELECT \(prospectColumns) FROM prospect p WHERE p.enterprise = \(enterprise) AND p.closed_on IS NULL
            ORDER BY p.id
            """
        )
        .map { try prospectRecord($0) }
    }

    /// - Throws: ``SQLError/unique(_:)`` where the establishment has an open prospect already.
    package func add(_ prospect: ProspectRecord) throws -> Identifier<Prospect> {
        let id = try integer(
            """
            INSERT INTO prospect (establishment, enterprise, name, municipality, is_natural_person, training, provider,
                list_name, organisation, owner_id, state, next_step, next_on, score, made_on, claimed_on)
            VALUES (\(prospect.establishment), \(prospect.enterprise), \(prospect.name), \(prospect.municipality),
                \(prospect.isNaturalPerson), \(prospect.training), \(prospect.provider), \(prospect.listName),
                \(prospect.organisation), \(prospect.owner), \(prospect.state), \(prospect.nextStep),
                \(prospect.nextOn), \(prospect.score), \(prospect.madeOn), \(prospect.claimedOn))
            RETURNING id
            """
        )
        return Identifier(Int64(id))
    }

    /// - Returns: whether its version was still the last.
    /// - Throws: ``SQLError``.
    package func change(_ prospect: ProspectRecord) throws -> Bool {
        try run(
            """
            UPDATE prospect SET list_name = \(prospect.listName), organisation = \(prospect.organisation),
                owner_id = \(prospect.owner), state = \(prospect.state), ground = \(prospect.ground),
                later_on = \(prospect.laterOn), next_step = \(prospect.nextStep), next_on = \(prospect.nextOn),
                claimed_on = \(prospect.claimedOn), closed_on = \(prospect.closedOn),
                application_id = \(prospect.application), version = version + 1
            WHERE id = \(prospect.id) AND version = \(prospect.version)
            """
        ) == 1
    }
}

let prospectColumns: SQL =
    """
    p.id, p.establishment, p.enterprise, p.name, p.municipality, p.is_natural_person, p.training, p.provider,
    p.list_name, p.organisation, p.owner_id, p.state, p.ground, p.later_on, p.next_step, p.next_on, p.score, p.made_on,
    p.claimed_on, p.closed_on, p.application_id, p.version
    """
let prospectColumnCount = 22

func prospectRecord(_ row: SQLRow) throws -> ProspectRecord {
    var record = ProspectRecord(
        id: try row.id(0),
        establishment: EstablishmentNumber(stored: try row.text(1)),
        enterprise: CompanyNumber(stored: try row.text(2)),
        name: try row.text(3),
        municipality: try row.text(4),
        isNaturalPerson: try row.flag(5),
        training: TrainingCode(try row.text(6)),
        provider: try row.optionalText(7).map { ProviderCode($0) },
        listName: try row.text(8),
        organisation: try row.organisation(9),
        score: try row.optionalInt(16),
        madeOn: try row.day(17)
    )
    record.owner = try row.optionalID(10)
    record.state = try row.value(11)
    record.ground = try row.optionalValue(12)
    record.laterOn = try row.optionalDay(13)
    record.nextStep = try row.text(14)
    record.nextOn = try row.optionalDay(15)
    record.claimedOn = try row.optionalDay(18)
    record.closedOn = try row.optionalDay(19)
    record.application = try row.optionalID(20)
    record.version = try row.int(21)
    return record
}
