internal import TandemDomain
internal import TandemStore

/// A step of the guided form: it shows where one is, and leads back.
protocol DraftScreen: Screen {
    var draft: Draft { get }
    var step: BundleStep { get }
}

extension DraftScreen {
    var caption: Word? {
        guard let establishment = draft.establishment else { return .verbatim(draft.company.details.name) }
        return Word("draft.caption", ["company": draft.company.details.name, "place": establishment.name])
    }

    var breadcrumbs: [Breadcrumb] {
        [Breadcrumb("applying.title", url: Addresses.home.url()), draft.home]
    }

    /// The steps, each with the way back to it.
    var steps: Model {
        let all = draft.scope.steps
        let current = (all.firstIndex(of: step) ?? 0) + 1
        return Steps(all.map(\.label), current: current, urls: all.map { draft.scope.url(of: $0) }).model
    }

    /// The link to the step before this one; nothing at the first.
    var back: Link? {
        let all = draft.scope.steps
        guard let index = all.firstIndex(of: step), index > 0 else { return nil }
        return Link("draft.back", url: draft.scope.url(of: all[index - 1]))
    }
}

extension FormScope {
    /// The steps of the form; who completes a file does not choose place and training again.
    var steps: [BundleStep] {
        switch self {
        case .draft: BundleStep.allCases
        case .file: [.documents, .mentors, .declaration, .overview]
        }
    }

    func url(of step: BundleStep) -> String {
        switch (self, step) {
        case (.draft(let id), .establishment): Addresses.draftEstablishment.url(id)
        case (.draft(let id), .trainings): Addresses.draftTrainings.url(id)
        case (.draft(let id), .overview): Addresses.draftOverview.url(id)
        case (.file(let id), .establishment), (.file(let id), .trainings), (.file(let id), .overview):
            Addresses.applicantFile.url(id)
        case (_, .documents): Addresses.documentsStep.url(self)
        case (_, .mentors): Addresses.mentorsStep.url(self)
        case (_, .declaration): Addresses.declarationStep.url(self)
        }
    }
}

extension BundleStep {
    var label: Word {
        switch self {
        case .establishment: "draft.stepEstablishment"
        case .trainings: "draft.stepTrainings"
        case .documents: "draft.stepDocuments"
        case .mentors: "draft.stepMentors"
        case .declaration: "draft.stepDeclaration"
        case .overview: "draft.stepOverview"
        }
    }
}
