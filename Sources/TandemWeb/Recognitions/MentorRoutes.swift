internal import Hummingbird
internal import TandemActions
internal import TandemDomain
internal import TandemStore

/// A mentor of a recognition who leaves, and one who comes.
struct MentorRoutes: Sendable {
    let site: Site

    func add(to router: some RouterMethods<AppRequestContext>) {
        router.get(Addresses.mentorEnd.pattern) { request, context in
            let (file, mentor) = try await leaving(context)
            let form = Form(filled: ["day": DutchFormat.short(site.today)])
            return site.pages.show(endScreen(file, mentor, form), request, context)
        }
        router.post(Addresses.mentorEnd.pattern) { request, context in try await end(request, context) }
        router.get(Addresses.newMentor.pattern) { request, context in
            let file = try await site.recognitionFile(Addresses.newMentor, context)
            let place = request.uri.queryParameters["plaats"].map(String.init) ?? ""
            try site.require(.judgeMentor, to: file.subject, context)
            return site.pages.show(newScreen(file, Form(filled: ["place": place])), request, context)
        }
        router.post(Addresses.newMentor.pattern) { request, context in try await add(request, context) }
    }

    private func leaving(_ context: AppRequestContext) async throws -> (RecognitionFile, RecognitionMentorRecord) {
        let (id, place) = try Addresses.mentorEnd.parameters(of: context)
        let file = try await site.recognitionFile(Identifier(id), context)
        try site.require(.replaceMentor, to: file.subject, context)
        guard let mentor = file.mentors.first(where: { $0.id == place && $0.until == nil }) else {
            throw Refusal.notFound
        }
        return (file, mentor)
    }

    private func endScreen(
        _ file: RecognitionFile,
        _ mentor: RecognitionMentorRecord,
        _ form: Form
    ) -> RecognitionFormScreen {
        let isLast = !file.mentors.contains { $0.id != mentor.id && $0.until == nil }
        return RecognitionFormScreen(
            title: Word("recognitionMentor.endTitle", ["name": mentor.mentor.name]),
            file: file,
            presenter: site.presenter,
            action: Addresses.mentorEnd.url(file.id, mentor.id),
            lead: "recognitionMentor.endLead",
            warning: isLast
                ? Notice(.warning, title: "recognitionMentor.last", body: "recognitionMentor.lastText") : nil,
            fields: [form.day("day", "recognitionMentor.lastDay")],
            save: "recognitionMentor.end",
            errors: form.errors
        )
    }

    private func end(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let (file, mentor) = try await leaving(context)
        var reader = FormReader(context.form)
        let day = reader.day("day", orElse: "recognitionMentor.lastDayMissing")
        if let day, day < mentor.from { reader.refuse("day", "recognitionMentor.lastDayBefore") }
        guard let day, reader.errors.isEmpty else {
            let form = Form(context.form, errors: reader.errors)
            return site.pages.refuse(endScreen(file, mentor, form), request, context)
        }
        try await site.counter.endMentor(mentor.id, of: file.recognition.id, lastDay: day, by: site.actor(context))
        return site.pages.redirect(
            to: Addresses.recognition.url(file.id),
            flash: .success("recognitionMentor.ended")
        )
    }

    private func newScreen(_ file: RecognitionFile, _ form: Form) -> RecognitionFormScreen {
        let replaced = file.mentors.first { String($0.id) == form.data["place"] && $0.until == nil }
        return RecognitionFormScreen(
            title: replaced.map { Word("recognitionMentor.replaceTitle", ["name": $0.mentor.name]) }
                ?? "recognitionMentor.addTitle",
            file: file,
            presenter: site.presenter,
            action: Addresses.newMentor.url(file.id),
            lead: "recognitionMentor.newLead",
            fields: form.mentorFields(place: replaced?.id),
            save: "recognitionMentor.save",
            errors: form.errors
        )
    }

    private func add(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let file = try await site.recognitionFile(Addresses.newMentor, context)
        try site.require(.judgeMentor, to: file.subject, context)
        do {
            let input = try MentorInput(context.form)
            try await site.counter.replaceMentor(
                input.place,
                of: file.recognition.id,
                with: input.proposal,
                input.papers,
                finding: input.finding,
                by: site.actor(context)
            )
        } catch let errors as FormErrors {
            return site.pages.refuse(newScreen(file, Form(context.form, errors: errors)), request, context)
        } catch let refusal as Refusal where refusal.isAboutTheMentor {
            let form = Form(context.form, errors: refusal.onMentorForm)
            return site.pages.refuse(newScreen(file, form), request, context)
        }
        return site.pages.redirect(
            to: Addresses.recognition.url(file.id),
            flash: .success("recognitionMentor.added")
        )
    }
}

extension Refusal {
    /// What is wrong, beside the fields that this form has.
    fileprivate var onMentorForm: FormErrors {
        var errors = FormErrors()
        for entry in FormErrors(self).entries {
            switch entry.field {
            case "judgement": errors.add("verdict", entry.text)
            case "file": errors.add("extract", entry.text)
            case _: errors.add(entry.field, entry.text)
            }
        }
        return errors
    }

    /// Whether what was typed of a mentor was refused, so that it can be mended on the form.
    fileprivate var isAboutTheMentor: Bool {
        switch self {
        case .acceptance, .numberInUse, .mentorTwice, .mentorTooYoung, .documentKind, .documentSize, .documentEmpty,
            .dayInFuture:
            true
        case .notAllowed, .notFound, .changedMeanwhile, .decidedByLaw, .notFrom, .recognitionNotFrom, .lacks,
            .decision, .sanction, .reasonMissing, .unknownCode, .establishmentOfOther, .numberTaken,
            .trainingMissing, .periodReversed, .renewalTooEarly, .excluded, .notOneEstablishment, .claimedBy,
            .doNotCall,
            .prospectNotFrom, .dayNotAhead:
            false
        }
    }
}
