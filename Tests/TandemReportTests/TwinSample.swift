import Testing
import TandemDomain
import TandemReference
import TandemReport
import TandemTwin

/// A twin made once for all tests, as rows and as facts for the report.
struct TwinSample: Sendable {
    static let seeds: [UInt64] = [1, 2_021]

    let seed: UInt64
    let rows: [TwinRow]
    let facts: [ApplicationFact]

    private static let made: Result<[TwinSample], any Error> = Result {
        let reference = try ReferenceLibrary.load()
        return try seeds.map { seed in
            let rows = try Twin(reference: reference, seed: seed).rows()
            return TwinSample(seed: seed, rows: rows, facts: try facts(rows, reference))
        }
    }

    static func all() throws -> [TwinSample] { try made.get() }

    func counts(_ measure: Measure, by dimensions: [Dimension]) -> [[String]: Int] {
        let counts = measure.counts(of: facts, by: dimensions, measuredOn: PublishedCells.measuredOn)
        return Dictionary(
            uniqueKeysWithValues: counts.map { count in
                (dimensions.map { count.key[$0] ?? "" }, count.count)
            }
        )
    }

    /// The rows whose recognition is approved on the measurement date.
    var approved: [TwinRow] {
        zip(rows, facts).filter { $1.status(on: PublishedCells.measuredOn) == .approved }.map(\.0)
    }

    private static func facts(_ rows: [TwinRow], _ reference: Reference) throws -> [ApplicationFact] {
        try rows.map { row in
            let training = try #require(reference.training(row.training))
            return ApplicationFact(
                submittedOn: row.submittedOn,
                decidedOn: row.decidedOn,
                decision: ApplicationFact.Decision(rawValue: row.status.rawValue),
                mode: row.decisionMode,
                endedOn: row.endedOn,
                endKind: row.endKind,
                validUntil: row.decidedOn.map { Validity(approvedOn: $0, years: 5).until },
                cancelledOn: row.cancelledOn,
                status: row.status,
                system: training.system.group,
                partnership: row.partnership,
                applicant: row.applicant,
                training: row.training,
                company: try #require(Int64(row.companyNumber.digits)),
                establishment: try #require(Int64(row.establishmentNumber.digits))
            )
        }
    }
}
