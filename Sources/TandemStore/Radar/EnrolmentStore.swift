package import TandemDomain
package import TandemSQL

/// Marks the identity of the count of a reference date.
package enum EnrolmentCount {}

/// What a provider offers, and how many learners he has, on one reference date (*inschrijving*).
package struct EnrolmentRecord: Sendable, Hashable {
    package var training: TrainingCode
    package var provider: ProviderCode
    package var providerName: String
    package var providerKind: ProviderKind
    /// The establishment where the training is given, where the file says so.
    package var establishment: EstablishmentNumber?
    /// Where the training is given.
    package var postalCode: PostalCode
    /// The school years in which the provider programmes the training; nothing where the file is silent.
    package var programmedFrom: SchoolYear?
    package var programmedUntil: SchoolYear?
    package var enrolled: Int
    /// Places that the provider programmed; nothing where the file is silent.
    package var planned: Int?

    package init(
        training: TrainingCode,
        provider: ProviderCode,
        providerName: String,
        providerKind: ProviderKind,
        establishment: EstablishmentNumber? = nil,
        postalCode: PostalCode,
        programmedFrom: SchoolYear? = nil,
        programmedUntil: SchoolYear? = nil,
        enrolled: Int,
        planned: Int? = nil
    ) {
        self.training = training
        self.provider = provider
        self.providerName = providerName
        self.providerKind = providerKind
        self.establishment = establishment
        self.postalCode = postalCode
        self.programmedFrom = programmedFrom
        self.programmedUntil = programmedUntil
        self.enrolled = enrolled
        self.planned = planned
    }

    /// Whether the training is given on `day`: it is programmed for that school year, or there are learners.
    package func isOffered(on day: Day) -> Bool {
        if enrolled > 0 { return true }
        let year = SchoolYear(of: day)
        return (programmedFrom.map { $0 <= year } ?? true) && (programmedUntil.map { year <= $0 } ?? true)
    }
}

/// The count of one reference date: what came in for it, and when.
package struct EnrolmentCountRecord: Sendable, Hashable {
    package let id: Identifier<EnrolmentCount>
    package let referenceDate: Day
    package let rowCount: Int
    package let enrolled: Int
    package let importedOn: Day
    package let version: Int
}

extension SQLSession {
    /// The counts that there are, the last reference date first.
    ///
    /// - Throws: ``SQLError``.
    package func enrolmentCounts() throws -> [EnrolmentCountRecord] {
        try rows("\(selectCount) ORDER BY reference_date DESC").map(countRecord)
    }

    /// - Throws: ``SQLError``.
    package func enrolmentCount(of day: Day) throws -> EnrolmentCountRecord? {
        try row("\(selectCount) WHERE reference_date = \(day)").map(countRecord)
    }

    /// Begins the count of a date, or makes it anew: its former rows go.
    ///
    /// - Returns: the identity and version of the count.
    /// - Throws: ``SQLError``.
    package func startEnrolmentCount(
        of day: Day,
        rowCount: Int,
        enrolled: Int,
        digest: [UInt8],
        on today: Day
    ) throws -> (id: Identifier<EnrolmentCount>, version: Int) {
        guard let known = try enrolmentCount(of: day) else {
            let id = try integer(
                """
                INSERT INTO enrolment_count (reference_date, row_count, enrolled, digest, imported_on)
                VALUES (\(day), \(rowCount), \(enrolled), \(digest), \(today)) RETURNING id
                """
            )
            return (Identifier(Int64(id)), 1)
        }
        try run("DELETE FROM enrolment WHERE count_id = \(known.id)")
        try run(
            """
            UPDATE enrolment_count SET row_count = \(rowCount), enrolled = \(enrolled), digest = \(digest),
                imported_on = \(today), version = version + 1
            WHERE id = \(known.id)
            """
        )
        return (known.id, known.version + 1)
    }

    /// Adds rows to the count of a date.
    ///
    /// - Throws: ``SQLError``.
    package func add(_ enrolments: [EnrolmentRecord], to id: Identifier<EnrolmentCount>) throws {
        var rest = enrolments[...]
        try load(enrolmentTable) { rest.popFirst().map { values(of: $0, in: id) } }
    }

    /// All rows of the count of a date.
    ///
    /// - Throws: ``SQLError``.
    package func enrolments(in id: Identifier<EnrolmentCount>) throws -> [EnrolmentRecord] {
        try rows("\(selectEnrolments) WHERE count_id = \(id) ORDER BY training, provider, postal_code")
            .map { try enrolmentRecord($0) }
    }

    /// The rows of one training on every reference date.
    ///
    /// - Throws: ``SQLError``.
    package func enrolments(in training: TrainingCode) throws -> [(referenceDate: Day, EnrolmentRecord)] {
        try rows(
            """
            SELECT e.training, e.provider, e.provider_name, e.provider_kind, e.establishment, e.postal_code,
                e.programmed_from, e.programmed_until, e.enrolled, e.planned, n.reference_date
            FROM enrolment e JOIN enrolment_count n ON n.id = e.count_id
            WHERE e.training = \(training)
            """
        )
        .map { (try $0.day(10), try enrolmentRecord($0)) }
    }
}

private let selectCount: SQL =
    "SELECT id, reference_date, row_count, enrolled, imported_on, version FROM enrolment_count"

private let selectEnrolments: SQL =
    """
    SELECT training, provider, provider_name, provider_kind, establishment, postal_code, programmed_from,
        programmed_until, enrolled, planned
    FROM enrolment
    """

private let enrolmentTable = SQLTable(
    named: "enrolment",
    [
        "count_id", "training", "provider", "provider_name", "provider_kind", "establishment", "postal_code",
        "programmed_from", "programmed_until", "enrolled", "planned",
    ]
)

private func values(of enrolment: EnrolmentRecord, in id: Identifier<EnrolmentCount>) -> [SQLValue] {
    func whole(_ number: Int?) -> SQLValue { number.map { .integer(Int64($0)) } ?? .null }
    return [
        id.sqlValue, enrolment.training.sqlValue, .text(enrolment.provider.rawValue), .text(enrolment.providerName),
        .text(enrolment.providerKind.rawValue), enrolment.establishment?.sqlValue ?? .null,
        enrolment.postalCode.sqlValue, whole(enrolment.programmedFrom?.start), whole(enrolment.programmedUntil?.start),
        whole(enrolment.enrolled), whole(enrolment.planned),
    ]
}

private func countRecord(_ row: SQLRow) throws -> EnrolmentCountRecord {
    EnrolmentCountRecord(
        id: try row.id(0),
        referenceDate: try row.day(1),
        rowCount: try row.int(2),
        enrolled: try row.int(3),
        importedOn: try row.day(4),
        version: try row.int(5)
    )
}

private func enrolmentRecord(_ row: SQLRow) throws -> EnrolmentRecord {
    EnrolmentRecord(
        training: TrainingCode(try row.text(0)),
        provider: ProviderCode(try row.text(1)),
        providerName: try row.text(2),
        providerKind: try row.value(3),
        establishment: try row.optionalText(4).map { EstablishmentNumber(stored: $0) },
        postalCode: PostalCode(stored: try row.text(5)),
        programmedFrom: try row.optionalInt(6).map { SchoolYear(startingIn: $0) },
        programmedUntil: try row.optionalInt(7).map { SchoolYear(startingIn: $0) },
        enrolled: try row.int(8),
        planned: try row.optionalInt(9)
    )
}
