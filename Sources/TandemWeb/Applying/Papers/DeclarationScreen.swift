internal import TandemActions
internal import TandemDomain
internal import TandemStore

/// The step in which the company declares on its honour that it meets the conditions (R4).
struct DeclarationScreen: DraftScreen {
    static let template = "applying/declaration"

    let presenter: Presenter
    let draft: Draft
    /// Whether the visitor comes from the company itself, and ticks instead of adding a signed paper.
    let isOwn: Bool
    var form = Form()

    var step: BundleStep { .declaration }
    var title: Word { "papers.declarationTitle" }
    var errors: FormErrors { form.errors }

    var model: Model {
        [
            "steps": steps,
            "action": .text(Addresses.declarationStep.url(draft.scope)),
            "tick": isOwn ? form.checkbox("declares", "papers.declares") : .nothing,
            "files": isOwn ? .nothing : .list(draft.files.map(file)),
            "buttons": Buttons(
                .init("draft.next"),
                links: [back, Link("draft.later", url: draft.home.url)].compactMap(\.self)
            ).model,
        ]
    }

    private func file(_ file: ApplicationRecord) -> Model {
        let id = file.id.rawValue
        let isThere = file.declaration != nil
        return [
            "training": .text(presenter.training(file.training)),
            "badge": (isThere ? Badge(.success, "papers.added") : Badge(.warning, "papers.required")).model,
            "print": Link("papers.printDeclaration", url: Addresses.declarationText.url(id)).model,
            "look": isThere ? Link("papers.lookDeclaration", url: Addresses.declaration.url(id)).model : .nothing,
            "field": form.file(
                Self.field(file.id),
                Word("papers.signedDeclaration", ["training": presenter.training(file.training)]),
                hint: isThere ? "papers.replaceHint" : "papers.fileHint",
                isOptional: isThere,
                mostBytes: Upload.largest
            ),
        ]
    }

    /// The name of the field for the signed declaration of a file.
    static func field(_ id: Identifier<RecognitionApplication>) -> String { "declaration-\(id)" }
}

/// The declaration of honour of one file, filled in, to print and to sign.
struct DeclarationTextScreen: Screen {
    static let template = "applying/declaration-text"

    let presenter: Presenter
    let draft: Draft
    let file: ApplicationRecord

    var title: Word { "papers.declarationTextTitle" }
    var breadcrumbs: [Breadcrumb] { [draft.home] }

    var model: Model {
        let company = draft.company.details
        return [
            "facts": Facts([
                .init("company.name", company.name),
                .init("company.numberLabel", draft.company.number.formatted),
                .init("company.address", presenter.address(company.street, company.postalCode)),
                .init("draft.establishment", place),
                .init("papers.training", presenter.training(file.training)),
                .init("papers.mentors", mentors),
            ]).model
        ]
    }

    private var place: String? {
        draft.establishment.map { "\($0.name), \(presenter.address($0.street, $0.postalCode))" }
    }

    private var mentors: String? {
        let names = draft.designations.filter { $0.application == file.id }.map(\.mentor.name)
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }
}
