/// Something a person may want to do with a file, a company or the register.
package enum Act: String, CaseIterable, Sendable, Hashable {
    // The applicant's side.
    case readCompany, manageCompany, startApplication, editApplication, submitApplication, cancelApplication
    case registerMandate, revokeMandate
    // A file.
    case readApplication, readExtract, readEvents
    case takeUp, markIncomplete, hold, resume, judgeMentor, recordCheck, approve, reject
    case vote, advise
    // A recognition.
    case readRecognition, recordGuidance, withdraw, exclude, replaceMentor, followRenewal
    // The register.
    case readWorklist, readOutbox, readCounts, readChain, settleTask
    // The radar: looking for places, and calling companies.
    case readRadar, prospect
    // What the law does by itself.
    case lapse, withdrawByLaw, discontinue
}

/// How somebody stands to a file or a company, worked out from his organisation.
package enum Relation: String, CaseIterable, Sendable, Hashable {
    /// Acts for the company itself.
    case ownCompany
    /// Acts for an organisation that holds a valid mandate of the company.
    case mandated
    /// Acts for the partnership that decides.
    case competent
    /// Acts for the sector whose training it is, while another partnership decides.
    case advising
    /// None of these.
    case outside
}

/// What a permission is asked about.
package struct Subject: Hashable, Sendable {
    package let company: Identifier<Company>?
    package let competent: PartnershipCode?
    package let advising: PartnershipCode?
    package let mandates: [Mandate]

    package init(
        company: Identifier<Company>? = nil,
        competent: PartnershipCode? = nil,
        advising: PartnershipCode? = nil,
        mandates: [Mandate] = []
    ) {
        self.company = company
        self.competent = competent
        self.advising = advising
        self.mandates = mandates
    }

    /// The register as a whole, which belongs to no company.
    package static let register = Subject()
}

extension Actor {
    /// How this person stands to `subject` on `day`; a role for one organisation gives nothing at another (R72).
    package func relation(to subject: Subject, on day: Day) -> Relation {
        switch organisation {
        case .company(let id): subject.company == id ? .ownCompany : .outside
        case .provider, .service: holdsMandate(for: subject, on: day) ? .mandated : .outside
        case .partnership(let code) where role == .sectorConsultant && holdsMandate(for: subject, on: day):
            code == subject.competent ? .competent : .mandated
        case .partnership(let code):
            code == subject.competent ? .competent : code == subject.advising ? .advising : .outside
        case nil: .outside
        }
    }

    /// Whether his organisation holds a mandate of the subject's company on `day`.
    package func holdsMandate(for subject: Subject, on day: Day) -> Bool {
        subject.mandates.contains { $0.company == subject.company && $0.holder == organisation && $0.isValid(on: day) }
    }

    /// May this person do this to that, on this day? The default is no.
    package func may(_ act: Act, to subject: Subject, on day: Day) -> Bool {
        if role == .sectorConsultant, holdsMandate(for: subject, on: day) {
            return isPermitted(act, role: role, relation: .mandated)
                || isPermitted(act, role: role, relation: relation(to: subject, on: day))
        }
        return isPermitted(act, role: role, relation: relation(to: subject, on: day))
    }
}

/// The whole of who may do what, by role and relation; what is not named is refused.
package func isPermitted(_ act: Act, role: Role, relation: Relation) -> Bool {
    switch role {
    case .legalRepresentative: relation == .ownCompany && companyActs.union([.revokeMandate]).contains(act)
    case .companyEmployee: relation == .ownCompany && companyActs.subtracting([.registerMandate]).contains(act)
    case .providerCounsellor, .workplaceCounsellor: mandateHolderMay(act, relation)
    case .sectorConsultant: mandateHolderMay(act, relation) || sectorMay(act, relation)
    case .handler: handlerMay(act, relation)
    case .voter: voterMay(act, relation)
    case .department: departmentMay(act, relation)
    case .appealsSecretary: readingActs.subtracting([.readExtract, .readChain, .readOutbox, .readRadar]).contains(act)
    case .auditor: readingActs.contains(act)
    case .system: [.lapse, .withdrawByLaw, .discontinue].contains(act)
    }
}

private let readingActs: Set<Act> = [
    .readCompany, .readApplication, .readExtract, .readEvents, .readRecognition, .readWorklist, .readOutbox,
    .readCounts, .readChain, .readRadar,
]

/// The radar is of nobody's file: who looks for places for learners uses it, however he stands to a company.
private let radarActs: Set<Act> = [.readRadar, .prospect]

/// What the applicant's side may do with its own company's files.
private let filingActs: Set<Act> = [
    .readCompany, .manageCompany, .startApplication, .editApplication, .submitApplication, .cancelApplication,
    .readApplication, .readExtract, .readRecognition, .replaceMentor,
]

private let companyActs: Set<Act> = filingActs.union([.registerMandate])

/// What a handler does with the files his partnership decides.
private let handlingActs: Set<Act> = [
    .readCompany, .readApplication, .readExtract, .readRecognition, .readEvents, .takeUp, .markIncomplete, .hold,
    .resume, .judgeMentor, .recordCheck, .approve, .reject, .recordGuidance, .withdraw, .exclude, .replaceMentor,
    .followRenewal, .settleTask,
]

/// A counsellor registers the mandate that a company signed for his organisation; the rest follows from it.
private func mandateHolderMay(_ act: Act, _ relation: Relation) -> Bool {
    if radarActs.contains(act) { return true }
    return switch relation {
    case .mandated: filingActs.union([.registerMandate, .revokeMandate]).contains(act)
    case .outside, .competent, .advising: act == .registerMandate
    case .ownCompany: false
    }
}

/// A consultant follows the recognitions of his own sector without deciding on them.
private func sectorMay(_ act: Act, _ relation: Relation) -> Bool {
    relation == .competent && [.readApplication, .readRecognition, .readCompany, .followRenewal].contains(act)
}

private func handlerMay(_ act: Act, _ relation: Relation) -> Bool {
    if radarActs.contains(act) { return true }
    return switch relation {
    case .competent: handlingActs.contains(act) || [.readWorklist, .readOutbox, .readCounts].contains(act)
    case .advising: [.readApplication, .readCompany, .advise, .readWorklist, .readCounts].contains(act)
    case .outside: [.readWorklist, .readCounts].contains(act)
    case .ownCompany, .mandated: false
    }
}

/// R74: only files of his partnership, vote and read, no decision.
private func voterMay(_ act: Act, _ relation: Relation) -> Bool {
    switch relation {
    case .competent: [.readApplication, .readCompany, .vote, .readWorklist].contains(act)
    case .outside, .advising: act == .readWorklist
    case .ownCompany, .mandated: false
    }
}

private func departmentMay(_ act: Act, _ relation: Relation) -> Bool {
    if readingActs.contains(act) || [.exclude, .settleTask, .prospect].contains(act) { return true }
    return relation == .competent && handlingActs.contains(act)
}
