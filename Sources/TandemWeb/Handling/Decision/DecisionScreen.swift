internal import TandemDomain
internal import TandemStore

/// `GET /dossiers/{id}/beslissing`: the form of a decision.
struct DecisionScreen: Screen {
    static let template = "handling/decision"

    let file: ApplicationRecord
    let decisionCase: DecisionCase
    /// The verdicts that may be given: approve, reject.
    let moves: [ApplicationMove]
    let presenter: Presenter
    /// What was typed, with the versions seen then; without it the versions are those of now.
    var form: Form?

    var title: Word { "handlingDecision.title" }
    var caption: Word? {
        Word(
            "handlingDecision.caption",
            ["number": presenter.fileNumber(file.id), "company": decisionCase.company.details.name]
        )
    }
    var breadcrumbs: [Breadcrumb] { decisionBreadcrumbs(file, presenter) }
    var errors: FormErrors { form?.errors ?? FormErrors() }

    var model: Model {
        let form = form ?? Form()
        let cancel = Link("handlingDecision.cancel", url: Addresses.dossier.url(file.id.rawValue))
        return [
            "action": .text(Addresses.decision.url(file.id.rawValue)),
            "hidden": .list(seen.map { form.hidden("seen", $0) }),
            "facts": facts.model,
            "mentors": mentors.model,
            "notice": notice.map(\.model) ?? .nothing,
            "files": otherChoices.isEmpty ? .nothing : files(form),
            "verdict": form.radios("verdict", "handlingDecision.verdict", choices: verdictChoices),
            "rejection": .list(moves.contains(.reject) ? rejection(form) : []),
            "buttons": Buttons(Buttons.Submit("handlingDecision.preview", name: "preview"), links: [cancel]).model,
        ]
    }

    private var seen: [String] {
        if let form, form.data.has("seen") { return form.data.all("seen") }
        return decisionCase.candidates.map { "\($0.file.id):\($0.file.version)" }
    }

    private var verdictChoices: [Choice] {
        moves.map { move in
            move == .approve
                ? Choice("approve", "handlingDecision.approve", hint: "handlingDecision.approveHint")
                : Choice("reject", "handlingDecision.reject", hint: "handlingDecision.rejectHint")
        }
    }

    private func rejection(_ form: Form) -> [Model] {
        let reasons = presenter.reference.rejectionReasons(on: presenter.today)
            .map { Choice($0.code.rawValue, .verbatim($0.label)) }
        return [
            form.radios(
                "mainReason",
                "handlingDecision.mainReason",
                choices: reasons,
                hint: "handlingDecision.mainReasonHint"
            ),
            form.checkboxes("furtherReasons", "handlingDecision.furtherReasons", choices: reasons),
            form.textarea(
                "motivation",
                "handlingDecision.motivation",
                hint: "handlingDecision.motivationHint",
                rows: 8,
                longest: 5000
            ),
        ]
    }
}

extension DecisionScreen {
    private var others: [DecisionCase.Candidate] { decisionCase.candidates.filter { $0.file.id != file.id } }

    private var otherChoices: [Choice] {
        others.map { candidate in
            Choice(
                "\(candidate.file.id)",
                fileTitle(candidate.file, presenter),
                hint: mentorsWord(candidate.designations)
            )
        }
    }

    private func files(_ form: Form) -> Model {
        form.checkboxes("files", "handlingDecision.files", choices: otherChoices, hint: "handlingDecision.filesHint")
    }

    /// `2 mentoren aanvaard, 1 te beoordelen`, for one file among several.
    private func mentorsWord(_ designations: [DesignationRecord]) -> Word {
        func count(_ judgement: MentorJudgement) -> String {
            String(designations.count { $0.judgement == judgement })
        }
        return Word(
            "handlingDecision.mentorCounts",
            ["accepted": count(.accepted), "refused": count(.refused), "pending": count(.pending)]
        )
    }

    /// Why approving is not possible yet, told before it is tried.
    private var notice: Notice? {
        guard let problems = decisionCase.candidates.first?.problems(of: .approve), let problem = problems.first else {
            return nil
        }
        return Notice(.warning, title: "handlingDecision.cannotApprove", body: decisionWord(problem))
    }

    private var facts: Facts {
        let votes = Vote.allCases.map { vote in
            "\(decisionCase.votes.count { $0.vote == vote })"
        }
        let counts = ["favourable": votes[0], "against": votes[1], "abstention": votes[2]]
        let advice = decisionCase.advices.map { Facts.Fact("handlingDecision.advice", presenter.advice($0.verdict)) }
        return Facts(
            [
                .init("handlingFile.training", presenter.training(file.training)),
                .init("handlingFile.establishmentTitle", decisionCase.establishment?.name),
                .init("handlingDecision.due", file.dueOn.map(DutchFormat.weekday)),
                .init(
                    "handlingDecision.votes",
                    .word(
                        decisionCase.votes.isEmpty
                            ? "handlingFile.noVotes" : Word("handlingDecision.voteCounts", counts)
                    )
                ),
            ] + advice
        )
    }

    private var mentors: Facts {
        Facts(
            (decisionCase.candidates.first?.designations ?? []).map { designation in
                Facts.Fact(.verbatim(designation.mentor.name), presenter.judgement(designation.judgement))
            }
        )
    }
}

/// The way back from deciding: the worklist and the file.
func decisionBreadcrumbs(_ file: ApplicationRecord, _ presenter: Presenter) -> [Breadcrumb] {
    [
        Breadcrumb("handling.title", url: Addresses.worklist.url()),
        Breadcrumb(
            Word("handlingFile.crumb", ["number": presenter.fileNumber(file.id)]),
            url: Addresses.dossier.url(file.id.rawValue)
        ),
    ]
}
