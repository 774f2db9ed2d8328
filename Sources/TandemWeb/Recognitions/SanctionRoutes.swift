internal import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// Withdrawing a recognition, and excluding an establishment or a company.
struct SanctionRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.withdrawal.pattern) { request, context in
            let file = try await site.recognitionFile(Addresses.withdrawal, context)
            try requireRight(file, context, \.mayWithdraw)
            return site.pages.show(withdrawal(file, Form()), request, context)
        }
        router.post(Addresses.withdrawal.pattern) { request, context in try await withdraw(request, context) }
        router.get(Addresses.exclusion.pattern) { request, context in
            let file = try await site.recognitionFile(Addresses.exclusion, context)
            try requireRight(file, context, \.mayExclude)
            return site.pages.show(RecognitionFormScreen.exclusion(file, Form(), site.presenter), request, context)
        }
        router.post(Addresses.exclusion.pattern) { request, context in try await exclude(request, context) }
    }

    /// A form is shown to who may send it today; who may not, or no longer, learns why.
    private func requireRight(
        _ file: RecognitionFile,
        _ context: AppRequestContext,
        _ right: KeyPath<RecognitionRights, Bool>
    ) throws {
        let rights = RecognitionRights(file, try site.actor(context), renewableFrom: site.today, on: site.today)
        if rights[keyPath: right] { return }
        let state = file.recognition.state(on: site.today)
        throw state == .approved ? Refusal.notAllowed : Refusal.recognitionNotFrom(state)
    }

    private func withdrawal(_ file: RecognitionFile, _ form: Form) -> RecognitionFormScreen {
        let version = form.data.has("version") ? form.data["version"] : String(file.recognition.version)
        return RecognitionFormScreen(
            title: "sanctions.withdrawTitle",
            file: file,
            presenter: site.presenter,
            action: Addresses.withdrawal.url(file.id),
            lead: "sanctions.withdrawLead",
            fields: [form.hidden("version", version), form.ground(), form.motivation()],
            save: "sanctions.withdraw",
            isDangerous: true,
            question: "sanctions.withdrawConfirm",
            errors: form.errors
        )
    }

    private func withdraw(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let file = try await site.recognitionFile(Addresses.withdrawal, context)
        try requireRight(file, context, \.mayWithdraw)
        var reader = FormReader(context.form)
        let ground = reader.withdrawalGround()
        do {
            let ground = try reader.all(ground)
            try await site.counter.withdraw(
                file.recognition.id,
                ground,
                since: Int(context.form["version"]),
                by: site.actor(context)
            )
        } catch let errors as FormErrors {
            return site.pages.refuse(withdrawal(file, Form(context.form, errors: errors)), request, context)
        } catch Refusal.sanction(let problems) {
            let form = Form(context.form, errors: FormErrors(Refusal.sanction(problems)))
            return site.pages.refuse(withdrawal(file, form), request, context)
        }
        return site.pages.redirect(to: Addresses.recognition.url(file.id), flash: .success("sanctions.withdrawn"))
    }

    private func exclude(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let file = try await site.recognitionFile(Addresses.exclusion, context)
        try requireRight(file, context, \.mayExclude)
        do {
            let input = try ExclusionInput(context.form, today: site.today, guidanceOn: file.guidance.map(\.heldOn))
            if context.form.has("confirm") { return try await imposed(input, file, context) }
            if context.form.has("change") {
                return site.pages.show(
                    RecognitionFormScreen.exclusion(file, Form(context.form), site.presenter),
                    request,
                    context
                )
            }
            return try await question(input, file, request, context)
        } catch let errors as FormErrors {
            let form = Form(context.form, errors: errors)
            return site.pages.refuse(RecognitionFormScreen.exclusion(file, form, site.presenter), request, context)
        }
    }

    private func imposed(
        _ input: ExclusionInput,
        _ file: RecognitionFile,
        _ context: AppRequestContext
    ) async throws -> Response {
        let count = try await site.counter.exclude(
            file.company.id,
            establishment: input.scope == .establishment ? file.establishment.id : nil,
            until: input.until,
            input.ground,
            through: file.recognition.id,
            by: site.actor(context)
        )
        return site.pages.redirect(
            to: Addresses.recognition.url(file.id),
            flash: .success(Word("sanctions.excluded", count: count))
        )
    }

    private func question(
        _ input: ExclusionInput,
        _ file: RecognitionFile,
        _ request: Request,
        _ context: AppRequestContext
    ) async throws -> Response {
        let (company, establishment) = (file.company.id, file.establishment.id)
        let (scope, today) = (input.scope, site.today)
        let (hit, places) = try await site.read { session in
            let all =
                scope == .company
                ? try session.recognitions(of: company, limit: .max) : try session.recognitions(at: establishment)
            return (all.filter { $0.state(on: today) == .approved }, try session.establishments(of: company))
        }
        let screen = ExclusionConfirmScreen(
            file: file,
            data: context.form,
            input: input,
            hit: hit,
            places: Dictionary(uniqueKeysWithValues: places.map { ($0.id, $0.name) }),
            presenter: site.presenter
        )
        return site.pages.show(screen, request, context)
    }
}

extension Site {
    /// The recognition of a request, if the person who asks may read it.
    ///
    /// - Throws: ``NotSignedIn`` or ``Refusal``.
    func recognitionFile(_ address: Address1<Int64>, _ context: AppRequestContext) async throws -> RecognitionFile {
        try await recognitionFile(Identifier(address.parameter(of: context)), context)
    }

    /// The recognition with this identity, if the person who asks may read it.
    ///
    /// - Throws: ``NotSignedIn`` or ``Refusal``.
    func recognitionFile(_ id: Identifier<Recognition>, _ context: AppRequestContext) async throws -> RecognitionFile {
        let actor = try actor(context)
        let today = today
        return try await read { try $0.recognitionFile(id, for: actor, on: today) }
    }
}
