internal import TandemActions
internal import TandemDomain
internal import TandemStore

/// The form for one mentor: a new one with his number, or the papers of one who is proposed already.
struct MentorFormScreen: DraftScreen {
    static let template = "applying/mentor-form"

    let presenter: Presenter
    let draft: Draft
    /// Nothing where the mentor is new.
    let designation: DesignationRecord?
    var form = Form()

    var step: BundleStep { .mentors }
    var title: Word { designation.map { .verbatim($0.mentor.name) } ?? "papers.newMentorTitle" }
    var errors: FormErrors { form.errors }

    var model: Model {
        let action =
            designation.map { Addresses.mentorItem.url(draft.scope, $0.id.rawValue) }
            ?? Addresses.newMentorStep.url(draft.scope)
        return [
            "steps": steps,
            "action": .text(action),
            "person": designation == nil ? .list(personFields) : .nothing,
            "practice": form.text("years", "papers.years", hint: practiceHint, kind: .digits, width: 3),
            "extract": [
                form.file(
                    "extract",
                    designation?.extract == nil ? "papers.extract" : "papers.extractAgain",
                    hint: "papers.extractHint",
                    isOptional: designation?.extract != nil,
                    mostBytes: Upload.largest
                ),
                form.day("issued", "papers.issued", hint: issuedHint),
            ],
            "derogation": [
                form.checkboxes("asks", "papers.derogations", choices: derogations, hint: derogationHint),
                form.file(
                    "proof",
                    designation?.proof == nil ? "papers.proof" : "papers.proofAgain",
                    hint: "papers.proofHint",
                    isOptional: true,
                    mostBytes: Upload.largest
                ),
            ],
            "buttons": Buttons(
                .init("papers.saveMentor"),
                links: [Link("applying.cancel", url: Addresses.mentorsStep.url(draft.scope))]
            ).model,
        ]
    }

    private var norms: MentorNorms { presenter.reference.figures.mentorNorms(on: presenter.today) }

    private var personFields: [Model] {
        [
            form.text("number", "papers.nationalNumber", hint: "papers.nationalNumberHint", kind: .digits, width: 15),
            form.text("firstName", "papers.firstName", width: 30),
            form.text("lastName", "papers.lastName", width: 30),
        ]
    }

    private var practiceHint: Word { Word("papers.yearsHint", ["years": String(norms.yearsOfPractice)]) }

    private var issuedHint: Word {
        let oldest = presenter.today.adding(months: -norms.extractMonths)
        return Word("papers.issuedHint", ["oldest": DutchFormat.short(oldest)])
    }

    private var derogationHint: Word {
        Word(
            "papers.derogationHint",
            [
                "highest": String(norms.age - 1), "lowest": String(norms.ageWithDerogation),
                "years": String(norms.yearsOfPractice),
            ]
        )
    }

    private var derogations: [Choice] {
        Derogation.allCases.map { Choice($0.rawValue, presenter.derogation($0)) }
    }
}

extension DesignationRecord {
    /// The papers as the form shows them; files cannot be shown again.
    var formData: FormData {
        FormData(values: [
            "years": [yearsOfPractice.map { String($0) } ?? ""],
            "issued": [extractIssuedOn.map { DutchFormat.short($0) } ?? ""],
            "asks": asks.map(\.rawValue),
        ])
    }
}

extension FormReader {
    /// The papers of a mentor as they were typed; what lacks is told on the list, so that half a mentor can be kept.
    mutating func mentorPapers() throws(FormErrors) -> MentorPapers {
        let years = data["years"].isEmpty ? nil : whole("years", in: 0...60, orElse: "form.missing")
        let issued = optionalDay("issued")
        guard errors.isEmpty else { throw errors }
        return MentorPapers(
            yearsOfPractice: years,
            asks: Set(data.all("asks").compactMap { Derogation(rawValue: $0) }),
            proof: data.upload("proof"),
            extract: data.upload("extract"),
            extractIssuedOn: issued
        )
    }

    mutating func mentorProposal() throws(FormErrors) -> MentorProposal {
        let number = nationalNumber("number")
        let firstName = text("firstName", orElse: "papers.firstNameMissing", longest: 100)
        let lastName = text("lastName", orElse: "papers.lastNameMissing", longest: 100)
        let (typed, first, last) = try all(number, firstName, lastName)
        return MentorProposal(number: typed, firstName: first, lastName: last)
    }
}
