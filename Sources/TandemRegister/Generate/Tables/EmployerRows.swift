internal import TandemDomain

/// The side file `employers.csv`, which is not of the register: joint committee and size of each employing site.
struct EmployerRows: Sendable {
    let state: RegisterState
    private let committees: [String: [[UInt8]]]

    static let columns = ["EstablishmentNumber", "JointCommittee", "SizeClass", "Employees"]

    /// The classes by number of employees, with the share of the sites in each: assumed, falling as firms do.
    private static let sizes: [(field: [UInt8], employees: ClosedRange<Int>)] = [
        ("size_1_4", 1...4), ("size_5_9", 5...9), ("size_10_19", 10...19), ("size_20_49", 20...49),
        ("size_50_99", 50...99), ("size_100_199", 100...199), ("size_200_499", 200...499), ("size_500_999", 500...999),
        ("size_1000_plus", 1000...2400),
    ].map { (Field.text($0.0), $0.1) }
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

    func append(_ entity: Entity, to row: inout RowWriter) {
        guard state.isThere(entity) else { return }
        if entity.isAdditional { return append(state.population.additional.site(entity), entity, to: &row) }
        let facts = state.establishment(entity.index)
        guard facts.isEmployer else { return }
        var random = state.population.random(.employer, entity)
        let activities = state.population.model.activities
        let concept = activities.drawMain(facts.parent.division, &random)
        let choices = committees(for: activities.digits2025[activities.concepts[concept].nace2025])
        row.number(state.population.number(of: entity))
        row.text(choices[random.below(choices.count)])
        let size = Self.sizes[Self.table.draw(&random)]
        row.raw(size.field)
        let employees = size.employees
        row.text(Array(String(employees.lowerBound + random.below(employees.count)).utf8))
        row.endRow()
    }

    private func append(_ site: AdditionalSegment.Site, _ entity: Entity, to row: inout RowWriter) {
        guard let employees = site.facts.employees,
            let size = Self.sizes.last(where: { $0.employees.lowerBound <= employees })
        else { return }
        row.number(state.population.number(of: entity))
        row.textOrAbsent(Array((site.facts.jointCommittee?.rawValue ?? "").utf8))
        row.raw(size.field)
        row.text(Array(String(employees).utf8))
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
