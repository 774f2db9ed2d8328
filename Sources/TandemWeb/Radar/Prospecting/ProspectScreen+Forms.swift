internal import TandemDomain
internal import TandemStore

extension ProspectScreen {
    /// One form, as it was typed where it was refused.
    func formModel(_ form: ProspectForm) -> Model {
        let mine = typed.flatMap { $0.form == form ? $0 : nil }
        let filled = mine.map { Form($0.data, errors: $0.errors) } ?? Form(filled: defaults(of: form))
        return [
            "action": .text(form.url(prospect.id.rawValue)), "title": .word(form.title),
            "id": .text(form.rawValue), "version": .text(version), "isOpen": .flag(mine != nil),
            "hint": .maybe(hint(of: form)), "fields": .list(fields(of: form, filled)),
            "buttons": Buttons(.init(form.save, emphasis: emphasis(of: form))).model,
        ]
    }

    private func emphasis(of form: ProspectForm) -> Link.Emphasis {
        switch form {
        case .contact: .primary
        case .plan, .later, .refusal, .assignment, .link: .secondary
        case .doNotCall: .danger
        }
    }

    private func hint(of form: ProspectForm) -> Word? {
        switch form {
        case .doNotCall: "prospects.doNotCallHint"
        case .link: "prospects.linkHint"
        case .contact, .plan, .later, .refusal, .assignment: nil
        }
    }

    private func defaults(of form: ProspectForm) -> [String: String] {
        switch form {
        case .contact:
            [
                form.field("on"): DutchFormat.short(presenter.today),
                form.field("kind"): ContactKind.telephone.rawValue,
            ]
        case .plan:
            [
                form.field("step"): prospect.nextStep,
                form.field("next"): prospect.nextOn.map(DutchFormat.short) ?? "",
            ]
        case .doNotCall: [form.field("scope"): "company"]
        case .later, .refusal, .assignment, .link: [:]
        }
    }

    private func fields(of form: ProspectForm, _ filled: Form) -> [Model] {
        switch form {
        case .contact: contactFields(form, filled)
        case .plan: [step(form, filled), filled.day(form.field("next"), "prospects.nextOn", isOptional: true)]
        case .later: [filled.day(form.field("later"), "prospects.laterOn"), step(form, filled)]
        case .refusal: [grounds(form, filled, isOptional: false), note(form, filled)]
        case .assignment: [colleague(form, filled)]
        case .link: [application(form, filled)]
        case .doNotCall: doNotCallFields(form, filled)
        }
    }

    private func contactFields(_ form: ProspectForm, _ filled: Form) -> [Model] {
        [
            filled.day(form.field("on"), "prospects.heldOn"),
            filled.radios(
                form.field("kind"),
                "prospects.kind",
                choices: ContactKind.allCases.map { Choice($0.rawValue, presenter.contactKind($0)) }
            ),
            note(form, filled),
            filled.radios(
                form.field("answer"),
                "prospects.answer",
                choices: ContactAnswer.allCases.map { Choice($0.rawValue, $0.label) }
            ),
            filled.day(form.field("later"), "prospects.laterOnIf", isOptional: true),
            grounds(form, filled, isOptional: true),
            step(form, filled),
            filled.day(form.field("next"), "prospects.nextOn", isOptional: true),
        ]
    }

    private func doNotCallFields(_ form: ProspectForm, _ filled: Form) -> [Model] {
        [
            filled.radios(
                form.field("scope"),
                "prospects.scope",
                choices: [
                    Choice("company", "prospects.scopeCompany"),
                    Choice("establishment", "prospects.scopeEstablishment"),
                ]
            ),
            filled.textarea(form.field("text"), "prospects.doNotCallReason", rows: 2, longest: 500),
        ]
    }

    private func note(_ form: ProspectForm, _ filled: Form) -> Model {
        filled.textarea(
            form.field("text"),
            "prospects.note",
            hint: "prospects.noteHint",
            isOptional: true,
            rows: 3,
            longest: 4000
        )
    }

    private func step(_ form: ProspectForm, _ filled: Form) -> Model {
        filled.text(form.field("step"), "prospects.nextStep", isOptional: true)
    }

    private func grounds(_ form: ProspectForm, _ filled: Form, isOptional: Bool) -> Model {
        // The ground of a wish to be left alone has a form of its own, which keeps everybody else from calling too.
        filled.select(
            form.field("ground"),
            isOptional ? "prospects.groundIf" : "prospects.groundLabel",
            choices: RefusalGround.allCases.filter { $0 != .doNotCall }.map {
                Choice($0.rawValue, presenter.ground($0))
            },
            isOptional: isOptional
        )
    }

    private func colleague(_ form: ProspectForm, _ filled: Form) -> Model {
        var seen: Set<Identifier<Account>> = []
        return filled.select(
            form.field("to"),
            "prospects.colleague",
            choices: page.colleagues.filter { $0.account != prospect.owner && seen.insert($0.account).inserted }.map {
                Choice("\($0.account)", .verbatim($0.name))
            }
        )
    }

    private func application(_ form: ProspectForm, _ filled: Form) -> Model {
        filled.select(
            form.field("to"),
            "prospects.application",
            choices: page.applications.map { file in
                let day = file.submittedOn.map(DutchFormat.short) ?? ""
                let text = "\(presenter.fileNumber(file.id)) · \(presenter.training(file.training)) · \(day)"
                return Choice("\(file.id)", .verbatim(text))
            }
        )
    }
}
