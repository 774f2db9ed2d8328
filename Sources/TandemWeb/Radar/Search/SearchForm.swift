internal import TandemDomain
internal import TandemRegister

/// The form above the results: a few fields, and the rest behind a fold.
struct SearchForm {
    let screen: SearchScreen

    private var query: CompanyQuery { screen.query }
    private var reading: QuestionReading { screen.reading }

    /// The fields that stand behind the fold, which is open where one of them is wrong: the rest is told in marks.
    private static let folded: [CompanyQuery.Field] = [
        .activity, .municipality, .province, .region, .employer, .recognised, .kind, .order,
    ]

    var model: Model {
        [
            "action": .text(Addresses.radar.url()),
            "text": field(.text, "find.text", hint: "find.textHint"),
            "training": select(.training, "find.training", all: "find.anyTraining", choices: trainings),
            "broad": .flag(query[.isBroad] == "ja"),
            "around": field(.around, "find.around", hint: "find.aroundHint"),
            "radius": select(.radius, "find.radius", all: nil, choices: radii, chosen: radius),
            "activity": field(
                .activity,
                "find.activity",
                hint: "find.activityHint",
                value: reading.unread[.activity] ?? ""
            ),
            "activities": chosen(
                .activity,
                reading.question.activities.map { ($0.typed, screen.present.names.label(of: $0)) }
            ),
            "municipality": field(
                .municipality,
                "find.municipality",
                hint: "find.municipalityHint",
                value: reading.unread[.municipality] ?? ""
            ),
            "municipalities": chosen(
                .municipality,
                reading.question.municipalities.map { ($0.code, .verbatim($0.label)) }
            ),
            "regions": boxes(.region, "find.region", Region.allCases.map { ($0.typed, $0.dutchName) }),
            "provinces": boxes(.province, "find.province", Province.allCases.map { ($0.typed, $0.dutchName) }),
            "employer": select(.employer, "find.employer", all: "find.either", choices: yesOrNo),
            "recognised": select(.recognised, "find.recognised", all: "find.either", choices: yesOrNo),
            "kind": select(.kind, "find.kind", all: "find.kindEstablishment", choices: kinds),
            "order": select(.order, "find.order", all: "find.orderUsual", choices: orders),
            "box": query[.box].isEmpty ? .nothing : .text(query[.box]),
            "boxError": .maybe(reading.errors[CompanyQuery.Field.box.rawValue]),
            "pageError": .maybe(reading.errors[CompanyQuery.Field.page.rawValue]),
            "isOpen": .flag(Self.folded.contains { reading.errors[$0.rawValue] != nil }),
        ]
    }

    private var radius: String {
        query[.radius].isEmpty ? String(QuestionReader.usualRadius) : query[.radius]
    }

    private var radii: [Choice] {
        var kilometres = [5, 10, 20, 30, 50, 100]
        if let other = Int(query[.radius]), other > 0, !kilometres.contains(other) { kilometres.append(other) }
        return kilometres.sorted().map { Choice(String($0), .verbatim("\($0) km")) } + [Choice("0", "find.noLimit")]
    }

    private var trainings: [Choice] {
        screen.presenter.reference.trainings(on: screen.presenter.today)
            .map { ($0.code.rawValue, screen.presenter.training($0.code)) }
            .sorted { $0.1 < $1.1 }
            .map { Choice($0.0, .verbatim($0.1)) }
    }

    private var yesOrNo: [Choice] { [Choice("ja", "find.yes"), Choice("nee", "find.no")] }

    private var kinds: [Choice] {
        [Choice("onderneming", "find.kindEnterprise"), Choice("school", "find.kindSchool")]
    }

    private var orders: [Choice] {
        [Choice("afstand", "find.orderDistance"), Choice("naam", "find.orderName"), Choice("past", "find.orderFit")]
    }

    /// A line to type in, with what else could be meant below it.
    private func field(_ field: CompanyQuery.Field, _ label: Word, hint: Word, value: String? = nil) -> Model {
        var form = Form(query.form, errors: reading.errors)
        form.data = FormData(values: [field.rawValue: [value ?? query[field]]])
        return form.text(field.rawValue, label, hint: hint, isOptional: true, kind: .search).adding([
            "isOptional": false,
            "suggestions": .list(
                (reading.suggestions[field] ?? []).prefix(8).map { suggestion in
                    ["label": .text(suggestion.label), "url": .text(choosing(suggestion, in: field).url())]
                }
            ),
            "hasSuggestions": .flag(reading.suggestions[field]?.isEmpty == false), "suggests": .text(field.rawValue),
        ])
    }

    /// The same question with one of the meanings instead of what was typed.
    private func choosing(_ suggestion: Suggestion, in field: CompanyQuery.Field) -> CompanyQuery {
        switch field {
        case .municipality, .activity:
            let kept = query.all(field).filter { typed in
                typed != reading.unread[field] && (field != .activity || !isWord(typed))
            }
            return query.with(field, kept + [suggestion.value])
        case .text, .training, .isBroad, .around, .radius, .province, .region, .box, .employer, .recognised, .kind,
            .order, .page:
            return query.with(field, suggestion.value)
        }
    }

    /// Whether what was typed stands for several codes.
    private func isWord(_ typed: String) -> Bool { NaceCode(typed: typed) == nil && typed.contains { $0.isLetter } }

    private func select(
        _ field: CompanyQuery.Field,
        _ label: Word,
        all: Word?,
        choices: [Choice],
        chosen: String? = nil
    ) -> Model {
        let select = FilterSelect(
            name: field.rawValue,
            label: label,
            all: all,
            chosen: chosen ?? query[field],
            choices: choices
        )
        return select.model.adding(["error": .maybe(reading.errors[field.rawValue])])
    }

    private func chosen(_ field: CompanyQuery.Field, _ values: [(String, Word)]) -> Model {
        .list(
            values.enumerated().map { index, value in
                [
                    "name": .text(field.rawValue), "id": .text("\(field.rawValue)-\(index + 1)"),
                    "value": .text(value.0),
                    "label": .word(value.1), "isChosen": true,
                ]
            }
        )
    }

    private func boxes(_ field: CompanyQuery.Field, _ legend: Word, _ values: [(String, String)]) -> Model {
        let chosen = Set(query.all(field))
        return [
            "legend": .word(legend), "error": .maybe(reading.errors[field.rawValue]),
            "choices": .list(
                values.enumerated().map { index, value in
                    [
                        "name": .text(field.rawValue),
                        "id": .text(index == 0 ? field.rawValue : "\(field.rawValue)-\(index + 1)"),
                        "value": .text(value.0), "label": .text(value.1),
                        "isChosen": .flag(chosen.contains(value.0)),
                    ]
                }
            ),
        ]
    }
}
