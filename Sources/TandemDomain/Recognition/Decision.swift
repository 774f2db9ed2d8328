/// How a decision was taken; approval by silence is a mode of its own and counted apart (R12, R14, table 4).
package enum DecisionMode: String, CaseIterable, Sendable, Hashable {
    case manual, automatic
}

/// What a handler decides; a rejection cannot lack its main reason (R14).
package enum Verdict: Hashable, Sendable {
    case approve
    case reject(main: ReasonCode, further: [ReasonCode], motivation: String)
}

/// Why a decision cannot be taken.
package enum DecisionProblem: Error, Hashable, Sendable {
    /// No mentor of the file was judged suitable, so nobody could train the learner.
    case noMentorAccepted
    /// A mentor waits for a judgement.
    case mentorNotJudged(Identifier<Designation>)
    /// The applicant has to read in the letter why.
    case motivationMissing
    /// The main reason stands among the further ones too.
    case mainReasonTwice
}

extension Verdict {
    /// What keeps this verdict from being given, with these judgements of the file's mentors; empty where nothing does.
    package func problems(judgements: [(id: Identifier<Designation>, judgement: MentorJudgement)]) -> [DecisionProblem]
    {
        switch self {
        case .approve:
            let open = judgements.filter { $0.judgement == .pending }
                .map { DecisionProblem.mentorNotJudged($0.id) }
            return judgements.contains { $0.judgement == .accepted } ? open : open + [.noMentorAccepted]
        case .reject(let main, let further, let motivation):
            let isBlank = motivation.allSatisfy(\.isWhitespace)
            return (isBlank ? [.motivationMissing] : []) + (further.contains(main) ? [.mainReasonTwice] : [])
        }
    }
}

/// A check made while a file is handled, the same rows that the yearly report counts (table 2).
package enum CheckKind: String, CaseIterable, Sendable, Hashable {
    /// Administrative check (*administratief onderzoek*).
    case administrative
    case telephone, email
    /// Physical visit (*fysiek bezoek*).
    case physicalVisit = "physical_visit"
    /// Virtual visit (*virtueel bezoek*).
    case virtualVisit = "virtual_visit"

    /// Whether the report counts it as contact.
    package var isContact: Bool {
        switch self {
        case .telephone, .email: true
        case .administrative, .physicalVisit, .virtualVisit: false
        }
    }
}

/// The vote of a social partner on a file (R74).
package enum Vote: String, CaseIterable, Sendable, Hashable {
    case favourable, against, abstention
}

/// The advice of the sector whose training it is, to the partnership that decides.
package enum AdviceVerdict: String, CaseIterable, Sendable, Hashable {
    case favourable, reserved, unfavourable
}

/// Where the follow-up of a recognition that ends soon stands (R16).
package enum RenewalState: String, CaseIterable, Sendable, Hashable {
    case toContact = "to_contact"
    case contacted, renews, refuses, stopped
}
