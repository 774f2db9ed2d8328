/// Marks the identity of an application.
package enum RecognitionApplication {}
/// Marks the identity of a recognition (*erkenning*).
package enum Recognition {}

/// Where a recognition (*erkenning*) stands, as stored; that it expired follows from the day alone.
package enum RecognitionStatus: String, CaseIterable, Sendable, Hashable {
    /// Approved (*goedgekeurd*).
    case approved
    /// Withdrawn (*opgeheven*) by a handler, by exclusion, or for lack of a mentor.
    case withdrawn
    /// Discontinued (*stopgezet*) after a change in the company register.
    case discontinued
}

/// Where a recognition stands on a given day, as people and the yearly report see it.
package enum RecognitionState: String, CaseIterable, Sendable, Hashable {
    case approved, withdrawn, discontinued
    /// Expired (*afgelopen*): its five years are over (R15).
    case expired
}

/// A move of a recognition.
package enum RecognitionMove: String, CaseIterable, Sendable, Hashable {
    case withdraw
    case withdrawWithoutMentor = "withdraw_without_mentor"
    case withdrawByExclusion = "withdraw_by_exclusion"
    case discontinue

    /// The permission this move asks for.
    package var permission: Act {
        switch self {
        case .withdraw: .withdraw
        case .withdrawWithoutMentor: .withdrawByLaw
        case .withdrawByExclusion: .exclude
        case .discontinue: .discontinue
        }
    }
}

extension Lifecycle where Status == RecognitionStatus, Move == RecognitionMove {
    /// The life of a recognition (R17–R22).
    package static let recognition = Lifecycle(arrows: [
        Arrow(.approved, .withdraw, .withdrawn, by: [.handler, .department], if: .guidanceWasRecordedOrUrgent),
        Arrow(.approved, .withdrawWithoutMentor, .withdrawn, by: [.system], if: .noValidMentorIsLeft),
        Arrow(.approved, .withdrawByExclusion, .withdrawn, by: [.handler, .department], if: .exclusionIsInForce),
        Arrow(.approved, .discontinue, .discontinued, by: [.system], if: .registerReportsTheEnd),
    ])
}

/// How long a recognition holds (R15): from the day of approval up to and including the day before it is so many years old.
package struct Validity: Hashable, Sendable {
    package let from: Day
    package let until: Day

    /// - Parameters:
    ///   - day: the day on which the approval takes effect.
    ///   - years: the number of years in force on that day.
    package init(approvedOn day: Day, years: Int) {
        from = day
        until = day.adding(years: years).adding(days: -1)
    }

    package init(from: Day, until: Day) {
        self.from = from
        self.until = until
    }
}

extension RecognitionStatus {
    /// Where the recognition stands on `day`: what ended it counts from the day it ended on (R15).
    package func state(on day: Day, validity: Validity, endedOn: Day?) -> RecognitionState {
        if let endedOn, endedOn <= day {
            switch self {
            case .withdrawn: return .withdrawn
            case .discontinued: return .discontinued
            case .approved: break
            }
        }
        return day > validity.until ? .expired : .approved
    }
}

/// Whether a recognition lets an agreement be made for this training, at this establishment, on this day (R1, R41).
package func covers(
    _ recognition: (establishment: Identifier<Establishment>, training: TrainingCode, state: RecognitionState),
    establishment: Identifier<Establishment>,
    training: TrainingCode
) -> Bool {
    recognition.state == .approved && recognition.establishment == establishment && recognition.training == training
}
