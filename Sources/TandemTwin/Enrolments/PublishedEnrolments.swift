internal import TandemDomain

/// What print tells of learners and of who teaches them, and what is assumed between (`Documentation/Twin.md`).
struct PublishedEnrolments: Sendable {
    /// Learners in dual trainings of one sector by training and school year.
    private let learners: PublishedTable
    private let analysis: PublishedTable
    /// Learners of 2020-2021 for each system.
    private let systems: PublishedTable
    /// The training of the program for each training in print.
    private let trainings: [String: TrainingCode]

    /// On 1 February 2023 so many learners were in dual trainings of all sectors (addendum, line of the analysis).
    private static let dualLearnersOf2023 = 5013
    /// Assumed since: so many more each year, in percent.
    private static let growth = 4
    /// Assumed of the old systems: so many fewer each year, in percent, until they ended.
    private static let decline = 10
    /// Assumed of adult education, which began in 2022-2023.
    private static let adults = 160

    static func load() throws -> Self {
        let mapping = try dataFile("assumed/addendum-trainings.csv").dropFirst()
        return Self(
            learners: PublishedTable(
                name: "addendum-learners",
                records: try dataFile("published/addendum-learners.csv")
            ),
            analysis: PublishedTable(
                name: "addendum-analysis",
                records: try dataFile("published/addendum-analysis.csv")
            ),
            systems: PublishedTable(name: "table-17", records: try dataFile("published/table-17.csv")),
            trainings: Dictionary(mapping.map { ($0[0], TrainingCode($0[1])) }) { first, _ in first }
        )
    }

    /// Learners of the trainings in print, those of the analysis as it found them from 2022-2023 on.
    func known(in year: SchoolYear) -> [TrainingCode: Int] {
        let column = "\(min(year, SchoolYear(startingIn: 2022)).name)"
        var known: [TrainingCode: Int] = [:]
        for (row, training) in trainings {
            let analysed = year.start >= 2022 ? analysis[row, "learners"] : nil
            known[training] = analysed ?? learners[row, column] ?? 0
        }
        return known
    }

    /// How many providers the analysis counted, from 2022-2023 on.
    func providers(of training: TrainingCode, in year: SchoolYear) -> Int? {
        guard year.start >= 2022, let row = trainings.first(where: { $0.value == training })?.key else { return nil }
        return analysis[row, "providers"]
    }

    /// How many recognised companies the analysis counted.
    var places: [TrainingCode: Int] {
        Dictionary(
            analysis.rows.compactMap { row in
                trainings[row].flatMap { training in analysis[row, "places"].map { (training, $0) } }
            }
        ) { first, _ in first }
    }

    /// All learners of a system on 1 February of a school year.
    func total(_ system: TrainingSystem, in year: SchoolYear) throws -> Int {
        switch system {
        case .dualLearning: try dual(year)
        case .partTimeEducation: changed(try systems.required("total", "dbso"), since: 2020, year, by: -Self.decline)
        case .apprenticeship: changed(try systems.required("total", "leertijd"), since: 2020, year, by: -Self.decline)
        case .adultEducation: year.start < 2022 ? 0 : Self.adults
        }
    }

    /// Print has 2020-2021 and 2022-2023; the years between and before follow the sector whose numbers are printed.
    private func dual(_ year: SchoolYear) throws -> Int {
        if year.start >= 2022 { return changed(Self.dualLearnersOf2023, since: 2022, year, by: Self.growth) }
        let (base, column) =
            year.start == 2021
            ? (Self.dualLearnersOf2023, "2022-2023") : (try systems.required("total", "duaal_leren"), "2020-2021")
        return base * (try learners.required("total", year.name)) / (try learners.required("total", column))
    }

    private func changed(_ number: Int, since start: Int, _ year: SchoolYear, by percent: Int) -> Int {
        var number = number
        for _ in 0..<max(0, year.start - start) { number = number * (100 + percent) / 100 }
        return number
    }
}
