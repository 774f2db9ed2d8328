/// What a partnership may do itself (*bevoegdheid*); the rest stays with the Flemish Partnership.
package enum Power: String, CaseIterable, Sendable {
    /// Decide on applications.
    case recognise
    /// Treat complaints about workplaces (R59).
    case handleComplaints = "handle_complaints"
    /// Exempt a mentor from the mentor training (R29).
    case exempt
}

/// A partnership that recognises workplaces for its sector (*sectoraal partnerschap*), or the Flemish one for the rest.
package struct Partnership: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case flemish
        case sectoral
    }

    /// A power and the days on which the partnership has it.
    package struct Grant: Hashable, Sendable {
        package let power: Power
        package let period: Period

        package init(_ power: Power, _ period: Period) {
            self.power = power
            self.period = period
        }
    }

    package let code: PartnershipCode
    package let name: String
    package let shortName: String
    package let kind: Kind
    package let period: Period
    package let grants: [Grant]
    /// The term it sets for the mentor training, where it sets one (R24).
    package let mentorTrainingTermMonths: Dated<Int>?
    /// How many learners a mentor may have at once, where it sets a limit (R30).
    package let learnersPerMentor: Dated<Int>?

    package init(
        code: PartnershipCode,
        name: String,
        shortName: String,
        kind: Kind,
        period: Period,
        grants: [Grant] = [],
        mentorTrainingTermMonths: Dated<Int>? = nil,
        learnersPerMentor: Dated<Int>? = nil
    ) {
        self.code = code
        self.name = name
        self.shortName = shortName
        self.kind = kind
        self.period = period
        self.grants = grants
        self.mentorTrainingTermMonths = mentorTrainingTermMonths
        self.learnersPerMentor = learnersPerMentor
    }

    /// Whether it has the power on `day`.
    package func has(_ power: Power, on day: Day) -> Bool {
        grants.contains { $0.power == power && $0.period.contains(day) }
    }

    /// The powers it has on `day`.
    package func powers(on day: Day) -> Set<Power> { Set(Power.allCases.filter { has($0, on: day) }) }
}
