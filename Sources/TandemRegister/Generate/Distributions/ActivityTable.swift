/// One activity as it is written in each version of NACE-BEL, by index into the codes of the version.
struct ActivityConcept: Sendable {
    let nace2025: Int
    let nace2008: Int
    let nace2003: Int
}

/// The versions of NACE-BEL in which the register writes activities.
enum NaceVersion: Int, CaseIterable, Sendable {
    case nace2025, nace2008, nace2003

    var digits: String {
        switch self {
        case .nace2025: "2025"
        case .nace2008: "2008"
        case .nace2003: "2003"
        }
    }
}

/// The activities of the register, each as often as it occurs there as a main and as a secondary one.
struct ActivityTable: Sendable {
    let concepts: [ActivityConcept]
    /// The codes of each version, as two fields of a row: `"2025","43211",`.
    let codes: [[[UInt8]]]
    /// The digits of the 2025 codes.
    let digits2025: [String]
    let divisions: [Division]
    private let secondary: AliasTable
    private let byClass: [AliasTable]
    private let schools: (members: [Int], table: AliasTable)

    /// The activities of a NACE division, the first two digits.
    struct Division: Sendable {
        let number: Int
        let members: [Int]
        let mainWeight: Double
        let main: AliasTable
        let secondary: AliasTable
    }

    init() throws {
        let file = "activities.csv"
        let rows = try DistributionFile.rows(file)
        let favour = rows.map { $0[0].utf8.count == 5 ? Tuning.fiveDigits : 1 }
        let main = try zip(rows, favour).map { try $0.number(3, in: file) * $1 }
        let rare = try zip(rows, favour).map { try $0.number(4, in: file) * $1 }
        var indexes = [CodeIndex](repeating: CodeIndex(), count: NaceVersion.allCases.count)
        concepts = rows.map { row in
            ActivityConcept(
                nace2025: indexes[0].index(of: row[0]),
                nace2008: indexes[1].index(of: row[1]),
                nace2003: indexes[2].index(of: row[2])
            )
        }
        codes = NaceVersion.allCases.map { version in
            indexes[version.rawValue].codes.map { Array("\"\(version.digits)\",\"\($0)\",".utf8) }
        }
        digits2025 = indexes[0].codes
        divisions = Self.divisions(rows, main, rare)
        secondary = AliasTable(rare)
        byClass = try DivisionTilts.shares(of: divisions).map(AliasTable.init)
        let members = rows.indices.filter { ["851", "852", "853"].contains(rows[$0][0].prefix(3)) }
        schools = (members, AliasTable(members.map { main[$0] }))
    }

    private static func divisions(_ rows: [[String]], _ main: [Double], _ rare: [Double]) -> [Division] {
        Dictionary(grouping: rows.indices) { rows[$0][0].prefix(2) }.sorted { $0.key < $1.key }.map { digits, members in
            let members = members.sorted()
            return Division(
                number: Int(digits) ?? 0,
                members: members,
                mainWeight: members.reduce(0) { $0 + main[$1] },
                main: AliasTable(members.map { main[$0] }),
                secondary: AliasTable(members.map { rare[$0] })
            )
        }
    }

    /// The division in which a body of this class is at home.
    func division(for formClass: FormClass, _ random: inout EntityRandom) -> Int {
        byClass[formClass.column].draw(&random)
    }

    /// Another activity of a body that is at home in `division`.
    func draw(
        _ division: Int,
        _ formClass: FormClass,
        isMain: Bool,
        strays: Bool,
        _ random: inout EntityRandom
    ) -> Int {
        if !isMain && strays { return secondary.draw(&random) }
        let chosen = divisions[strays ? byClass[formClass.column].draw(&random) : division]
        return chosen.members[isMain ? chosen.main.draw(&random) : chosen.secondary.draw(&random)]
    }

    /// The activities whose code of 2025 begins so.
    func concepts(below beginning: String) -> [Int] {
        concepts.indices.filter { digits2025[concepts[$0].nace2025].hasPrefix(beginning) }
    }

    /// A main activity of a division.
    func drawMain(_ division: Int, _ random: inout EntityRandom) -> Int {
        divisions[division].members[divisions[division].main.draw(&random)]
    }

    /// An activity of nursery, primary or secondary education.
    func drawSchool(_ random: inout EntityRandom) -> Int { schools.members[schools.table.draw(&random)] }

    /// The first of equal codes gets a number, the others the same one.
    private struct CodeIndex {
        private var known: [String: Int] = [:]
        private(set) var codes: [String] = []

        mutating func index(of code: String) -> Int {
            if let index = known[code] { return index }
            known[code] = codes.count
            codes.append(code)
            return codes.count - 1
        }
    }
}

/// Which divisions bodies of each class are at home in, such that all of them together give the real mix.
enum DivisionTilts {
    /// How the activities divide over natural persons, companies, associations, public bodies and others: assumed.
    private static let classShares = [0.42, 0.50, 0.045, 0.01, 0.025]

    /// For each class of form, the share of each division.
    static func shares(of divisions: [ActivityTable.Division]) throws -> [[Double]] {
        let total = divisions.reduce(0) { $0 + $1.mainWeight }
        let base = divisions.map { $0.mainWeight / total }
        var table = try tilts(divisions).map { tilts in zip(tilts, base).map { $0 * $1 } }
        for _ in 0..<60 {
            for column in base.indices {
                let sum = table.reduce(0) { $0 + $1[column] }
                for row in table.indices { table[row][column] *= base[column] / sum }
            }
            for row in table.indices {
                let factor = classShares[row] / table[row].reduce(0, +)
                table[row] = table[row].map { $0 * factor }
            }
        }
        return FormClass.allCases.map { table[group(of: $0)] }
    }

    private static func group(of formClass: FormClass) -> Int {
        switch formClass {
        case .natural: 0
        case .company: 1
        case .association: 2
        case .ofPublicLaw: 3
        case .coowners, .foreign, .unit: 4
        }
    }

    /// How much more often than on average a group is at home in a division.
    private static func tilts(_ divisions: [ActivityTable.Division]) throws -> [[Double]] {
        let file = "division-tilts.csv"
        var tilts = Array(repeating: Array(repeating: 1.0, count: divisions.count), count: classShares.count)
        for row in try DistributionFile.rows(file) {
            let numbers = Set(row[0].split(separator: " ").compactMap { Int($0) })
            for (index, division) in divisions.enumerated() where numbers.contains(division.number) {
                for group in classShares.indices { tilts[group][index] = try row.number(group + 1, in: file) }
            }
        }
        return tilts
    }
}
