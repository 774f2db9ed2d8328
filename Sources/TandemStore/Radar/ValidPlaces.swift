package import TandemDomain
package import TandemSQL

/// A place that is recognised on a day (*erkende leerwerkplek*): one training at one establishment.
package struct ValidPlace: Sendable, Hashable {
    package let recognition: Identifier<Recognition>
    package let training: TrainingCode
    package let establishment: Identifier<Establishment>
    package let number: EstablishmentNumber
    package let postalCode: PostalCode
    package let partnership: PartnershipCode
}

/// A mentor of a recognition that is valid on a day, who is one there on that day.
package struct ValidMentor: Sendable, Hashable {
    package let recognition: Identifier<Recognition>
    package let mentor: Identifier<Mentor>
}

/// A recognised place as a list shows it.
package struct PlaceRow: Sendable {
    package let recognition: Identifier<Recognition>
    package let training: TrainingCode
    package let partnership: PartnershipCode
    package let company: Identifier<Company>
    package let companyName: String
    package let companyNumber: CompanyNumber
    package let establishmentName: String
    package let establishmentNumber: EstablishmentNumber
    package let postalCode: PostalCode
    package let validUntil: Day
}

extension SQLSession {
    /// Every recognition that is valid on `day`: a whole reading, whose answer the pages keep for a minute.
    ///
    /// - Throws: ``SQLError``.
    package func validPlaces(on day: Day) throws -> [ValidPlace] { try rows(validPlacesStatement(on: day)).map(place) }

    /// Who is a mentor at a recognition that is valid on `day`: a whole reading as well.
    ///
    /// - Throws: ``SQLError``.
    package func validMentors(on day: Day) throws -> [ValidMentor] {
        try rows(
            """
            SELECT m.recognition_id, m.mentor_id FROM recognition_mentor m
            JOIN recognition r ON r.id = m.recognition_id
            WHERE \(isValid(on: day)) AND m.valid_from <= \(day) AND (m.valid_until IS NULL OR m.valid_until >= \(day))
            """
        )
        .map { ValidMentor(recognition: try $0.id(0), mentor: try $0.id(1)) }
    }

    /// On each of these days, at how many establishments of each postal code the training is recognised.
    ///
    /// - Throws: ``SQLError``.
    package func placeCounts(
        of training: TrainingCode,
        on days: [Day]
    ) throws -> [(day: Day, postalCode: PostalCode, places: Int)] {
        if days.isEmpty { return [] }
        let parts = days.map { day -> SQL in
            """
            SELECT \(day) AS on_day, v.postal_code AS postal_code, count(DISTINCT v.establishment_id)
            FROM (SELECT r.establishment_id, (SELECT e.postal_code FROM establishment e WHERE e.id = r.establishment_id)
                    AS postal_code
                FROM recognition r WHERE r.training = \(training) AND \(isValid(on: day))) v
            GROUP BY v.postal_code
            """
        }
        return try rows(.joined(parts, by: " UNION ALL "))
            .map { (try $0.day(0), PostalCode(stored: try $0.text(1)), try $0.int(2)) }
    }

    /// Company, establishment and end of these recognitions, in no order.
    ///
    /// - Throws: ``SQLError``.
    package func placeRows(_ ids: [Identifier<Recognition>]) throws -> [PlaceRow] {
        try rows(
            """
            SELECT r.id, r.training, r.partnership, c.id, c.name, c.number, e.name, e.number, e.postal_code,
                r.valid_until
            FROM recognition r JOIN company c ON c.id = r.company_id
            JOIN establishment e ON e.id = r.establishment_id
            WHERE r.id IN (\(ids))
            """
        )
        .map(placeRow)
    }
}

/// The statement of every recognition that is valid on a day.
package func validPlacesStatement(on day: Day) -> SQL {
    """
    SELECT r.id, r.training, r.establishment_id, e.number, e.postal_code, r.partnership
    FROM recognition r JOIN establishment e ON e.id = r.establishment_id WHERE \(isValid(on: day))
    """
}

/// Valid from its first day through its last, unless something ended it before (R15).
private func isValid(on day: Day) -> SQL {
    "r.valid_until >= \(day) AND r.valid_from <= \(day) AND (r.ended_on IS NULL OR r.ended_on > \(day))"
}

private func place(_ row: SQLRow) throws -> ValidPlace {
    ValidPlace(
        recognition: try row.id(0),
        training: TrainingCode(try row.text(1)),
        establishment: try row.id(2),
        number: EstablishmentNumber(stored: try row.text(3)),
        postalCode: PostalCode(stored: try row.text(4)),
        partnership: PartnershipCode(try row.text(5))
    )
}

private func placeRow(_ row: SQLRow) throws -> PlaceRow {
    PlaceRow(
        recognition: try row.id(0),
        training: TrainingCode(try row.text(1)),
        partnership: PartnershipCode(try row.text(2)),
        company: try row.id(3),
        companyName: try row.text(4),
        companyNumber: CompanyNumber(stored: try row.text(5)),
        establishmentName: try row.text(6),
        establishmentNumber: EstablishmentNumber(stored: try row.text(7)),
        postalCode: PostalCode(stored: try row.text(8)),
        validUntil: try row.day(9)
    )
}
