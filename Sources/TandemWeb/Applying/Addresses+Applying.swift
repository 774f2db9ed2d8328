extension Addresses {
    package static let company = Address1<Int64>("/ondernemingen")
    package static let companyDetails = Address1<Int64>("/ondernemingen", "/gegevens")
    package static let companySearch = Address("/ondernemingen/zoeken")
    package static let newCompany = Address("/ondernemingen/nieuw")
    /// Begins a draft for a company.
    package static let newApplication = Address1<Int64>("/ondernemingen", "/aanvraag")
    /// The form with which a company's mandate is registered.
    package static let newMandate = Address1<Int64>("/ondernemingen", "/machtiging")
    /// The text of a mandate, to print and sign.
    package static let mandateText = Address1<Int64>("/ondernemingen", "/machtigingstekst")
    package static let mandates = Address("/machtigingen")
    package static let mandateRevocation = Address1<Int64>("/machtigingen", "/intrekking")
    /// Begins the renewal of a recognition.
    package static let renewal = Address1<Int64>("/erkenningen", "/hernieuwing")

    package static let draftEstablishment = Address1<Int64>("/aanvragen", "/vestiging")
    package static let draftTrainings = Address1<Int64>("/aanvragen", "/opleidingen")
    package static let draftOverview = Address1<Int64>("/aanvragen", "/overzicht")
    package static let draftSubmission = Address1<Int64>("/aanvragen", "/indiening")
    package static let draftRemoval = Address1<Int64>("/aanvragen", "/verwijdering")

    /// The page of a file for who applied.
    package static let applicantFile = Address1<Int64>("/aanvragen/dossier")
    package static let resubmission = Address1<Int64>("/aanvragen/dossier", "/indiening")
    package static let cancellation = Address1<Int64>("/aanvragen/dossier", "/annulering")
    /// The declaration of honour of a file, filled in, to print and sign.
    package static let declarationText = Address1<Int64>("/aanvragen/dossier", "/verklaringstekst")

    static let documentsStep = StepAddress("/documenten")
    static let mentorsStep = StepAddress("/mentoren")
    static let newMentorStep = StepAddress("/nieuwe-mentor")
    static let declarationStep = StepAddress("/verklaring")
    static let mentorItem = StepItemAddress("/mentoren")
    static let mentorRemoval = StepItemAddress("/mentoren", "/verwijdering")
    static let knownMentor = StepItemAddress("/bekende-mentoren")
}

/// What a step of the form works on: a draft of one or several files, or one file that was sent back.
enum FormScope: Hashable, Sendable {
    case draft(Int64)
    case file(Int64)
}

/// The address of a step that drafts and returned files share.
struct StepAddress: Sendable {
    let draft: Address1<Int64>
    let file: Address1<Int64>

    init(_ step: String) {
        draft = Address1("/aanvragen", step)
        file = Address1("/aanvragen/dossier", step)
    }

    func url(_ scope: FormScope) -> String {
        switch scope {
        case .draft(let id): draft.url(id)
        case .file(let id): file.url(id)
        }
    }
}

/// The address of one item in a step.
struct StepItemAddress: Sendable {
    let draft: Address2<Int64, Int64>
    let file: Address2<Int64, Int64>

    init(_ step: String, _ after: String = "") {
        draft = Address2("/aanvragen", step, after)
        file = Address2("/aanvragen/dossier", step, after)
    }

    func url(_ scope: FormScope, _ item: Int64) -> String {
        switch scope {
        case .draft(let id): draft.url(id, item)
        case .file(let id): file.url(id, item)
        }
    }
}
