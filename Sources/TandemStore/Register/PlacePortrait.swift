package import TandemDomain
package import TandemSQL

/// An establishment with its company and what is learned there: enough to paint a picture of it elsewhere.
package struct PlacePortrait: Sendable {
    package let company: CompanyRecord
    package let establishment: EstablishmentRecord
    /// What was asked to be taught there, in the order of the codes.
    package let trainings: [TrainingCode]
    /// The last day of its last approved recognition.
    package let validUntil: Day?
    /// Whether a file about it waits.
    package let hasOpenFile: Bool
}

extension SQLSession {
    /// Establishments in the order of their identities, each with its company and its trainings.
    ///
    /// - Throws: ``SQLError``.
    package func placePortraits(after id: Int64, limit: Int) throws -> [PlacePortrait] {
        let places = try rows(
            "SELECT \(establishmentColumns) FROM establishment e WHERE e.id > \(id) ORDER BY e.id LIMIT \(limit)"
        )
        .map { try establishmentRecord($0) }
        guard let first = places.first?.id, let last = places.last?.id else { return [] }
        let companies = try companies(places.map(\.company))
        var trainings: [Int64: [TrainingCode]] = [:]
        for row in try rows(
            """
            SELECT DISTINCT establishment_id, training FROM application
            WHERE establishment_id BETWEEN \(first) AND \(last) ORDER BY establishment_id, training
            """
        ) {
            trainings[Int64(try row.int(0)), default: []].append(TrainingCode(try row.text(1)))
        }
        var ends: [Int64: Day] = [:]
        for row in try rows(
            """
            SELECT establishment_id, max(valid_until) FROM recognition
            WHERE status = 'approved' AND establishment_id BETWEEN \(first) AND \(last) GROUP BY establishment_id
            """
        ) {
            ends[Int64(try row.int(0))] = try row.day(1)
        }
        let open = Set(
            try rows(
                """
                SELECT DISTINCT establishment_id FROM application
                WHERE establishment_id BETWEEN \(first) AND \(last) AND is_open = 1
                """
            )
            .map { try $0.int(0) }
        )
        return places.compactMap { place in
            companies[place.company].map { company in
                PlacePortrait(
                    company: company,
                    establishment: place,
                    trainings: trainings[place.id.rawValue] ?? [],
                    validUntil: ends[place.id.rawValue],
                    hasOpenFile: open.contains(Int(place.id.rawValue))
                )
            }
        }
    }
}
