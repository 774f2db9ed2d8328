/// Marks the identity of a prospect.
package enum Prospect {}

/// Where a prospect (*prospect*) stands: an establishment that somebody may call for a training.
package enum ProspectState: String, CaseIterable, Sendable, Hashable {
    /// On a list, and nobody has taken it yet (*nieuw*).
    case new
    /// Claimed by an adviser, who has not called yet (*te bellen*).
    case toCall = "to_call"
    /// Spoken to, without an answer yet (*gecontacteerd*).
    case contacted
    case interested
    /// To be called again on a day (*later*).
    case later
    /// The company applied (*aangevraagd*).
    case applied
    /// It said no, with a reason (*niet geïnteresseerd*).
    case notInterested = "not_interested"

    /// Whether somebody may still have work with it: no establishment is open twice.
    package var isOpen: Bool {
        switch self {
        case .new, .toCall, .contacted, .interested, .later: true
        case .applied, .notInterested: false
        }
    }
}

/// A move of a prospect.
package enum ProspectMove: String, CaseIterable, Sendable, Hashable {
    case claim, release, contact, interest, postpone, refuse, reopen, apply
    /// The company asked not to be called.
    case leaveAlone = "leave_alone"
}

/// Why a company is not interested: a closed list, so that it can be counted.
package enum RefusalGround: String, CaseIterable, Sendable, Hashable {
    case noTime = "no_time"
    case noMentor = "no_mentor"
    /// The work of the training is not done there.
    case otherWork = "other_work"
    case noWorkToGive = "no_work_to_give"
    case hasOtherLearners = "has_other_learners"
    case badExperience = "bad_experience"
    case paperwork
    case cost
    case stopsOrMoves = "stops_or_moves"
    case unreachable
    /// It asked not to be called any more.
    case doNotCall = "do_not_call"
    case other
}

extension Role {
    /// Who looks for workplaces, and calls.
    static let advisers: Set<Role> = [
        .providerCounsellor, .sectorConsultant, .workplaceCounsellor, .handler, .department,
    ]
    /// Who files applications; that ends a prospect, whoever had it.
    fileprivate static let applicants: Set<Role> = Set(allCases.filter { $0.applicantKind != nil })
}

extension Lifecycle where Status == ProspectState, Move == ProspectMove {
    /// The life of a prospect; only its own organisation moves it, but for a claim of what nobody has.
    package static let prospect = Lifecycle(arrows: [
        Arrow(.new, .claim, .toCall, by: Role.advisers, if: .nobodyHasClaimed),
        Arrow(.new, .apply, .applied, by: applying, if: .applicationIsSubmitted),
        Arrow(.new, .leaveAlone, .notInterested, by: Role.advisers, if: .companyAskedForIt),
        Arrow(.toCall, .contact, .contacted, by: Role.advisers),
        Arrow(.toCall, .interest, .interested, by: Role.advisers),
        Arrow(.toCall, .postpone, .later, by: Role.advisers, if: .dayAheadIsGiven),
        Arrow(.toCall, .refuse, .notInterested, by: Role.advisers, if: .groundIsChosen),
        Arrow(.toCall, .release, .new, by: Role.advisers),
        Arrow(.toCall, .apply, .applied, by: applying, if: .applicationIsSubmitted),
        Arrow(.toCall, .leaveAlone, .notInterested, by: Role.advisers, if: .companyAskedForIt),
        Arrow(.contacted, .contact, .contacted, by: Role.advisers),
        Arrow(.contacted, .interest, .interested, by: Role.advisers),
        Arrow(.contacted, .postpone, .later, by: Role.advisers, if: .dayAheadIsGiven),
        Arrow(.contacted, .refuse, .notInterested, by: Role.advisers, if: .groundIsChosen),
        Arrow(.contacted, .release, .new, by: Role.advisers),
        Arrow(.contacted, .apply, .applied, by: applying, if: .applicationIsSubmitted),
        Arrow(.contacted, .leaveAlone, .notInterested, by: Role.advisers, if: .companyAskedForIt),
        Arrow(.interested, .contact, .interested, by: Role.advisers),
        Arrow(.interested, .interest, .interested, by: Role.advisers),
        Arrow(.interested, .postpone, .later, by: Role.advisers, if: .dayAheadIsGiven),
        Arrow(.interested, .refuse, .notInterested, by: Role.advisers, if: .groundIsChosen),
        Arrow(.interested, .release, .new, by: Role.advisers),
        Arrow(.interested, .apply, .applied, by: applying, if: .applicationIsSubmitted),
        Arrow(.interested, .leaveAlone, .notInterested, by: Role.advisers, if: .companyAskedForIt),
        Arrow(.later, .contact, .contacted, by: Role.advisers),
        Arrow(.later, .interest, .interested, by: Role.advisers),
        Arrow(.later, .postpone, .later, by: Role.advisers, if: .dayAheadIsGiven),
        Arrow(.later, .refuse, .notInterested, by: Role.advisers, if: .groundIsChosen),
        Arrow(.later, .release, .new, by: Role.advisers),
        Arrow(.later, .apply, .applied, by: applying, if: .applicationIsSubmitted),
        Arrow(.later, .leaveAlone, .notInterested, by: Role.advisers, if: .companyAskedForIt),
        Arrow(.notInterested, .reopen, .toCall, by: Role.advisers, if: .nobodyHasClaimed),
    ])

    private static var applying: Set<Role> { Role.advisers.union(Role.applicants) }
}

extension Actor {
    /// Whether this person may make this move: by his role from where it stands, and for his own organisation (R72).
    ///
    /// What nobody has taken is free for every adviser; an application ends it whoever files, and so does the wish of the
    /// company to be left alone.
    package func may(_ move: ProspectMove, from state: ProspectState, of owner: Organisation) -> Bool {
        guard let arrow = Lifecycle.prospect.arrow(from: state, by: move), arrow.roles.contains(role) else {
            return false
        }
        switch move {
        case .claim, .apply, .leaveAlone: return true
        case .release, .contact, .interest, .postpone, .refuse, .reopen: return organisation == owner
        }
    }
}

/// When a prospect asks for attention; follows from the day alone.
package enum ProspectDue: Hashable, Sendable {
    /// The day has passed, so many days ago.
    case overdue(days: Int)
    case today
    case ahead(Day)
    /// No day was set.
    case unplanned

    package init(_ day: Day?, on today: Day) {
        guard let day else {
            self = .unplanned
            return
        }
        let left = day.days(since: today)
        self = left < 0 ? .overdue(days: -left) : left == 0 ? .today : .ahead(day)
    }
}
