package import TandemDomain
package import TandemSQL

/// A place where a training can be learned: a recognition, with the numbers that the company register knows it by.
package struct RecognisedPlace: Sendable, Hashable {
    package let recognition: Int64
    package let establishment: EstablishmentNumber
    package let company: CompanyNumber
    package let postalCode: PostalCode
    package let training: TrainingCode
    package let validity: Validity
}

extension SQLSession {
    /// The number of the last event: as long as it stays, nothing changed.
    ///
    /// - Throws: ``SQLError``.
    package func lastEvent() throws -> Int64 {
        Int64(try integer("SELECT coalesce(max(id), 0) FROM event"))
    }

    /// The approved recognitions that end on `day` or later.
    ///
    /// - Throws: ``SQLError``.
    package func recognisedPlaces(on day: Day) throws -> [RecognisedPlace] {
        try rows("\(selectPlace) WHERE r.status = 'approved' AND r.valid_until >= \(day)").map(recognisedPlace)
    }

    /// Those of these recognitions that are approved.
    ///
    /// - Throws: ``SQLError``.
    package func recognisedPlaces(_ ids: [Int64]) throws -> [RecognisedPlace] {
        try rows("\(selectPlace) WHERE r.id IN (\(ids)) AND r.status = 'approved'").map(recognisedPlace)
    }

    /// What the events behind one of them are about, each once: table and row.
    ///
    /// - Throws: ``SQLError``.
    package func subjects(afterEvent id: Int64) throws -> [(subject: String, id: Int64)] {
        try rows("SELECT DISTINCT subject, subject_id FROM event WHERE id > \(id)")
            .map { (try $0.text(0), Int64(try $0.int(1))) }
    }
}

private let selectPlace: SQL =
    """
    SELECT r.id, e.number, c.number, e.postal_code, r.training, r.valid_from, r.valid_until
    FROM recognition r JOIN establishment e ON e.id = r.establishment_id JOIN company c ON c.id = r.company_id
    """

private func recognisedPlace(_ row: SQLRow) throws -> RecognisedPlace {
    RecognisedPlace(
        recognition: Int64(try row.int(0)),
        establishment: EstablishmentNumber(stored: try row.text(1)),
        company: CompanyNumber(stored: try row.text(2)),
        postalCode: PostalCode(stored: try row.text(3)),
        training: TrainingCode(try row.text(4)),
        validity: Validity(from: try row.day(5), until: try row.day(6))
    )
}
