internal import TandemDomain

/// A sector of the report's table 11: a sectoral partnership, or a part of the Flemish one.
struct TwinSector: Sendable {
    let code: String
    let partnership: PartnershipCode
    /// The first day on which the partnership was competent; nothing where files before it were handed over to it.
    let notBefore: Day?
    /// The joint committees of its companies; none for public bodies.
    let committees: [JointCommitteeNumber]
    /// What companies of the sector call themselves.
    let words: [String]
    /// Pieces of the names of trainings that fit the sector.
    let trainingStems: [String]

    var isFlemish: Bool { partnership == .flemish }

    /// Whether a file of this sector can be submitted on `day`.
    func isOpen(on day: Day) -> Bool { notBefore.map { $0 <= day } ?? true }

    /// Reads `Data/assumed/sectors.csv` and takes days and committees from the reference data.
    static func load(_ reference: Reference) throws -> [TwinSector] {
        try dataFile("assumed/sectors.csv").dropFirst().map { fields in
            let partnership = PartnershipCode(fields[1])
            let isHandedOver = fields[2] == "yes"
            let start = reference.partnership(partnership)?.period.from
            return TwinSector(
                code: fields[0],
                partnership: partnership,
                notBefore: isHandedOver || partnership == .flemish ? nil : start,
                committees: committees(of: fields[0], reference),
                words: fields[3].split(separator: " ").map(String.init),
                trainingStems: fields[4].split(separator: " ").map(String.init)
            )
        }
    }

    /// The committees that the reference data give to the sector on the measurement date.
    private static func committees(of code: String, _ reference: Reference) -> [JointCommitteeNumber] {
        let (competences, day) = (reference.competences, PublishedCells.measuredOn)
        if code == Competences.otherSector {
            return reference.committees.map(\.number).filter {
                competences.reportedSector(for: $0, on: day) == Competences.otherSector
            }
        }
        return competences.rows.filter {
            $0.period.contains(day) && ($0.reportedSector ?? $0.partnership.rawValue) == code
        }
        .map(\.committee).sorted()
    }
}
