package import Hummingbird
internal import TandemDomain

/// `GET /stijlgids`: every part a page is made of, side by side; only in a demonstration.
package struct StyleGuideScreen: Screen {
    package static let template = "styleguide"

    private let form: Form
    private let sample: String

    /// The sample text stands wherever a page shows what somebody typed.
    package init(isRefused: Bool = false, sample: String = "Garage Peeters bv") {
        self.sample = sample
        let typed = FormData(values: ["name": [sample], "reason": [sample], "system": ["full"], "documents": ["plan"]])
        form = Form(typed, errors: isRefused ? Self.errors(sample) : FormErrors())
    }

    package var title: Word { "styleguide.title" }
    package var caption: Word? { "styleguide.caption" }
    package var breadcrumbs: [Breadcrumb] { [Breadcrumb("styleguide.home", url: Addresses.home.url())] }
    package var errors: FormErrors { form.errors }

    package var model: Model {
        let parts: Model = [
            "figures": figures, "badges": badges, "notices": notices, "steps": steps.model,
            "table": table.model, "pagination": pagination.model, "timeline": timeline.model, "facts": facts.model,
            "nothing": EmptyState("styleguide.emptyTitle", "styleguide.emptyText", link: addLink).model,
        ]
        return parts.adding(["fields": fields, "buttons": buttons.model, "reason": reason])
    }

    package static func addRoutes(to router: some RouterMethods<AppRequestContext>, pages: Pages) {
        router.get(Addresses.styleGuide.pattern) { request, context in
            let isRefused = request.uri.queryParameters["fouten"] != nil
            return pages.show(StyleGuideScreen(isRefused: isRefused), request, context)
        }
    }

    private static func errors(_ sample: String) -> FormErrors {
        var errors = FormErrors()
        errors.add("name", .verbatim(sample))
        errors.add("from", "form.noDay")
        errors.add("system", "styleguide.systemMissing")
        errors.add("plan", "styleguide.planMissing")
        return errors
    }
}

extension StyleGuideScreen {
    private var fields: Model {
        [
            form.text("name", "styleguide.name", hint: "styleguide.nameHint", autocomplete: .organization),
            form.text("number", "styleguide.number", isOptional: true, kind: .digits, width: 10),
            form.day("from", "styleguide.from"),
            form.select("training", "styleguide.training", choices: trainings),
            form.radios("system", "styleguide.system", choices: systems),
            form.checkboxes("documents", "styleguide.documents", choices: documents, hint: "styleguide.documentsHint"),
            form.file("plan", "styleguide.plan"),
            form.checkbox("agreed", "styleguide.agreed"),
            form.hidden("version", sample),
        ]
    }

    private var reason: Model {
        form.textarea("reason", "styleguide.reason", hint: "styleguide.reasonHint", longest: 600)
    }

    private var buttons: Buttons {
        Buttons(
            Buttons.Submit("styleguide.send"),
            Buttons.Submit("styleguide.keep", name: "keep", emphasis: .secondary),
            links: [Link("styleguide.cancel", url: Addresses.home.url())]
        )
    }

    private var trainings: [Choice] {
        [Choice("dakwerker", "styleguide.roofer"), Choice("kok", "styleguide.cook"), Choice("own", .verbatim(sample))]
    }

    private var systems: [Choice] {
        [
            Choice("full", "styleguide.full", hint: "styleguide.fullHint"),
            Choice("part", "styleguide.part", hint: "styleguide.partHint"),
        ]
    }

    private var documents: [Choice] { [Choice("plan", "styleguide.document"), Choice("own", .verbatim(sample))] }
}

extension StyleGuideScreen {
    private var figures: Model {
        [
            Figure("styleguide.open", "38", note: "styleguide.openNote", url: Addresses.styleGuide.url()).model,
            Figure("styleguide.late", "4", note: "styleguide.lateNote", url: Addresses.styleGuide.url()).model,
            Figure("styleguide.recognised", DutchFormat.number(13_406)).model,
        ]
    }

    private var badges: Model { .list(Tone.allCases.map { badge($0).model } + [Badge(.info, .verbatim(sample)).model]) }

    private func badge(_ tone: Tone) -> Badge { Badge(tone, Word("styleguide.badge.\(tone.rawValue)")) }

    private var notices: Model {
        .list(
            Tone.allCases.map {
                Notice($0, title: Word("styleguide.notice.\($0.rawValue)"), body: .verbatim("\(sample). \(sample)"))
                    .model
            }
        )
    }

    private var steps: Steps {
        let labels: [Word] = ["styleguide.step1", "styleguide.step2", "styleguide.step3", "styleguide.step4"]
        return Steps(labels, current: 3, urls: [Addresses.styleGuide.url(), Addresses.styleGuide.url()])
    }

    private var addLink: Link { Link("styleguide.add", url: Addresses.styleGuide.url(), emphasis: .primary) }

    private var pagination: Pagination {
        Pagination(page: 2, size: 25, total: 1234) { Addresses.styleGuide.url(query: [("pagina", String($0))]) }
    }

    private var table: Table {
        Table(
            "styleguide.tableCaption",
            columns: [
                "styleguide.company", "styleguide.training", "styleguide.due", .number("styleguide.places"),
                "styleguide.status",
            ],
            rows: [
                [
                    .link(sample, url: Addresses.styleGuide.url()), .pair("Dakwerker duaal", "Voltijds"),
                    .day(Self.day), .number(2), .badge(badge(.info)),
                ],
                [
                    .link("Bakkerij De Gouden Korst", url: Addresses.styleGuide.url()), .text(sample),
                    .day(Self.day.adding(days: 3)), .number(1200), .badge(badge(.warning)),
                ],
                [
                    .link("Zorgcentrum Ter Linden vzw", url: Addresses.styleGuide.url()),
                    .pair("Verzorgende duaal", sample), .empty, .number(0), .badge(badge(.success)),
                ],
            ]
        )
    }

    private var timeline: Timeline {
        Timeline([
            Timeline.Event("styleguide.event1", moment: DutchFormat.day(Self.day), actor: sample, tone: .success),
            Timeline.Event("styleguide.event2", moment: "3 november 2026", text: sample, tone: .warning),
            Timeline.Event("styleguide.event3", moment: "28 oktober 2026 om 9.12 uur", actor: "Els Maes"),
        ])
    }

    private var facts: Facts {
        Facts([
            Facts.Fact("styleguide.company", sample),
            Facts.Fact(
                "styleguide.due",
                .day(Self.day),
                link: Link("styleguide.change", url: Addresses.styleGuide.url())
            ),
            Facts.Fact("styleguide.status", badge(.info)),
            Facts.Fact("styleguide.number", nil as String?),
        ])
    }

    private static let day = Day(number: 20_779)
}
