/// An error that a visitor can act on, because it says in their words what is wrong.
package protocol Explainable: Error {
    var explanation: Explanation { get }
}

/// What is wrong, and what to do about it.
package struct Explanation: Hashable, Sendable {
    package let kind: Kind
    package let text: Word
    /// The field of the form that it is about.
    package let field: String?

    package init(_ kind: Kind, _ text: Word, field: String? = nil) {
        self.kind = kind
        self.text = text
        self.field = field
    }

    /// What sort of refusal it is; each has a status of HTTP and a heading of its own.
    package enum Kind: String, CaseIterable, Sendable {
        case invalid, notSignedIn, notAllowed, notFound, conflict, tooLarge, tooMany, methodNotAllowed, unavailable
    }
}

extension FormErrors: Explainable {
    package var explanation: Explanation {
        Explanation(.invalid, entries.first?.text ?? "error.invalid.body", field: entries.first?.field)
    }
}

extension FormErrors {
    /// The refusal of a rule, shown beside the field it is about.
    package init(_ error: some Explainable) {
        self.init(error.explanation.field ?? "", error.explanation.text)
    }
}

extension ForeignForm: Explainable {
    package var explanation: Explanation { Explanation(.notAllowed, "error.foreignForm") }
}

extension FormError: Explainable {
    package var explanation: Explanation {
        switch self {
        case .fileTooLarge(let field):
            Explanation(
                .tooLarge,
                Word("form.fileTooLarge", ["most": DutchFormat.size(bytes: FormLimits().fileBytes)]),
                field: field
            )
        case .textTooLong(let field):
            Explanation(
                .tooLarge,
                Word("form.tooLong", ["most": DutchFormat.number(FormLimits().textBytes)]),
                field: field
            )
        case .bodyTooLarge, .tooManyParts: Explanation(.tooLarge, "form.bodyTooLarge")
        case .unknownEncoding, .badBoundary, .endsTooSoon, .badPart, .badText: Explanation(.invalid, "form.unreadable")
        }
    }
}
