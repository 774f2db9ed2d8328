internal import TandemActions
internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// The files that a step of the guided form edits, with what every step shows of them.
struct Draft: Sendable {
    let scope: FormScope
    /// Nothing where one file is being completed.
    let bundle: BundleRecord?
    let company: CompanyRecord
    let establishment: EstablishmentRecord?
    let files: [ApplicationRecord]
    /// The documents of all files; the same document stands in each of them.
    let attachments: [AttachmentRecord]
    /// The mentors of all files; the same person stands in each of them.
    let designations: [DesignationRecord]
    /// The partnership that decides: as of today for a draft, the one that got it for a file that was sent back.
    let competent: PartnershipCode
}

extension Draft {
    var edit: EditScope {
        switch scope {
        case .draft(let id): .bundle(id)
        case .file(let id): .file(Identifier(id))
        }
    }

    /// Whether another than the company itself applies.
    var isMandated: Bool { (bundle?.applicantKind ?? files.first?.applicantKind) != .company }

    /// Each document once, however many files hold it.
    var documents: [AttachmentRecord] {
        var seen: Set<String> = []
        return attachments.filter { seen.insert("\($0.requirement.rawValue) \($0.document)").inserted }
    }

    /// Each mentor once, however many files propose him.
    var mentors: [DesignationRecord] {
        var seen: Set<Identifier<Mentor>> = []
        return designations.filter { seen.insert($0.mentor.id).inserted }
    }

    /// The documents that may be added to the files, those of the mentors and the declaration apart.
    func requirements(_ reference: Reference, on today: Day) -> [DocumentRequirement] {
        let apart: Set<RequirementCode> = [.extract, .priorEducation, .declaration]
        return reference.requirements(partnership: competent, hasStaff: company.details.employees != 0, on: today)
            .filter { !apart.contains($0.code) }
    }

    /// Where the form was entered, and where it leads back to.
    var home: Breadcrumb {
        switch scope {
        case .draft: Breadcrumb(.verbatim(company.details.name), url: Addresses.company.url(company.id.rawValue))
        case .file(let id): Breadcrumb("ownfile.back", url: Addresses.applicantFile.url(id))
        }
    }
}

extension Site {
    /// The files of a step, if this person may edit them now.
    ///
    /// - Throws: ``Refusal``.
    func draft(_ scope: FormScope, _ actor: Actor) async throws -> Draft {
        let (today, reference) = (today, reference)
        let draft = try await read { session in
            switch scope {
            case .draft(let id): try session.draft(ofBundle: id, reference, on: today)
            case .file(let id): try session.draft(ofFile: id)
            }
        }
        let subject = try await read { session in
            Subject(
                company: draft.company.id,
                competent: draft.competent,
                mandates: try session.mandates(of: draft.company.id).map(\.mandate)
            )
        }
        guard actor.may(.editApplication, to: subject, on: today) else { throw Refusal.notAllowed }
        if draft.bundle?.submittedOn != nil { throw Refusal.notFrom(.submitted) }
        if draft.bundle == nil, let status = draft.files.first?.status, !status.isEditable {
            throw Refusal.notFrom(status)
        }
        return draft
    }
}

extension SQLSession {
    fileprivate func draft(ofBundle id: Int64, _ reference: Reference, on today: Day) throws -> Draft {
        guard let bundle = try bundle(id), let company = try company(bundle.company) else { throw Refusal.notFound }
        let files = try applications(ofBundle: id).filter { $0.status == .draft }
        return Draft(
            scope: .draft(id),
            bundle: bundle,
            company: company,
            establishment: try bundle.establishment.flatMap { try establishment($0) },
            files: files,
            attachments: try attachments(ofFiles: files.map(\.id)),
            designations: try designations(ofFiles: files.map(\.id)),
            competent: reference.competentPartnership(
                for: company.details.jointCommittee,
                legalForm: company.details.legalForm,
                on: today
            )
        )
    }

    fileprivate func draft(ofFile id: Int64) throws -> Draft {
        guard let file = try application(Identifier(id)), let company = try company(file.company) else {
            throw Refusal.notFound
        }
        return Draft(
            scope: .file(id),
            bundle: nil,
            company: company,
            establishment: try file.establishment.flatMap { try establishment($0) },
            files: [file],
            attachments: try attachments(of: file.id),
            designations: try designations(of: file.id),
            competent: file.partnership
        )
    }
}
