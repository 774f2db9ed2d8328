/// How the activities of one group are drawn.
struct ActivityGroup: Sendable {
    let field: [UInt8]
    let counts: LogNormalCount
    /// How often an activity after the first is a main one as well.
    let laterMain: Double
    /// How often an activity lies outside the division where the body is at home.
    let strays: Double
    /// Whether it is written in the version of 2008 and that of 2003 too, where the body is old enough.
    let versions: Versions
    let isSchool: Bool

    /// In which versions besides 2025 a group is written.
    enum Versions: Sendable {
        case all, two, seldomTwo
    }

    init(
        _ code: String,
        mean: Double,
        spread: Double = 0.8,
        maximum: Int = 250,
        laterMain: Double = 0,
        strays: Double = 0.4,
        versions: Versions = .all,
        isSchool: Bool = false
    ) {
        field = Field.text(code)
        counts = LogNormalCount(mean: mean, spread: spread, maximum: maximum)
        self.laterMain = laterMain
        self.strays = strays
        self.versions = versions
        self.isSchool = isSchool
    }
}

/// The groups with their means, tuned such that the sums of the real register come out.
struct ActivityDraws: Sendable {
    /// Rows that one activity gives on average over its versions.
    static let rowsEach = 2.10

    let vat = ActivityGroup(
        "001",
        mean: Targets.vatRows / Targets.vatEntities / rowsEach * Tuning.vat,
        spread: 0.75,
        laterMain: Tuning.laterMainOfVAT
    )
    let places = ActivityGroup(
        "003",
        mean: Targets.activityRows / Targets.activityEntities / rowsEach * Tuning.places,
        spread: 1.05,
        maximum: 300,
        laterMain: Tuning.laterMainOfPlaces,
        strays: 0.45
    )
    let employers = ActivityGroup("006", mean: 1.03, versions: .two)
    let schools = ActivityGroup("007", mean: 1.325, spread: 0.6, maximum: 4, versions: .two, isSchool: true)
    let local = ActivityGroup("005", mean: 1.01, spread: 0.2, maximum: 2, versions: .seldomTwo)
    let federal = ActivityGroup("004", mean: 1.38, spread: 0.6, maximum: 5, versions: .two)
    let electronicService = ActivityGroup("002", mean: 1.01, spread: 0.2, maximum: 2, versions: .seldomTwo)
}

/// What was found by trying: with these figures the sums lie within a percent of the targets.
enum Tuning {
    static let laterMainOfVAT = 0.0
    static let laterMainOfPlaces = 0.870
    static let vat = 0.973
    static let places = 1.003
    /// Activities of five digits are drawn so much more often: the commonest are the first to be used up.
    static let fiveDigits = 1.07
    /// Bodies that started in 2025 are written in that version alone, so often.
    static let onlyNewest = 0.26
    /// An activity of a body from before 2008 is written in the version of 2003 too, so often.
    static let oldest = 0.478
}
