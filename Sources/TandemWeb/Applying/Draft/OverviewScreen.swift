internal import TandemDomain
internal import TandemStore

/// `GET /aanvragen/{id}/overzicht`: everything once more before it is submitted, what lacks, and what happens next.
struct OverviewScreen: DraftScreen {
    static let template = "applying/overview"

    let presenter: Presenter
    let draft: Draft
    let lacks: [LackLine]
    /// The last day on which the partnership decides, if the files are submitted today.
    let dueOn: Day?
    let termDays: Int

    var step: BundleStep { .overview }
    var title: Word { "draft.overviewTitle" }

    var model: Model {
        [
            "steps": steps,
            "lacks": .list(lacks.map(\.model)),
            "lacksTitle": lacks.isEmpty ? .nothing : .word("draft.lacksTitle", count: lacks.count),
            "outside": isOutside ? Notice(.warning, body: "draft.outsideFlanders").model : .nothing,
            "facts": facts.model,
            "trainings": .list(draft.files.map { ["name": .text(presenter.training($0.training))] }),
            "documents": .list(draft.documents.map { documentModel($0, presenter) }),
            "hasNoDocuments": .flag(draft.documents.isEmpty),
            "mentors": .list(draft.mentors.map(mentor)),
            "hasNoMentors": .flag(draft.mentors.isEmpty),
            "declaration": .word(declaration),
            "urls": urls,
            "submit": lacks.isEmpty ? submit : .nothing,
            "discard": Link("draft.discard", url: Addresses.draftRemoval.url(draft.bundle?.id ?? 0)).model,
            "later": Link("draft.later", url: draft.home.url).model,
        ]
    }

    private var urls: Model {
        [
            "establishment": .text(draft.scope.url(of: .establishment)),
            "trainings": .text(draft.scope.url(of: .trainings)),
            "documents": .text(draft.scope.url(of: .documents)),
            "mentors": .text(draft.scope.url(of: .mentors)),
            "declaration": .text(draft.scope.url(of: .declaration)),
        ]
    }

    private var submit: Model {
        [
            "action": .text(Addresses.draftSubmission.url(draft.bundle?.id ?? 0)),
            "explanation": .list(nextWords.map { ["text": .word($0)] }),
            "buttons": Buttons(.init(Word("draft.submit", count: draft.files.count)), links: [back].compactMap(\.self))
                .model,
        ]
    }

    /// What happens after submission: who decides, until when, and what silence means.
    private var nextWords: [Word] {
        let partnership = presenter.partnership(draft.competent)
        guard let dueOn else { return [Word("draft.nextWho", ["partnership": partnership])] }
        return [
            Word("draft.nextWho", ["partnership": partnership]),
            Word("draft.nextTerm", ["days": String(termDays), "due": DutchFormat.weekday(dueOn)]),
            Word("draft.nextSilence", ["law": DutchFormat.day(dueOn.adding(days: 1))]),
            "draft.nextIncomplete",
        ]
    }

    private var facts: Facts {
        let place = draft.establishment
        return Facts([
            .init("company.name", draft.company.details.name),
            .init("company.numberLabel", draft.company.number.formatted),
            .init("draft.establishment", place.map { "\($0.name), \(presenter.address($0.street, $0.postalCode))" }),
            .init("company.partnership", presenter.partnership(draft.competent)),
        ])
    }

    private var isOutside: Bool {
        draft.establishment.map { presenter.isOutsideFlandersAndBrussels($0.postalCode) } ?? false
    }

    private func mentor(_ designation: DesignationRecord) -> Model {
        let years = designation.yearsOfPractice
        return [
            "name": .text(designation.mentor.name),
            "practice": years.map { .word("papers.practice", count: $0) } ?? .word("facts.unknown"),
        ]
    }

    private var declaration: Word {
        let lacking = draft.files.count { draft.isMandated ? $0.declaration == nil : $0.declaredOn == nil }
        return lacking == 0 ? "draft.declared" : "draft.notDeclared"
    }
}

extension Presenter {
    /// Whether a place lies where recognition is rather the exception.
    func isOutsideFlandersAndBrussels(_ code: PostalCode) -> Bool {
        reference.postalPlace(code)?.province.region == .wallonia
    }
}

/// A document of a draft, as lists show it.
func documentModel(_ attachment: AttachmentRecord, _ presenter: Presenter) -> Model {
    [
        "id": .text(String(attachment.id)),
        "name": .text(attachment.fileName),
        "requirement": .text(presenter.requirement(attachment.requirement)),
        "url": .text(Addresses.attachment.url(attachment.application.rawValue, attachment.id)),
        "addedOn": .text(DutchFormat.short(attachment.addedOn)),
    ]
}
