/// Which partnership handles the companies of a joint committee, and when (*bevoegdheidsverdeling*).
package struct Competence: Hashable, Sendable {
    package let committee: JointCommitteeNumber
    package let partnership: PartnershipCode
    /// The sector under which the yearly report shows companies of the Flemish Partnership (`vp_verhuis`).
    package let reportedSector: String?
    package let period: Period
    package let source: String

    package init(
        committee: JointCommitteeNumber,
        partnership: PartnershipCode,
        reportedSector: String? = nil,
        period: Period,
        source: String
    ) {
        self.committee = committee
        self.partnership = partnership
        self.reportedSector = reportedSector
        self.period = period
        self.source = source
    }
}

/// Which partnership handles companies without a joint committee, by their legal form in the register (*rechtsvorm*).
package struct LegalFormCompetence: Hashable, Sendable {
    package let legalForm: String
    package let partnership: PartnershipCode
    package let reportedSector: String?
    package let period: Period
    package let source: String

    package init(
        legalForm: String,
        partnership: PartnershipCode,
        reportedSector: String? = nil,
        period: Period,
        source: String
    ) {
        self.legalForm = legalForm
        self.partnership = partnership
        self.reportedSector = reportedSector
        self.period = period
        self.source = source
    }
}

/// All rows of competence, found by joint committee.
package struct Competences: Sendable {
    package let rows: [Competence]
    package let legalForms: [LegalFormCompetence]
    private let byCommittee: [JointCommitteeNumber: [Competence]]

    package init(_ rows: [Competence], legalForms: [LegalFormCompetence] = []) {
        self.rows = rows
        self.legalForms = legalForms
        byCommittee = Dictionary(grouping: rows, by: \.committee)
    }

    /// The row that decides: the subcommittee's own before its committee's, of those that hold on `day` (R2, R3).
    package func row(for committee: JointCommitteeNumber?, on day: Day) -> Competence? {
        guard let committee else { return nil }
        if let own = byCommittee[committee]?.first(where: { $0.period.contains(day) }) { return own }
        return row(for: committee.parent, on: day)
    }

    /// The row for a company without a joint committee.
    package func row(forLegalForm legalForm: String?, on day: Day) -> LegalFormCompetence? {
        legalForms.first { $0.legalForm == legalForm && $0.period.contains(day) }
    }

    /// The partnership that handles a file; the Flemish Partnership where no row holds (R2).
    package func competentPartnership(
        for committee: JointCommitteeNumber?,
        legalForm: String? = nil,
        on day: Day
    ) -> PartnershipCode {
        if committee == nil, let row = row(forLegalForm: legalForm, on: day) { return row.partnership }
        return row(for: committee, on: day)?.partnership ?? .flemish
    }

    /// The sector of the yearly report's tables 8 and 11; nothing where a sectoral partnership is competent.
    package func reportedSector(
        for committee: JointCommitteeNumber?,
        legalForm: String? = nil,
        on day: Day
    ) -> String? {
        guard competentPartnership(for: committee, legalForm: legalForm, on: day) == .flemish else { return nil }
        let row = committee == nil ? row(forLegalForm: legalForm, on: day)?.reportedSector : nil
        return row ?? self.row(for: committee, on: day)?.reportedSector ?? Self.otherSector
    }

    /// The sector of everything that has no name of its own.
    package static let otherSector = "vp_overige"
}
