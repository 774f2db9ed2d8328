internal import TandemDomain

/// What has become of a file on the measurement date.
enum Fate: String, CaseIterable, Sendable {
    case approved, rejected, withdrawn, discontinued, expired
    /// Nobody decided: cancelled by the applicant, or still open.
    case cancelled, open

    /// The statuses a decided file can have on the measurement date, as the report prints them.
    static let decided: [Fate] = [.approved, .rejected, .withdrawn, .discontinued, .expired]

    var isDecided: Bool {
        switch self {
        case .approved, .rejected, .withdrawn, .discontinued, .expired: true
        case .cancelled, .open: false
        }
    }
}

/// Which of the two printed systems (*stelsels*) a file belongs to.
enum TwinSystem: String, CaseIterable, Sendable {
    case dual = "duaal_leren"
    case learningAndWorking = "leren_en_werken"
}

/// An application while the twin is being made: every stage fills in its part.
struct FileDraft: Sendable {
    let submitted: Day
    /// School year of submission, from 0.
    let year: Int
    let system: TwinSystem
    let fate: Fate
    /// Handed in at the end of August and decided in September, or not yet.
    let isLate: Bool
    var sector = 0
    var decided: Day?
    var isAutomatic = false
    var ended: Day?
    var cancelled: Day?
    var reason = ""
    var applicant = ""
    var site = 0
    var training = 0
    var mentors: [Int] = []
    /// The expired file, by index, that this one renews.
    var renews: Int?

    /// School year of the decision, from 0.
    var decisionYear: Int? { fate.isDecided ? (isLate ? year + 1 : year) : nil }
}
