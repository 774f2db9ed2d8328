package import TandemDomain
package import TandemSQL

/// What the counter knows of the company of a candidate: its recognitions and what was rejected.
package struct CandidatePast: Sendable, Hashable {
    /// A recognition of the company, at one of its establishments.
    package struct Place: Sendable, Hashable {
        package let establishment: EstablishmentNumber
        package let training: TrainingCode
        package let state: RecognitionState
    }

    package var places: [Place] = []
    package var wasRejected = false
    /// As the company told the counter.
    package var employees: Int?

    package init() {}

    /// What of it counts for a candidate.
    package func earlier(at establishment: EstablishmentNumber) -> Set<EarlierRecognition> {
        var earlier: Set<EarlierRecognition> = wasRejected ? [.rejected] : []
        for place in places {
            switch place.state {
            case .approved: earlier.insert(place.establishment == establishment ? .here : .inCompany)
            case .expired: earlier.insert(.expired)
            case .withdrawn: earlier.insert(.withdrawn)
            // The company register reported an end: that says nothing of how the workplace was.
            case .discontinued: break
            }
        }
        return earlier
    }
}

extension SQLSession {
    /// What the counter knows of several companies, as of a day; three statements, however many they are.
    ///
    /// - Throws: ``SQLError``.
    package func pasts(
        of companies: some Sequence<CompanyNumber>,
        on day: Day
    ) throws -> [CompanyNumber: CandidatePast] {
        let numbers = Array(Set(companies))
        var pasts: [CompanyNumber: CandidatePast] = [:]
        try forEachRow(candidateRecognitionsStatement(of: numbers)) { row in
            let status: RecognitionStatus = try row.value(3)
            let validity = Validity(from: try row.day(4), until: try row.day(5))
            let place = CandidatePast.Place(
                establishment: EstablishmentNumber(stored: try row.text(1)),
                training: TrainingCode(try row.text(2)),
                state: status.state(on: day, validity: validity, endedOn: try row.optionalDay(6))
            )
            pasts[CompanyNumber(stored: try row.text(0)), default: CandidatePast()].places.append(place)
        }
        try forEachRow(candidateRejectionsStatement(of: numbers)) { row in
            pasts[CompanyNumber(stored: try row.text(0)), default: CandidatePast()].wasRejected = true
        }
        try forEachRow(candidateSizesStatement(of: numbers)) { row in
            pasts[CompanyNumber(stored: try row.text(0)), default: CandidatePast()].employees = try row.int(1)
        }
        return pasts
    }

    /// How often an adviser heard no at each of these establishments, where he did; a wish to be left alone is no answer.
    ///
    /// - Throws: ``SQLError``.
    package func refusals(
        at establishments: some Sequence<EstablishmentNumber>
    ) throws -> [EstablishmentNumber: Int] {
        let rows = try rows(refusalsStatement(at: Array(establishments)))
        return try Dictionary(
            uniqueKeysWithValues: rows.map { (EstablishmentNumber(stored: try $0.text(0)), try $0.int(1)) }
        )
    }
}

/// The statement that finds the recognitions of several companies.
package func candidateRecognitionsStatement(of numbers: [CompanyNumber]) -> SQL {
    """
    SELECT c.number, e.number, r.training, r.status, r.valid_from, r.valid_until, r.ended_on
    FROM company c JOIN recognition r ON r.company_id = c.id JOIN establishment e ON e.id = r.establishment_id
    WHERE c.number IN (\(numbers))
    """
}

/// The statement that finds which of several companies had an application rejected.
package func candidateRejectionsStatement(of numbers: [CompanyNumber]) -> SQL {
    """
    SELECT DISTINCT c.number FROM company c JOIN application a ON a.company_id = c.id
    WHERE c.number IN (\(numbers)) AND a.status = 'rejected'
    """
}

/// The statement that finds how large several companies are, where they said so.
package func candidateSizesStatement(of numbers: [CompanyNumber]) -> SQL {
    "SELECT c.number, c.employees FROM company c WHERE c.number IN (\(numbers)) AND c.employees IS NOT NULL"
}

/// The statement that counts refusals by establishment.
package func refusalsStatement(at numbers: [EstablishmentNumber]) -> SQL {
    """
    SELECT p.establishment, count(*) FROM prospect p
    WHERE p.establishment IN (\(numbers)) AND p.state = 'not_interested' AND p.ground <> 'do_not_call'
    GROUP BY p.establishment
    """
}
