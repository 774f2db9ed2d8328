internal import TandemCSV
internal import TandemDomain

/// All files of the reference data, read and checked, and what they make together.
struct Tables {
    private let tables: [ReferenceFile: Table]
    private let log: ProblemLog

    init(_ files: [ReferenceFile: [UInt8]], log: ProblemLog) {
        var tables: [ReferenceFile: Table] = [:]
        for file in ReferenceFile.allCases {
            guard let bytes = files[file] else {
                log.note("het bestand ontbreekt", in: file, at: CSVPosition(line: 1, column: 1))
                continue
            }
            tables[file] = Table(file, bytes: bytes, log: log)
        }
        self.tables = tables
        self.log = log
    }

    func rows(_ file: ReferenceFile) -> [Row] { tables[file]?.rows ?? [] }

    /// The texts of a column: what another file may refer to.
    func codes(_ file: ReferenceFile, _ column: String) -> Set<String> { Set(rows(file).map { $0[column] }) }

    /// Notes every text of `column` that is not in `codes`; an empty one refers to nothing.
    func checkReferences(from file: ReferenceFile, _ column: String, to codes: Set<String>) {
        for row in rows(file) where !row[column].isEmpty && !codes.contains(row[column]) {
            // Numbers that look alike have nothing to do with each other.
            let near = Int(row[column]) == nil ? nearest(row[column], among: codes.sorted()) : nil
            row.note("verwijst naar \(row[column]), dat er niet is" + suggestion(near), at: column)
        }
    }

    /// Notes a figure that no row gives.
    func noteMissing(_ figure: String, in file: ReferenceFile = .figures) {
        log.note("geen enkele rij voor \(figure)", in: file, at: CSVPosition(line: 1, column: 1))
    }
}

extension Tables {
    /// Notes every reference from one file to another that leads nowhere.
    func checkReferences() {
        let partnerships = codes(.partnerships, "code")
        for file: ReferenceFile in [
            .partnershipPowers, .partnershipFigures, .competences, .legalFormCompetences, .requirements,
        ] {
            checkReferences(from: file, "partnership", to: partnerships)
        }
        checkReferences(from: .trainings, "submitting_sector", to: partnerships)
        checkReferences(from: .trainingActivities, "training", to: codes(.trainings, "code"))
        checkReferences(from: .competences, "committee", to: codes(.jointCommittees, "number"))
        checkReferences(from: .providers, "postal_code", to: codes(.postalPlaces, "postal_code"))
        let sectors = Set(rows(.labels).filter { $0["list"] == "reported_sector" }.map { $0["code"] })
        checkReferences(from: .competences, "reported_sector", to: sectors)
        checkReferences(from: .legalFormCompetences, "reported_sector", to: sectors)
        checkParents()
        checkMunicipalities()
        checkPartnershipDays()
    }

    private func checkParents() {
        for (_, rows) in Dictionary(grouping: rows(.labels), by: { $0["list"] }) {
            let codes = Set(rows.map { $0["code"] })
            for row in rows where !row["parent"].isEmpty && !codes.contains(row["parent"]) {
                row.note("verwijst naar \(row["parent"]), dat er niet is", at: "parent")
            }
        }
    }

    private func checkMunicipalities() {
        let places = Dictionary(grouping: rows(.postalPlaces)) { $0["postal_code"] }
        for row in rows(.providers) {
            guard let of = places[row["postal_code"]] else { continue }
            if !of.contains(where: { $0["municipality_nl"] == row["municipality"] }) {
                row.note("\(row["municipality"]) hoort niet bij \(row["postal_code"])", at: "municipality")
            }
        }
    }

    /// A partnership can have neither power nor competence before it exists.
    private func checkPartnershipDays() {
        let starts = Dictionary(rows(.partnerships).map { ($0["code"], $0.period?.from) }) { first, _ in first }
        for file: ReferenceFile in [.partnershipPowers, .partnershipFigures, .competences, .legalFormCompetences] {
            for row in rows(file) {
                guard let from = row.period?.from, let start = starts[row["partnership"]] ?? nil, from < start
                else { continue }
                row.note("begint voor het partnerschap, dat er is sinds \(start)", at: "valid_from")
            }
        }
    }
}
