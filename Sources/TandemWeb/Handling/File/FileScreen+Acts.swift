internal import TandemDomain
internal import TandemStore

extension FileScreen {
    /// The acts beside the file: exactly those that this person has now.
    var acts: Model {
        let moves = rights.moves.compactMap(moveForm)
        let assignment = rights.mayAssign ? assignmentForms : []
        let decision = Link("handlingActs.decide", url: Addresses.decision.url(file.id.rawValue), emphasis: .primary)
        return [
            "isOver": reading.isOver ? Notice(.warning, body: "handlingFile.moveLaw").model : .nothing,
            "decide": rights.mayDecide ? decision.model : .nothing,
            "moves": .list(moves),
            "assignment": .list(assignment),
            "hasAny": .flag(rights.mayDecide || !moves.isEmpty || !assignment.isEmpty || reading.isOver),
        ]
    }

    /// The form of a move; deciding has a page of its own, and the rest is not for who handles.
    private func moveForm(_ move: ApplicationMove) -> Model? {
        switch move {
        case .takeUp: act(.takeUp, fields: [], submit: "handlingActs.takeUp", hint: "handlingActs.takeUpHint")
        case .markIncomplete: explained(.incomplete, "handlingActs.incompleteReason", "handlingActs.incompleteHint")
        case .hold: explained(.hold, "handlingActs.holdReason", "handlingActs.holdHint")
        case .resume: act(.resume, fields: [], submit: "handlingActs.resume", hint: "handlingActs.resumeHint")
        case .submit, .resubmit, .cancel, .approve, .reject, .lapse: nil
        }
    }

    private func explained(_ kind: FileForm, _ label: Word, _ hint: Word) -> Model {
        let form = form(kind)
        return act(
            kind,
            fields: [form.textarea(kind.field(.text), label, hint: hint, rows: 5, longest: 3000)],
            submit: kind.title,
            opens: false
        )
    }

    private var assignmentForms: [Model] {
        let kind = FileForm.assign
        let isMine = file.handler != nil && file.handler == actor.account
        let form = form(kind, filled: [kind.field(.choice): file.handler.map { ["\($0)"] } ?? []])
        let others = dossier.colleagues.map { Choice("\($0.account)", .verbatim($0.name)) }
        let select = form.select(
            kind.field(.choice),
            "handlingActs.handler",
            choices: others,
            hint: "handlingActs.handlerHint",
            isOptional: true
        )
        let toMe = Form().hidden(kind.field(.choice), actor.account.map { "\($0)" } ?? "")
        let isColleague = dossier.colleagues.contains { $0.account == actor.account }
        return
            (isMine || !isColleague
            ? [] : [act(kind, fields: [toMe], submit: "handlingActs.assignMe", isSecondary: true)])
            + [act(kind, fields: [select], submit: "handlingActs.assign", opens: false)]
    }

    /// A form on the page, with the version that was seen: of the file, unless the form is about something else.
    ///
    /// It stands open or folded as `opens` says; without it, it cannot be folded.
    func act(
        _ kind: FileForm,
        fields: [Model],
        submit: Word,
        hint: Word? = nil,
        version: Int? = nil,
        opens: Bool? = nil,
        isSecondary: Bool = false
    ) -> Model {
        let isRefused = typed?.form == kind
        return [
            "action": .text(kind.url(of: file.id)),
            "title": .word(kind.title),
            "hint": .maybe(hint),
            "isFolded": .flag(opens != nil),
            "isPlain": .flag(opens == nil),
            "isOpen": .flag(opens == true || isRefused),
            "version": .text(String(version ?? file.version)),
            "fields": .list(fields),
            "buttons": Buttons(Buttons.Submit(submit, emphasis: isSecondary || opens != nil ? .secondary : .primary))
                .model,
        ]
    }
}
