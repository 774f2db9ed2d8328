internal import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// The routes for mandates (*machtigingen*, R4): see them, register one, end one, print the text.
struct MandateRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.mandates.pattern) { request, context in try await list(request, context) }
        router.get(Addresses.newMandate.pattern) { request, context in try await showForm(request, context) }
        router.post(Addresses.newMandate.pattern) { request, context in try await register(request, context) }
        router.get(Addresses.mandateText.pattern) { request, context in try await showText(request, context) }
        router.get(Addresses.mandateRevocation.pattern) { request, context in try await confirm(request, context) }
        router.post(Addresses.mandateRevocation.pattern) { _, context in try await revoke(context) }
    }

    private func list(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let actor = try site.actor(context)
        guard let organisation = actor.organisation, actor.role.applicantKind != nil else { throw Refusal.notAllowed }
        let (mandates, companies) = try await site.read { session in
            let mandates = try session.mandates(concerning: organisation)
            return (mandates, try session.companies(mandates.map(\.mandate.company)))
        }
        let screen = MandatesScreen(
            presenter: site.presenter,
            isOwn: actor.role.isOfCompany,
            mandates: mandates,
            companies: companies,
            revocable: Set(mandates.filter { mayRevoke($0, actor) }.map(\.id)),
            add: addLink(actor),
            text: textLink(actor)
        )
        return site.pages.show(screen, request, context)
    }

    private func mayRevoke(_ record: MandateRecord, _ actor: Actor) -> Bool {
        guard record.mandate.revokedOn == nil else { return false }
        let subject = Subject(company: record.mandate.company, mandates: [record.mandate])
        return actor.may(.revokeMandate, to: subject, on: site.today)
    }

    private func addLink(_ actor: Actor) -> Link? {
        guard case .company(let id) = actor.organisation else {
            return Link("mandate.add", url: Addresses.companySearch.url(), emphasis: .primary)
        }
        guard actor.may(.registerMandate, to: Subject(company: id), on: site.today) else { return nil }
        return Link("mandate.add", url: Addresses.newMandate.url(id.rawValue), emphasis: .primary)
    }

    private func textLink(_ actor: Actor) -> Link? {
        guard case .company(let id) = actor.organisation else { return nil }
        return Link("mandate.print", url: Addresses.mandateText.url(id.rawValue))
    }
}

extension MandateRoutes {
    private func showForm(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let company = try await company(context)
        let form = Form(filled: ["from": DutchFormat.short(site.today)])
        return site.pages.show(try screen(company, form, context), request, context)
    }

    private func register(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let company = try await company(context)
        let actor = try site.actor(context)
        var reader = FormReader(context.form)
        let holder = try holder(of: actor) ?? reader.holder("holder")
        let file = reader.file("file", orElse: "mandate.fileMissing")
        let from = reader.day("from", orElse: "mandate.fromMissing")
        let until = reader.optionalDay("until")
        do {
            let (organisation, signed, start) = try reader.all(holder, file, from)
            _ = try await site.counter.registerMandate(
                of: company.id,
                for: organisation,
                from: start,
                until: until,
                signed: signed.upload,
                by: actor
            )
            let next = actor.role.isOfCompany ? Addresses.mandates.url() : Addresses.company.url(company.id.rawValue)
            return site.pages.redirect(to: next, flash: .success("mandate.registered"))
        } catch {
            let form = Form(context.form, errors: try formErrors(error))
            return site.pages.refuse(try screen(company, form, context), request, context)
        }
    }

    private func showText(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let company = try await company(context)
        let screen = MandateTextScreen(
            presenter: site.presenter,
            company: company,
            holder: try holder(of: site.actor(context))
        )
        return site.pages.show(screen, request, context)
    }

    private func screen(
        _ company: CompanyRecord,
        _ form: Form,
        _ context: AppRequestContext
    ) throws -> MandateFormScreen {
        MandateFormScreen(
            presenter: site.presenter,
            company: company,
            holder: try holder(of: site.actor(context)),
            form: form
        )
    }

    /// A counsellor registers for his own organisation only.
    private func holder(of actor: Actor) throws -> Organisation? {
        actor.role.isOfCompany ? nil : actor.organisation
    }

    private func company(_ context: AppRequestContext) async throws -> CompanyRecord {
        let id = Identifier<Company>(try Addresses.newMandate.parameter(of: context))
        return try await site.company(id, for: .registerMandate, site.actor(context)).0
    }
}

extension MandateRoutes {
    private func confirm(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let actor = try site.actor(context)
        let id = try Addresses.mandateRevocation.parameter(of: context)
        let (record, company) = try await site.read { session in
            guard let record = try session.mandate(id) else { throw Refusal.notFound }
            return (record, try session.company(record.mandate.company))
        }
        guard mayRevoke(record, actor), let company else { throw Refusal.notAllowed }
        let screen = ConfirmScreen(
            title: "mandate.revokeTitle",
            caption: .verbatim(company.details.name),
            breadcrumbs: [Breadcrumb("mandate.title", url: Addresses.mandates.url())],
            text: Word("mandate.revokeText", ["holder": site.presenter.organisation(record.mandate.holder)]),
            action: Addresses.mandateRevocation.url(id),
            yes: "mandate.revokeYes",
            no: Link("mandate.revokeNo", url: Addresses.mandates.url())
        )
        return site.pages.show(screen, request, context)
    }

    private func revoke(_ context: AppRequestContext) async throws -> Response {
        let id = try Addresses.mandateRevocation.parameter(of: context)
        try await site.counter.revokeMandate(id, by: site.actor(context))
        return site.pages.redirect(to: Addresses.mandates.url(), flash: .success("mandate.revokedNow"))
    }
}

extension SQLSession {
    /// The mandates that a company gave, or that another organisation holds.
    fileprivate func mandates(concerning organisation: Organisation) throws -> [MandateRecord] {
        switch organisation {
        case .company(let id): try mandates(of: id)
        case .provider, .partnership, .service: try mandates(heldBy: organisation, limit: 500)
        }
    }
}

extension FormReader {
    /// The organisation that was chosen from the list of providers and sectors.
    fileprivate mutating func holder(_ field: String) -> Organisation? {
        switch Organisation(stored: data[field]) {
        case .provider(let code): return .provider(code)
        case .partnership(let code): return .partnership(code)
        case .company, .service, nil:
            refuse(field, "mandate.holderMissing")
            return nil
        }
    }
}
