internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// All that the page of a company shows, read at once.
struct CompanyPage: Sendable {
    let company: CompanyRecord
    let subject: Subject
    let establishments: [EstablishmentRecord]
    let recognitions: [RecognitionRecord]
    let applications: [ApplicationRecord]
    let drafts: [DraftLine]
    let letters: [LetterRecord]
    let exclusions: [Exclusion]
    let registerLinks: RegisterLinks
}

extension SQLSession {
    /// A company as a permission is asked about it, with the partnership that decides on its files today.
    func subject(of company: CompanyRecord, _ reference: Reference, on day: Day) throws -> Subject {
        Subject(
            company: company.id,
            competent: reference.competentPartnership(
                for: company.details.jointCommittee,
                legalForm: company.details.legalForm,
                on: day
            ),
            mandates: try mandates(of: company.id).map(\.mandate)
        )
    }

    func companyPage(of company: CompanyRecord, _ subject: Subject) throws -> CompanyPage {
        CompanyPage(
            company: company,
            subject: subject,
            establishments: try establishments(of: company.id),
            recognitions: try recognitions(of: company.id, limit: 500),
            applications: try applications(of: company.id, limit: 500),
            drafts: try draftLines(of: draftBundles(of: company.id)),
            letters: try letters(to: company.id, limit: 10),
            exclusions: try exclusions(of: company.id).map(\.exclusion),
            registerLinks: try registerLinks(of: company.id)
        )
    }
}

/// Whether a recognition can be renewed now, and otherwise why not.
enum RenewalOffer: Hashable, Sendable {
    case possible
    case notBefore(Day)
    /// A draft or file for the renewal is there already.
    case underWay(ApplicationRecord)
    case done
    /// The recognition was ended, or the training is no longer given: a new application is the way.
    case none
}

extension CompanyPage {
    /// What may be done about the end of a recognition (R16).
    func renewalOffer(_ recognition: RecognitionRecord, _ reference: Reference, on today: Day) -> RenewalOffer {
        if recognitions.contains(where: { $0.renews == recognition.id }) { return .done }
        let running = applications.first { $0.renews == recognition.id && ($0.status == .draft || $0.status.isOpen) }
        if let running { return .underWay(running) }
        guard isRenewable(recognition.state(on: today)),
            reference.training(recognition.training)?.period.contains(today) == true
        else { return .none }
        let months = reference.figures.recognition.renewalEarliestMonths[today]
        let from = recognition.validity.until.adding(months: -months)
        return today < from ? .notBefore(from) : .possible
    }

    private func isRenewable(_ state: RecognitionState) -> Bool {
        switch state {
        case .approved, .expired: true
        case .withdrawn, .discontinued: false
        }
    }

    /// The open files, those that wait for the applicant first.
    var openFiles: [ApplicantFile] {
        let names = Dictionary(establishments.map { ($0.id, $0.name) }) { first, _ in first }
        let open = applications.filter(\.status.isOpen)
        let sorted =
            open.filter { $0.status.nextMove == .applicant } + open.filter { $0.status.nextMove != .applicant }
        return sorted.map { file in
            ApplicantFile(
                application: file,
                companyName: company.details.name,
                establishmentName: file.establishment.flatMap { names[$0] }
            )
        }
    }
}
