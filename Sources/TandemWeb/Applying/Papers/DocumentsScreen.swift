internal import TandemActions
internal import TandemDomain
internal import TandemStore

/// The step in which the documents are added that the deciding partnership asks (R5, R6).
struct DocumentsScreen: DraftScreen {
    static let template = "applying/documents"

    let presenter: Presenter
    let draft: Draft
    var form = Form()

    var step: BundleStep { .documents }
    var title: Word { "papers.documentsTitle" }
    var errors: FormErrors { form.errors }

    var model: Model {
        [
            "steps": steps,
            "action": .text(Addresses.documentsStep.url(draft.scope)),
            "why": Notice(.info, title: whoDecides, body: why).model,
            "changeCompany": draft.company.details.jointCommittee == nil && draft.bundle != nil
                ? Link("papers.changeCommittee", url: Addresses.companyDetails.url(draft.company.id.rawValue)).model
                : .nothing,
            "criteria": .list(criteria),
            "buttons": Buttons(
                .init("draft.next"),
                .init("papers.upload", name: "stay", emphasis: .secondary),
                links: [back, Link("draft.later", url: draft.home.url)].compactMap(\.self)
            ).model,
        ]
    }

    private var whoDecides: Word {
        Word("papers.whoDecides", ["partnership": presenter.partnership(draft.competent)])
    }

    /// Why this partnership decides (R2).
    private var why: Word {
        guard let committee = draft.company.details.jointCommittee else { return "papers.whyNoCommittee" }
        let name = presenter.reference.committee(committee)?.name ?? ""
        return Word("papers.whyCommittee", ["committee": committee.rawValue, "name": name])
    }

    private var criteria: [Model] {
        let all = draft.requirements(presenter.reference, on: presenter.today)
        return Criterion.allCases.compactMap { criterion in
            let here = all.filter { $0.criterion == criterion }
            guard !here.isEmpty else { return nil }
            return [
                "title": .text(presenter.reference.label(.criterion, criterion.rawValue) ?? criterion.rawValue),
                "requirements": .list(here.map(requirement)),
            ]
        }
    }

    private func requirement(_ requirement: DocumentRequirement) -> Model {
        let isRequired = requirement.isRequired(hasDerogation: false, isMandated: draft.isMandated)
        let added = draft.documents.filter { $0.requirement == requirement.code }
        return [
            "badge": added.isEmpty
                ? isRequired ? Badge(.warning, "papers.required").model : .nothing
                : Badge(.success, "papers.added").model,
            "documents": .list(added.map { documentModel($0, presenter) }),
            "field": form.file(
                Self.field(requirement.code),
                .verbatim(requirement.label),
                hint: added.isEmpty ? "papers.fileHint" : "papers.anotherHint",
                isOptional: !isRequired || !added.isEmpty,
                mostBytes: Upload.largest
            ),
        ]
    }

    /// The name of the field for a document.
    static func field(_ code: RequirementCode) -> String { "document-\(code.rawValue)" }
}
