package import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemStore

/// The answers to what the company register tells otherwise: by the company itself, or by who handles its file.
package struct RegisterAnswerRoutes: Sendable {
    private let site: Site

    package init(site: Site) { self.site = site }

    package func add(to router: some RouterMethods<AppRequestContext>) {
        router.post(Addresses.registerAnswer.pattern) { _, context in try await answerAsCompany(context) }
        router.post(Addresses.registerAnswerOfFile.pattern) { _, context in try await answerAsHandler(context) }
    }

    private func answerAsCompany(_ context: AppRequestContext) async throws -> Response {
        let id = try Addresses.registerAnswer.parameter(of: context)
        let flash = try await answer(Identifier(id), through: nil, context)
        return site.pages.redirect(to: Addresses.company.url(id), flash: flash)
    }

    private func answerAsHandler(_ context: AppRequestContext) async throws -> Response {
        let id = try Addresses.registerAnswerOfFile.parameter(of: context)
        let (actor, today) = (try site.actor(context), site.today)
        let company = try await site.read { session in
            try session.submittedFile(Identifier(id), for: actor, on: today).file.company
        }
        let flash = try await answer(company, through: Identifier(id), context)
        return site.pages.redirect(to: Addresses.dossier.url(id), flash: flash)
    }

    private func answer(
        _ company: Identifier<Company>,
        through file: Identifier<RecognitionApplication>?,
        _ context: AppRequestContext
    ) async throws -> Flash {
        let actor = try site.actor(context)
        guard let answer = RegisterAnswer(rawValue: context.form["antwoord"]) else { throw Refusal.notFound }
        let place = context.form["vestiging"]
        let establishment = Identifier<Establishment>(place)
        if !place.isEmpty, establishment == nil { throw Refusal.notFound }
        try await site.counter.answerRegister(
            answer,
            of: company,
            establishment: establishment,
            through: file,
            by: actor
        )
        return switch answer {
        case .takeOver: .success("companyRegister.takenOver")
        case .keep: .success("companyRegister.kept")
        }
    }
}
