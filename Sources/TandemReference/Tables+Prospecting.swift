internal import TandemCSV
internal import TandemDomain

extension Tables {
    /// What the facts of a candidate are worth; a weight without a row is a problem of the file.
    func prospectWeights() -> ProspectWeights {
        let names = Set(ProspectWeight.allCases.map(\.rawValue))
        for row in rows(.prospectWeights) { row.checkCode("weight", among: names) }
        let byName = Dictionary(grouping: rows(.prospectWeights)) { $0["weight"] }
        var values: [ProspectWeight: Dated<Int>] = [:]
        for weight in ProspectWeight.allCases {
            let entries = (byName[weight.rawValue] ?? []).compactMap { $0.entry($0.integer("value")) }
            if entries.isEmpty { noteMissing(weight.rawValue, in: .prospectWeights) }
            values[weight] = Dated(entries)
        }
        return ProspectWeights(values)
    }
}
