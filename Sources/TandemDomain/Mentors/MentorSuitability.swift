/// Marks the identity of a mentor: a person, over all his recognitions.
package enum Mentor {}
/// Marks the identity of a designation: one mentor proposed in one application.
package enum Designation {}

/// What the handler made of a mentor in a file; each mentor is judged on his own.
package enum MentorJudgement: String, CaseIterable, Sendable, Hashable {
    case pending, accepted, refused
}

/// What the handler found on the extract of the criminal record (*uittreksel strafregister*, model 596.2).
package enum ExtractVerdict: String, CaseIterable, Sendable, Hashable {
    case unseen, blank
    /// Entries that do not stand in the way, by the guidelines of the partnership.
    case acceptableEntries = "acceptable_entries"
    case unacceptableEntries = "unacceptable_entries"
    /// Facts against minors: never acceptable (R10).
    case factsAgainstMinors = "facts_against_minors"

    /// Whether a mentor may be accepted on it.
    package var letsAccept: Bool {
        switch self {
        case .blank, .acceptableEntries: true
        case .unseen, .unacceptableEntries, .factsAgainstMinors: false
        }
    }
}

/// What a derogation (*afwijking*) is asked or granted from.
package enum Derogation: String, CaseIterable, Sendable, Hashable {
    case age, experience
}

/// The figures a mentor is held against, in force on the day of designation (R7–R9).
package struct MentorNorms: Hashable, Sendable {
    /// Years of age at which no derogation is needed.
    package let age: Int
    /// Years of age below which nobody is accepted.
    package let ageWithDerogation: Int
    /// Years of practice at which no derogation is needed.
    package let yearsOfPractice: Int
    /// How many months old the extract may be on the day of designation.
    package let extractMonths: Int

    package init(age: Int, ageWithDerogation: Int, yearsOfPractice: Int, extractMonths: Int) {
        self.age = age
        self.ageWithDerogation = ageWithDerogation
        self.yearsOfPractice = yearsOfPractice
        self.extractMonths = extractMonths
    }
}

/// What an applicant says of a mentor (*mentor*) in an application.
package struct MentorCandidate: Hashable, Sendable {
    package let bornOn: Day
    package let yearsOfPractice: Int?
    package let derogations: Set<Derogation>
    package let hasPriorEducationProof: Bool
    /// The day of issue of the extract; nothing where none was added.
    package let extractIssuedOn: Day?

    package init(
        bornOn: Day,
        yearsOfPractice: Int?,
        derogations: Set<Derogation>,
        hasPriorEducationProof: Bool,
        extractIssuedOn: Day?
    ) {
        self.bornOn = bornOn
        self.yearsOfPractice = yearsOfPractice
        self.derogations = derogations
        self.hasPriorEducationProof = hasPriorEducationProof
        self.extractIssuedOn = extractIssuedOn
    }
}

/// What stands in the way of a mentor.
package enum MentorObjection: Error, Hashable, Sendable {
    /// Too young, also with a derogation (R7).
    case tooYoung(age: Int, minimum: Int)
    /// Young enough to need a derogation that was not asked (R7).
    case ageNeedsDerogation(age: Int, norm: Int)
    /// Too little practice without a derogation (R8).
    case practiceNeedsDerogation(years: Int, norm: Int)
    case yearsOfPracticeMissing
    /// A derogation rests on proof of prior education, which is lacking (R7, R8).
    case priorEducationProofMissing
    /// No extract 596.2 (R9).
    case extractMissing
    /// The extract is older than allowed on the day of designation (R9).
    case extractTooOld(issuedOn: Day, oldestAllowed: Day)
    /// The extract bears a day that is still to come.
    case extractInFuture(issuedOn: Day)

    /// Whether nothing the applicant adds can mend it.
    package var isFinal: Bool {
        switch self {
        case .tooYoung: true
        case .ageNeedsDerogation, .practiceNeedsDerogation, .yearsOfPracticeMissing, .priorEducationProofMissing,
            .extractMissing, .extractTooOld, .extractInFuture:
            false
        }
    }
}

extension MentorCandidate {
    /// What stands in the way of designating this person on `day` (R7–R9); empty where nothing does.
    package func objections(under norms: MentorNorms, designatedOn day: Day) -> [MentorObjection] {
        ageObjections(norms, day) + practiceObjections(norms) + proofObjections + extractObjections(norms, day)
    }

    /// The derogations this person needs on `day`, whether asked or not.
    package func neededDerogations(under norms: MentorNorms, designatedOn day: Day) -> Set<Derogation> {
        var needed: Set<Derogation> = []
        if day.years(since: bornOn) < norms.age { needed.insert(.age) }
        if let yearsOfPractice, yearsOfPractice < norms.yearsOfPractice { needed.insert(.experience) }
        return needed
    }

    private func ageObjections(_ norms: MentorNorms, _ day: Day) -> [MentorObjection] {
        let age = day.years(since: bornOn)
        if age < norms.ageWithDerogation { return [.tooYoung(age: age, minimum: norms.ageWithDerogation)] }
        return age >= norms.age || derogations.contains(.age)
            ? [] : [.ageNeedsDerogation(age: age, norm: norms.age)]
    }

    private func practiceObjections(_ norms: MentorNorms) -> [MentorObjection] {
        guard let yearsOfPractice else { return [.yearsOfPracticeMissing] }
        return yearsOfPractice >= norms.yearsOfPractice || derogations.contains(.experience)
            ? [] : [.practiceNeedsDerogation(years: yearsOfPractice, norm: norms.yearsOfPractice)]
    }

    private var proofObjections: [MentorObjection] {
        derogations.isEmpty || hasPriorEducationProof ? [] : [.priorEducationProofMissing]
    }

    private func extractObjections(_ norms: MentorNorms, _ day: Day) -> [MentorObjection] {
        guard let extractIssuedOn else { return [.extractMissing] }
        if extractIssuedOn > day { return [.extractInFuture(issuedOn: extractIssuedOn)] }
        let oldestAllowed = day.adding(months: -norms.extractMonths)
        return extractIssuedOn < oldestAllowed
            ? [.extractTooOld(issuedOn: extractIssuedOn, oldestAllowed: oldestAllowed)] : []
    }
}

/// Why a handler cannot accept a mentor.
package enum AcceptanceProblem: Error, Hashable, Sendable {
    case objection(MentorObjection)
    /// The extract was not looked at, or shows what cannot be accepted (R10).
    case extractForbids(ExtractVerdict)
    /// A derogation that this mentor needs was not granted (R7, R8).
    case derogationNotGranted(Derogation)
}

extension MentorCandidate {
    /// What keeps a handler from accepting this mentor, with what he found and granted (R7–R10); empty where nothing does.
    package func acceptanceProblems(
        under norms: MentorNorms,
        designatedOn day: Day,
        extract: ExtractVerdict,
        granted: Set<Derogation>
    ) -> [AcceptanceProblem] {
        let ungranted = neededDerogations(under: norms, designatedOn: day).subtracting(granted)
        return objections(under: norms, designatedOn: day).map(AcceptanceProblem.objection)
            + (extract.letsAccept ? [] : [.extractForbids(extract)])
            + Derogation.allCases.filter(ungranted.contains).map(AcceptanceProblem.derogationNotGranted)
    }
}
