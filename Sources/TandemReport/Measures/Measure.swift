internal import TandemDomain

/// What is counted: a definition, the same for a printed table, a tile on a screen and the command line.
package enum Measure: String, CaseIterable, Sendable {
    /// Applications by the day they were submitted.
    case applicationsSubmitted = "submitted"
    /// Applications by the day they were decided, with the status on the measurement date: the cohort of table 3 (R66).
    case applicationsDecided = "decided"
    /// Recognitions that ended early, by the day they ended: the events of figure 26 (R66).
    case recognitionsEnded = "ended"
    /// Companies with an approved recognition on the measurement date, each once (R65).
    case companiesRecognised = "companies"
    /// Establishments with an approved recognition on the measurement date, each once (R65).
    case establishmentsRecognised = "establishments"

    /// The day that places a fact in a month and a school year; nothing where the measure does not count the fact.
    func day(of fact: ApplicationFact, _ status: StatusOnDay) -> Day? {
        switch self {
        case .applicationsSubmitted: fact.submittedOn
        case .applicationsDecided:
            switch status {
            case .approved, .rejected, .withdrawn, .discontinued, .expired: fact.decidedOn
            case .cancelled, .open: nil
            }
        case .recognitionsEnded:
            switch status {
            case .withdrawn, .discontinued: fact.endedOn
            case .approved, .rejected, .expired, .cancelled, .open: nil
            }
        case .companiesRecognised, .establishmentsRecognised: status == .approved ? fact.decidedOn : nil
        }
    }

    /// What must not be counted twice; nothing where every fact counts.
    func subject(of fact: ApplicationFact) -> Int64? {
        switch self {
        case .applicationsSubmitted, .applicationsDecided, .recognitionsEnded: nil
        case .companiesRecognised: fact.company
        case .establishmentsRecognised: fact.establishment
        }
    }
}

/// By what a count is broken down.
package enum Dimension: String, CaseIterable, Sendable, Comparable {
    case month
    case schoolYear = "school-year"
    case status, system, partnership, applicant, mode

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

    func value(of fact: ApplicationFact, _ status: StatusOnDay, on day: Day) -> String {
        switch self {
        case .month: String(day.iso.prefix(7))
        case .schoolYear: SchoolYear(of: day).name
        case .status: status.rawValue
        case .system: fact.system.rawValue
        case .partnership: fact.partnership.rawValue
        case .applicant: fact.applicant
        case .mode: status == .open || status == .cancelled ? Self.undecided : (fact.mode ?? .manual).rawValue
        }
    }

    /// The mode of a file that nobody decided.
    package static let undecided = "undecided"
}
