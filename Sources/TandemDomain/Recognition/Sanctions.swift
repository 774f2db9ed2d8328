/// Why a recognition is withdrawn (*opheffing*): after guidance that failed, or for an urgent reason (R21).
package enum WithdrawalGround: Hashable, Sendable {
    case guidanceFailed(motivation: String)
    case urgent(motivation: String)

    package var motivation: String {
        switch self {
        case .guidanceFailed(let motivation), .urgent(let motivation): motivation
        }
    }

    package var isUrgent: Bool {
        switch self {
        case .guidanceFailed: false
        case .urgent: true
        }
    }
}

/// Why a sanction cannot be imposed.
package enum SanctionProblem: Error, Hashable, Sendable {
    /// Guidance comes first; only an urgent reason goes without (R21).
    case guidanceMissing
    /// The company has to read why.
    case motivationMissing
}

extension WithdrawalGround {
    /// What keeps this ground from carrying a withdrawal on `day`, given the days on which guidance was recorded.
    package func problems(guidanceOn days: [Day], on day: Day) -> [SanctionProblem] {
        let lacksGuidance = !isUrgent && !days.contains { $0 <= day }
        return (motivation.allSatisfy(\.isWhitespace) ? [.motivationMissing] : [])
            + (lacksGuidance ? [.guidanceMissing] : [])
    }
}

/// An exclusion (*uitsluiting*) of an establishment or of a whole company; without an end it is for good (R20).
package struct Exclusion: Hashable, Sendable {
    package let company: Identifier<Company>
    /// The establishment; nothing where the whole company is excluded.
    package let establishment: Identifier<Establishment>?
    package let period: Period

    package init(company: Identifier<Company>, establishment: Identifier<Establishment>?, period: Period) {
        self.company = company
        self.establishment = establishment
        self.period = period
    }

    /// Whether it keeps this establishment from applying and from being recognised on `day`.
    package func blocks(
        company: Identifier<Company>,
        establishment: Identifier<Establishment>?,
        on day: Day
    ) -> Bool {
        guard self.company == company, period.contains(day) else { return false }
        return self.establishment == nil || self.establishment == establishment
    }
}

/// What ended a recognition.
package enum RecognitionEnd: String, CaseIterable, Sendable, Hashable {
    /// A handler withdrew it after guidance.
    case afterGuidance = "after_guidance"
    /// A handler withdrew it for an urgent reason.
    case urgentReason = "urgent_reason"
    /// No valid mentor was left (R17).
    case noValidMentor = "no_valid_mentor"
    /// The establishment or the company was excluded (R20).
    case exclusion
    /// The company register reported the end (R18).
    case register
    /// Taken over from an earlier register, which did not say why.
    case imported

    /// The status that goes with it.
    package var status: RecognitionStatus {
        switch self {
        case .afterGuidance, .urgentReason, .noValidMentor, .exclusion, .imported: .withdrawn
        case .register: .discontinued
        }
    }
}

/// Whether a recognition without a valid mentor is withdrawn by the law on `day` (R17).
///
/// `lastMentorLeftOn` is the first day without a valid mentor, nothing where there still is one; the rule applies from
/// `ruleFrom` on.
///
/// - Returns: the day the withdrawal takes effect, or nothing where it does not apply on `day`.
package func withdrawalForLackOfMentor(lastMentorLeftOn: Day?, ruleFrom: Day, on day: Day) -> Day? {
    guard let lastMentorLeftOn else { return nil }
    let effectiveOn = max(lastMentorLeftOn, ruleFrom)
    return effectiveOn <= day ? effectiveOn : nil
}
