package import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// The routes about recognitions: their page, what is done to them, and the list of those that end soon.
package struct RecognitionsRoutes: Sendable {
    private let site: Site

    package init(site: Site) { self.site = site }

    package func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.recognition.pattern) { request, context in
            let file = try await site.recognitionFile(Addresses.recognition, context)
            return site.pages.show(try await screen(file, context), request, context)
        }
        router.post(Addresses.guidance.pattern) { request, context in try await recordGuidance(request, context) }
        SanctionRoutes(site: site).add(to: router)
        MentorRoutes(site: site).add(to: router)
        RenewalRoutes(site: site).add(to: router)
    }

    private func screen(
        _ file: RecognitionFile,
        _ context: AppRequestContext,
        guidanceForm: Form? = nil
    ) async throws -> RecognitionScreen {
        let actor = try site.actor(context)
        return RecognitionScreen(
            file: file,
            actor: actor,
            presenter: site.presenter,
            guidanceForm: guidanceForm,
            contacts: try await site.contacts(with: file.company.number, for: actor)
        )
    }

    private func recordGuidance(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let file = try await site.recognitionFile(Addresses.guidance, context)
        try site.require(.recordGuidance, to: file.subject, context)
        var reader = FormReader(context.form)
        let day = reader.day("on", orElse: "recognition.guidanceOnMissing")
        let note = reader.text("note", orElse: "recognition.guidanceNoteMissing", longest: 4000)
        if let day, day > site.today { reader.refuse("on", "refusal.dayInFuture") }
        do {
            let (day, note) = try reader.all(day, note)
            try await site.counter.recordGuidance(
                of: file.recognition.id,
                on: day,
                note: note,
                by: site.actor(context)
            )
        } catch let errors as FormErrors {
            let form = Form(context.form, errors: errors)
            return site.pages.refuse(try await screen(file, context, guidanceForm: form), request, context)
        }
        return site.pages.redirect(
            to: Addresses.recognition.url(file.id),
            flash: .success("recognition.guidanceSaved")
        )
    }
}
