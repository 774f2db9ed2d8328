internal import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemStore

/// The routes for companies: look one up, see it, change what it says of itself, begin an application.
struct CompanyRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.companySearch.pattern) { request, context in try await search(request, context) }
        router.get(Addresses.newCompany.pattern) { request, context in try await showNew(request, context) }
        router.post(Addresses.newCompany.pattern) { request, context in try await addCompany(request, context) }
        router.get(Addresses.company.pattern) { request, context in try await show(request, context) }
        router.get(Addresses.companyDetails.pattern) { request, context in try await edit(request, context) }
        router.post(Addresses.companyDetails.pattern) { request, context in try await save(request, context) }
        router.post(Addresses.newApplication.pattern) { _, context in try await start(context) }
        router.post(Addresses.renewal.pattern) { _, context in try await renew(context) }
    }

    private func show(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let id = Identifier<Company>(try Addresses.company.parameter(of: context))
        let actor = try site.actor(context)
        let (company, subject) = try await site.company(id, for: .readCompany, actor)
        let page = try await site.read { try $0.companyPage(of: company, subject) }
        let today = site.today
        let screen = CompanyScreen(
            presenter: site.presenter,
            page: page,
            may: Set(Act.allCases.filter { actor.may($0, to: subject, on: today) }),
            isOwn: actor.organisation == .company(id),
            contacts: try await site.contacts(with: company.number, for: actor)
        )
        return site.pages.show(screen, request, context)
    }

    private func start(_ context: AppRequestContext) async throws -> Response {
        let id = Identifier<Company>(try Addresses.newApplication.parameter(of: context))
        let bundle = try await site.counter.startBundle(for: id, by: site.actor(context))
        return site.pages.redirect(to: Addresses.draftEstablishment.url(bundle))
    }

    private func renew(_ context: AppRequestContext) async throws -> Response {
        let id = Identifier<Recognition>(try Addresses.renewal.parameter(of: context))
        let bundle = try await site.counter.startRenewal(of: id, by: site.actor(context))
        return site.pages.redirect(
            to: Addresses.documentsStep.draft.url(bundle),
            flash: .success("company.renewalStarted")
        )
    }
}

extension CompanyRoutes {
    private func edit(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let company = try await managed(context)
        return site.pages.show(screen(company, Form(filled: company.details.formValues)), request, context)
    }

    private func save(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let company = try await managed(context)
        var reader = FormReader(context.form)
        do {
            let details = try reader.companyDetails(before: company.details)
            guard let version = Int(context.form["version"]) else { throw Refusal.notFound }
            try await site.counter.changeCompany(company.id, to: details, since: version, by: site.actor(context))
            return site.pages.redirect(
                to: Addresses.company.url(company.id.rawValue),
                flash: .success("company.saved")
            )
        } catch Refusal.changedMeanwhile(let name, let act, let moment) {
            // What was typed stays, beside the version that is there now: saving again is a choice.
            let errors = FormErrors(Refusal.changedMeanwhile(by: name, act: act, at: moment))
            return site.pages.refuse(screen(company, Form(context.form, errors: errors)), request, context)
        } catch {
            let form = Form(context.form, errors: try formErrors(error))
            return site.pages.refuse(screen(company, form), request, context)
        }
    }

    private func screen(_ company: CompanyRecord, _ form: Form) -> CompanyDetailsScreen {
        CompanyDetailsScreen(presenter: site.presenter, company: company, number: company.number, form: form)
    }

    private func managed(_ context: AppRequestContext) async throws -> CompanyRecord {
        let id = Identifier<Company>(try Addresses.companyDetails.parameter(of: context))
        return try await site.company(id, for: .manageCompany, site.actor(context)).0
    }
}

extension CompanyRoutes {
    private func search(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let actor = try counsellor(context)
        let hasRegister = try await site.companyRegister() != nil
        let typed = try FormData(query: request)["nummer"]
        guard !typed.isEmpty else {
            let screen = CompanySearchScreen(outcome: .nothingTyped, hasRegister: hasRegister)
            return site.pages.show(screen, request, context)
        }
        let data = FormData(values: ["nummer": [typed]])
        var reader = FormReader(data)
        guard let number = reader.companyNumber("nummer") else {
            if typed.contains(where: \.isLetter), let named = try await site.registered(named: typed, limit: 20) {
                let outcome = CompanySearchScreen.Outcome.named(total: named.total, named.found)
                let screen = CompanySearchScreen(outcome: outcome, form: Form(data), hasRegister: true)
                return site.pages.show(screen, request, context)
            }
            let form = Form(data, errors: reader.errors)
            let screen = CompanySearchScreen(outcome: .unreadable, form: form, hasRegister: hasRegister)
            return site.pages.refuse(screen, request, context)
        }
        var outcome = try await outcome(of: number, actor)
        if case .unknown = outcome, let company = try await site.registered(number) { outcome = .registered(company) }
        let screen = CompanySearchScreen(outcome: outcome, form: Form(data), hasRegister: hasRegister)
        return site.pages.show(screen, request, context)
    }

    private func outcome(of number: CompanyNumber, _ actor: Actor) async throws -> CompanySearchScreen.Outcome {
        let (today, reference) = (site.today, site.reference)
        return try await site.read { session in
            guard let company = try session.company(number) else { return .unknown(number) }
            let subject = try session.subject(of: company, reference, on: today)
            return actor.may(.startApplication, to: subject, on: today)
                ? .mandated(company) : .withoutMandate(company)
        }
    }

    private func showNew(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        try counsellor(context)
        guard let number = try? CompanyNumber(String(request.uri.queryParameters["nummer"] ?? "")) else {
            return site.pages.redirect(to: Addresses.companySearch.url())
        }
        let registered = try await site.registered(number)
        let screen = CompanyDetailsScreen(
            presenter: site.presenter,
            company: nil,
            number: number,
            form: registered.map { Form(filled: $0.formValues) } ?? Form(),
            isRegistered: registered != nil
        )
        return site.pages.show(screen, request, context)
    }

    private func addCompany(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let actor = try counsellor(context)
        guard let number = try? CompanyNumber(context.form["nummer"]) else {
            return site.pages.redirect(to: Addresses.companySearch.url())
        }
        var reader = FormReader(context.form)
        do {
            var details = try reader.companyDetails()
            details.legalForm = try await site.registered(number)?.legalForm
            let id = try await site.counter.findOrAddCompany(number, details, by: actor)
            return site.pages.redirect(
                to: Addresses.newMandate.url(id.rawValue),
                flash: .success("company.added")
            )
        } catch {
            let form = Form(context.form, errors: try formErrors(error))
            let screen = CompanyDetailsScreen(presenter: site.presenter, company: nil, number: number, form: form)
            return site.pages.refuse(screen, request, context)
        }
    }

    /// Only who applies for others looks companies up.
    @discardableResult
    private func counsellor(_ context: AppRequestContext) throws -> Actor {
        let actor = try site.actor(context)
        guard actor.role.needsMandate else { throw Refusal.notAllowed }
        return actor
    }
}

extension Site {
    /// A company, if this person may do this to it today.
    ///
    /// - Throws: ``Refusal``.
    func company(
        _ id: Identifier<Company>,
        for act: Act,
        _ actor: Actor
    ) async throws -> (CompanyRecord, Subject) {
        let (today, reference) = (today, reference)
        return try await read { session in
            guard let company = try session.company(id) else { throw Refusal.notFound }
            let subject = try session.subject(of: company, reference, on: today)
            guard actor.may(act, to: subject, on: today) else { throw Refusal.notAllowed }
            return (company, subject)
        }
    }
}
