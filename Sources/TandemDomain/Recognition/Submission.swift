/// Something a file lacks before it may be submitted.
package enum Lack: Error, Hashable, Sendable {
    case establishment
    case training
    /// The training is not on offer on the day of submission.
    case trainingNotOffered(TrainingCode)
    case mentor
    case mentorObjection(Identifier<Designation>, MentorObjection)
    /// A document that this partnership asks under this criterion (R5, R6).
    case document(RequirementCode)
    /// The declaration of honour (*verklaring op eer*) of the company (R4).
    case declaration
    /// The mandate under which a third party applies is not valid today (R4).
    case mandate
    /// The company or establishment is excluded; an end where there is one (R20).
    case excluded(until: Day?)
    /// An open application or a valid recognition for this training at this establishment already exists.
    case alreadyThere(TrainingCode)
    /// The renewal comes earlier before the end than allowed.
    case renewalTooEarly(from: Day)
}

/// What a file holds on the moment somebody wants to submit it.
package struct SubmissionFacts: Sendable {
    package var establishment: Identifier<Establishment>?
    package var training: TrainingCode?
    package var isTrainingOffered = true
    package var mentors: [(id: Identifier<Designation>, candidate: MentorCandidate)] = []
    package var requiredDocuments: [RequirementCode] = []
    package var presentDocuments: Set<RequirementCode> = []
    package var hasDeclaration = false
    package var needsMandate = false
    package var hasValidMandate = false
    package var exclusion: Exclusion?
    package var hasOpenApplicationOrRecognition = false
    package var renewalPossibleFrom: Day?

    package init() {}
}

extension SubmissionFacts {
    /// All that lacks on `day`, so that the applicant sees the whole list at once (R4–R9, R20); empty where nothing does.
    package func lacks(under norms: MentorNorms, on day: Day) -> [Lack] {
        placeLacks(on: day) + mentorLacks(norms, day) + paperLacks
    }

    private func placeLacks(on day: Day) -> [Lack] {
        var lacks: [Lack] = []
        if let exclusion { lacks.append(.excluded(until: exclusion.period.until)) }
        if establishment == nil { lacks.append(.establishment) }
        guard let training else { return lacks + [.training] }
        if !isTrainingOffered { lacks.append(.trainingNotOffered(training)) }
        if hasOpenApplicationOrRecognition { lacks.append(.alreadyThere(training)) }
        if let renewalPossibleFrom, day < renewalPossibleFrom {
            lacks.append(.renewalTooEarly(from: renewalPossibleFrom))
        }
        return lacks
    }

    private func mentorLacks(_ norms: MentorNorms, _ day: Day) -> [Lack] {
        if mentors.isEmpty { return [.mentor] }
        return mentors.flatMap { mentor in
            mentor.candidate.objections(under: norms, designatedOn: day)
                .map { Lack.mentorObjection(mentor.id, $0) }
        }
    }

    private var paperLacks: [Lack] {
        requiredDocuments.filter { !presentDocuments.contains($0) }.map(Lack.document)
            + (hasDeclaration ? [] : [.declaration])
            + (needsMandate && !hasValidMandate ? [.mandate] : [])
    }
}
