extension Form {
    /// One line of text; `width` is the number of characters expected.
    package func text(
        _ name: String,
        _ label: Word,
        hint: Word? = nil,
        isOptional: Bool = false,
        kind: TextKind = .text,
        autocomplete: AutoComplete = .none,
        width: Int? = nil
    ) -> Model {
        .object(
            field(name, "text-field", label, hint: hint, isOptional: isOptional).merging([
                "type": .text(kind == .digits ? "text" : kind.rawValue),
                "inputMode": kind == .digits ? "numeric" : .nothing,
                "autocomplete": .text(autocomplete.rawValue),
                "width": .maybe(width.map { $0 <= 5 ? "xs" : $0 <= 10 ? "s" : $0 <= 20 ? "m" : "l" }),
            ]) { _, new in new }
        )
    }

    /// Several lines of text.
    package func textarea(
        _ name: String,
        _ label: Word,
        hint: Word? = nil,
        isOptional: Bool = false,
        rows: Int = 6,
        longest: Int? = nil
    ) -> Model {
        .object(
            field(name, "textarea", label, hint: hint, isOptional: isOptional).merging([
                "rows": .text(String(rows)), "longest": .maybe(longest.map { String($0) }),
            ]) { _, new in new }
        )
    }

    /// A day, typed as `22/11/2026`: one field, because three fields and a calendar are both harder to use.
    package func day(
        _ name: String,
        _ label: Word,
        hint: Word = "form.dayHint",
        isOptional: Bool = false,
        autocomplete: AutoComplete = .none
    ) -> Model {
        .object(
            field(name, "text-field", label, hint: hint, isOptional: isOptional).merging([
                "type": "text", "inputMode": "numeric", "width": "s", "placeholder": .word("form.dayPlaceholder"),
                "autocomplete": .text(autocomplete.rawValue),
            ]) { _, new in new }
        )
    }

    /// A list to choose one from; its first line asks to choose.
    package func select(
        _ name: String,
        _ label: Word,
        choices: [Choice],
        hint: Word? = nil,
        isOptional: Bool = false
    ) -> Model {
        .object(
            field(name, "select", label, hint: hint, isOptional: isOptional)
                .merging(["choices": models(of: choices, in: name)]) { _, new in new }
        )
    }

    /// A few choices, one of which holds.
    package func radios(
        _ name: String,
        _ label: Word,
        choices: [Choice],
        hint: Word? = nil,
        isOptional: Bool = false
    ) -> Model {
        .object(
            field(name, "radios", label, hint: hint, isOptional: isOptional)
                .merging(["choices": models(of: choices, in: name)]) { _, new in new }
        )
    }

    /// A few choices, any of which hold.
    package func checkboxes(
        _ name: String,
        _ label: Word,
        choices: [Choice],
        hint: Word? = nil,
        isOptional: Bool = true
    ) -> Model {
        .object(
            field(name, "checkboxes", label, hint: hint, isOptional: isOptional)
                .merging(["choices": models(of: choices, in: name), "isOptional": false]) { _, new in new }
        )
    }

    /// One box to tick: a declaration.
    package func checkbox(_ name: String, _ label: Word, hint: Word? = nil) -> Model {
        .object(
            field(name, "checkbox", label, hint: hint, isOptional: false)
                .merging(["isChosen": .flag(data.has(name))]) { _, new in new }
        )
    }

    /// A file; the form needs `enctype="multipart/form-data"`.
    package func file(
        _ name: String,
        _ label: Word,
        hint: Word = "form.fileHint",
        isOptional: Bool = false,
        accept: String = ".pdf,.jpg,.jpeg,.png",
        mostBytes: Int = FormLimits().fileBytes
    ) -> Model {
        .object(
            field(name, "file-field", label, hint: hint, isOptional: isOptional).merging([
                "accept": .text(accept), "mostBytes": .text(String(mostBytes)),
            ]) { _, new in new }
        )
    }

    /// A value that travels unseen.
    package func hidden(_ name: String, _ value: String) -> Model {
        ["component": .template("components/hidden"), "name": .text(name), "value": .text(value)]
    }

    private func models(of choices: [Choice], in name: String) -> Model {
        let chosen = Set(data.all(name))
        return .list(
            choices.enumerated().map { index, choice in
                // The error summary leads to the field's own name, which is the first choice.
                let id = index == 0 ? name : "\(name)-\(index + 1)"
                return [
                    "id": .text(id), "value": .text(choice.value), "label": .word(choice.label),
                    "hint": .maybe(choice.hint), "isChosen": .flag(chosen.contains(choice.value)),
                    "describedBy": choice.hint == nil ? .nothing : .text("\(id)-about"),
                ]
            }
        )
    }
}
