/// One allowed move of a file: from a status, by an act, to a status, by these roles, under a condition.
package struct Arrow<Status: Hashable & Sendable, Move: Hashable & Sendable>: Hashable, Sendable {
    package let from: Status
    package let act: Move
    package let to: Status
    package let roles: Set<Role>
    package let condition: Condition?

    init(_ from: Status, _ act: Move, _ to: Status, by roles: Set<Role>, if condition: Condition? = nil) {
        self.from = from
        self.act = act
        self.to = to
        self.roles = roles
        self.condition = condition
    }
}

/// What must hold for a move, beyond status and role; the rule behind it is tested on its own.
package enum Condition: String, CaseIterable, Sendable, Hashable {
    /// Nothing that submission requires is lacking (R4, R5) and no exclusion is in force (R20).
    case fileIsComplete
    /// A reason is given that the applicant can act on (R11).
    case reasonIsGiven
    /// At least one mentor was judged suitable (R7–R10).
    case aMentorIsAccepted
    /// One main reason of rejection is chosen (R14).
    case mainReasonIsChosen
    /// The term is over and nobody decided (R12).
    case termIsOver
    /// Guidance was recorded first, or the reason is urgent and motivated (R21).
    case guidanceWasRecordedOrUrgent
    /// No valid mentor is left, on or after the day this rule took effect (R17).
    case noValidMentorIsLeft
    /// The company or the establishment is excluded (R20).
    case exclusionIsInForce
    /// The company register reports the end of the company or establishment (R18).
    case registerReportsTheEnd
    /// Nobody else works with the establishment, and it did not ask to be left alone.
    case nobodyHasClaimed
    /// A ground of the closed list is chosen.
    case groundIsChosen
    /// A day after today is given.
    case dayAheadIsGiven
    /// An application for the establishment is submitted.
    case applicationIsSubmitted
    /// The company asked not to be called any more.
    case companyAskedForIt
}

/// The moves of one kind of file, as data: server, buttons, documentation and tests read this table.
package struct Lifecycle<Status: Hashable & Sendable, Move: Hashable & Sendable>: Sendable {
    package let arrows: [Arrow<Status, Move>]

    /// The arrow for this move, or nothing where the table has none (R22).
    package func arrow(from status: Status, by act: Move) -> Arrow<Status, Move>? {
        arrows.first { $0.from == status && $0.act == act }
    }

    /// The moves that `role` has from `status`, in the order of the table.
    package func moves(from status: Status, as role: Role) -> [Move] {
        arrows.filter { $0.from == status && $0.roles.contains(role) }.map(\.act)
    }
}
