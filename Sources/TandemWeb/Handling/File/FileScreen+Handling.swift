internal import TandemDomain
internal import TandemStore

extension FileScreen {
    /// What was found while the file is handled: checks, votes and advice, with the forms to add to them.
    var handlingModel: [String: Model] {
        [
            "checks": checks.model,
            "checkForm": rights.mayRecordCheck ? checkForm : .nothing,
            "votes": .list(dossier.votes.map(opinion)),
            "hasNoVotes": .flag(dossier.votes.isEmpty),
            "voteForm": rights.mayVote ? voteForm : .nothing,
            "advices": .list(dossier.advices.map(opinion)),
            "hasNoAdvices": .flag(dossier.advices.isEmpty),
            "adviceForm": rights.mayAdvise ? adviceForm : .nothing,
        ]
    }

    private var checks: Table {
        Table(
            "handlingFile.checksCaption",
            columns: [
                "handlingFile.day", "handlingFile.checkKind", "handlingFile.checkScope", "handlingFile.checkNote",
                "handlingFile.by",
            ],
            rows: dossier.checks.map { check in
                [
                    .day(check.heldOn), .text(presenter.check(check.kind)),
                    .word(check.application == nil ? "handlingFile.scopeEstablishment" : "handlingFile.scopeFile"),
                    check.note.isEmpty ? .empty : .text(check.note), .text(check.name),
                ]
            },
            empty: "handlingFile.noChecks"
        )
    }

    private var checkForm: Model {
        let kind = FileForm.check
        let form = form(
            kind,
            filled: [kind.field(.scope): ["file"], kind.field(.day): [DutchFormat.short(presenter.today)]]
        )
        let kinds = CheckKind.allCases.map { Choice($0.rawValue, .verbatim(presenter.check($0))) }
        let scopes = [
            Choice("file", "handlingFile.scopeFile"), Choice("establishment", "handlingActs.checkWholeEstablishment"),
        ]
        return act(
            kind,
            fields: [
                form.select(kind.field(.choice), "handlingFile.checkKind", choices: kinds),
                form.day(kind.field(.day), "handlingActs.checkOn"),
                form.radios(kind.field(.scope), "handlingActs.checkScope", choices: scopes),
                form.textarea(kind.field(.text), "handlingFile.checkNote", isOptional: true, rows: 3, longest: 2000),
            ],
            submit: "handlingActs.checkSave",
            opens: false
        )
    }

    private func opinion(_ vote: VoteRecord) -> Model {
        [
            "badge": presenter.vote(vote.vote).model, "who": .text(vote.name), "day": .day(vote.castOn),
            "text": .text(vote.motivation),
        ]
    }

    private func opinion(_ advice: AdviceRecord) -> Model {
        let who = presenter.partnership(advice.partnership)
        let asked = Word("handlingFile.askedOn", ["day": DutchFormat.day(advice.askedOn)])
        return [
            "badge": presenter.advice(advice.verdict).model,
            "who": .text(advice.name.map { "\(who) (\($0))" } ?? who),
            "day": advice.givenOn.map { .day($0) } ?? .word(asked), "text": .text(advice.motivation),
        ]
    }

    private var voteForm: Model {
        let kind = FileForm.vote
        let own = dossier.votes.first { $0.account == actor.account }
        let form = form(
            kind,
            filled: [
                kind.field(.choice): own.map { [$0.vote.rawValue] } ?? [], kind.field(.text): [own?.motivation ?? ""],
            ]
        )
        let choices = Vote.allCases.map { Choice($0.rawValue, presenter.vote($0).text) }
        return act(
            kind,
            fields: [
                form.radios(kind.field(.choice), "handlingActs.voteChoice", choices: choices),
                form.textarea(
                    kind.field(.text),
                    "handlingActs.motivation",
                    hint: "handlingActs.voteHint",
                    isOptional: true,
                    rows: 3,
                    longest: 2000
                ),
            ],
            submit: own == nil ? "handlingActs.voteSave" : "handlingActs.voteChange",
            opens: own == nil
        )
    }

    private var adviceForm: Model {
        let kind = FileForm.advice
        let own = dossier.advices.first { $0.partnership == actor.partnership }
        let chosen = own?.verdict.map { [$0.rawValue] } ?? []
        let form = form(kind, filled: [kind.field(.choice): chosen, kind.field(.text): [own?.motivation ?? ""]])
        let choices = AdviceVerdict.allCases.map { Choice($0.rawValue, presenter.advice($0).text) }
        return act(
            kind,
            fields: [
                form.radios(kind.field(.choice), "handlingActs.adviceChoice", choices: choices),
                form.textarea(
                    kind.field(.text),
                    "handlingActs.motivation",
                    hint: "handlingActs.adviceHint",
                    rows: 4,
                    longest: 3000
                ),
            ],
            submit: own?.verdict == nil ? "handlingActs.adviceSave" : "handlingActs.adviceChange",
            opens: own?.verdict == nil
        )
    }
}
