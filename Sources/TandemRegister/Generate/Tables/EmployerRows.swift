/// The side file `employers.csv`, which is not of the register: joint committee and size of each employing site.
struct EmployerRows: Sendable {
    let state: RegisterState
    private let committees: [String: [[UInt8]]]

    static let columns = ["EstablishmentNumber", "JointCommittee", "SizeClass"]

    /// The classes by number of employees, with the share of the sites in each: assumed, falling as firms do.
    private static let sizes = [
        "size_1_4", "size_5_9", "size_10_19", "size_20_49", "size_50_99", "size_100_199", "size_200_499",
        "size_500_999", "size_1000_plus",
    ].map(Field.text)
    private static let table = AliasTable([58, 16, 11, 9, 3.2, 1.6, 0.9, 0.2, 0.1])

    init(_ state: RegisterState) throws {
        self.state = state
        committees = Dictionary(
            try DistributionFile.rows("joint-committees.csv").map { row in
                (row[0], row[1].split(separator: " ").map { Array($0.utf8) })
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    func append(_ index: Int, to row: inout RowWriter) {
        let entity = Entity(kind: .establishment, index: index)
        let facts = state.establishment(index)
        guard facts.isEmployer, state.isThere(entity) else { return }
        var random = state.population.random(.employer, entity)
        let activities = state.population.model.activities
        let concept = activities.drawMain(facts.parent.division, &random)
        let choices = committees(for: activities.digits2025[activities.concepts[concept].nace2025])
        row.number(state.population.number(of: entity))
        row.text(choices[random.below(choices.count)])
        row.raw(Self.sizes[Self.table.draw(&random)])
        row.endRow()
    }

    /// Those of the longest code that the activity begins with; the last row of the file is for all others.
    private func committees(for code: String) -> [[UInt8]] {
        for length in stride(from: code.count, through: 0, by: -1) {
            if let found = committees[String(code.prefix(length))] { return found }
        }
        return [Array("200".utf8)]
    }
}
