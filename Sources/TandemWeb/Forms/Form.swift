/// A form as it is shown: what stands in its fields, and what is wrong with them.
///
/// Each verb makes the model of one field; a template prints it by `{{#reason}}{{>*component}}{{/reason}}`.
package struct Form: Hashable, Sendable {
    package var data: FormData
    package var errors: FormErrors

    /// What was typed, with what is wrong; an empty form where neither is given.
    package init(_ data: FormData = FormData(), errors: FormErrors = FormErrors()) {
        self.data = data
        self.errors = errors
    }

    /// A form filled with what is known.
    package init(filled values: [String: String]) {
        self.init(FormData(values: values.mapValues { [$0] }))
    }

    /// What every field shows: name, label, hint, error and the identifiers that tie them together.
    func field(
        _ name: String,
        _ component: String,
        _ label: Word,
        hint: Word?,
        isOptional: Bool
    ) -> [String: Model] {
        let described = [hint.map { _ in "\(name)-hint" }, errors[name].map { _ in "\(name)-error" }].compactMap(\.self)
        return [
            "component": .template("components/\(component)"),
            "name": .text(name), "id": .text(name), "label": .word(label),
            "hint": .maybe(hint), "error": .maybe(errors[name]), "isWrong": .flag(errors[name] != nil),
            "isOptional": .flag(isOptional), "isRequired": .flag(!isOptional),
            "describedBy": .text(described.joined(separator: " ")),
            "value": .text(data[name]),
        ]
    }
}

/// One choice of a select, of radios or of checkboxes.
package struct Choice: Hashable, Sendable {
    package let value: String
    package let label: Word
    package let hint: Word?

    package init(_ value: String, _ label: Word, hint: Word? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
    }
}

/// What a browser may fill in by itself (WCAG 1.3.5): the names of HTML.
package enum AutoComplete: String, Sendable {
    case none = "off"
    case name, email, tel, url, organization
    case givenName = "given-name"
    case familyName = "family-name"
    case street = "street-address"
    case postalCode = "postal-code"
    case town = "address-level2"
    case birthDay = "bday"
    case username
    case currentPassword = "current-password"
    case oneTimeCode = "one-time-code"
}

/// What a text field holds: it chooses the keyboard of a phone.
package enum TextKind: String, Sendable {
    case text, email, tel, url, password, search
    case digits
}
