package import TandemDomain

/// Reads a form field by field and gathers everything that is wrong, so that a visitor hears it all at once.
///
/// ```swift
/// var reader = FormReader(data)
/// let reason = reader.text("reason", orElse: "decision.reasonMissing")
/// let from = reader.day("from", orElse: "decision.fromUnreadable")
/// let (reason, from) = try reader.all(reason, from)
/// ```
package struct FormReader: Sendable {
    package let data: FormData
    package private(set) var errors = FormErrors()

    package init(_ data: FormData) { self.data = data }

    /// Marks a field as wrong for a reason of the caller.
    package mutating func refuse(_ field: String, _ text: Word) { errors.add(field, text) }

    /// A text that must be there.
    package mutating func text(_ field: String, orElse missing: Word, longest: Int = 5000) -> String? {
        let text = data[field]
        guard !text.isEmpty else { return refused(field, missing) }
        guard text.count <= longest else {
            return refused(field, Word("form.tooLong", ["most": DutchFormat.number(longest)]))
        }
        return text
    }

    /// A text that may be left empty.
    package mutating func optionalText(_ field: String, longest: Int = 5000) -> String? {
        data[field].isEmpty ? nil : text(field, orElse: "form.missing", longest: longest)
    }

    /// A day that must be there.
    package mutating func day(_ field: String, orElse missing: Word) -> Day? {
        let text = data[field]
        guard !text.isEmpty else { return refused(field, missing) }
        guard let day = Day(typed: text) else { return refused(field, "form.noDay") }
        return day
    }

    /// A day that may be left empty.
    package mutating func optionalDay(_ field: String) -> Day? {
        data[field].isEmpty ? nil : day(field, orElse: "form.missing")
    }

    /// A whole number within bounds.
    package mutating func whole(_ field: String, in range: ClosedRange<Int>, orElse missing: Word) -> Int? {
        guard !data[field].isEmpty else { return refused(field, missing) }
        guard let value = Int(data[field]), range.contains(value) else {
            let bounds = ["least": DutchFormat.number(range.lowerBound), "most": DutchFormat.number(range.upperBound)]
            return refused(field, Word("form.noNumber", bounds))
        }
        return value
    }

    /// One of the cases of an enumeration: a select or a set of radios.
    package mutating func choice<Choice: RawRepresentable<String>>(
        _ field: String,
        of type: Choice.Type,
        orElse missing: Word
    ) -> Choice? {
        Choice(rawValue: data[field]) ?? refused(field, missing)
    }

    /// One of the values on offer, such as the identifier of a row.
    package mutating func identifier(_ field: String, orElse missing: Word) -> Int64? {
        Int64(data[field]) ?? refused(field, missing)
    }

    /// A file that must be there.
    package mutating func file(_ field: String, orElse missing: Word) -> UploadedFile? {
        guard let file = data.file(field), !file.bytes.isEmpty else { return refused(field, missing) }
        return file
    }

    /// A box that must be ticked.
    package mutating func agreed(_ field: String, orElse missing: Word) -> Bool {
        if !data.has(field) { refuse(field, missing) }
        return data.has(field)
    }

    private mutating func refused<Value>(_ field: String, _ text: Word) -> Value? {
        errors.add(field, text)
        return nil
    }
}

extension FormReader {
    /// All values at once, where nothing is wrong.
    package func all<each Value>(_ values: repeat (each Value)?) throws(FormErrors) -> (repeat each Value) {
        guard errors.isEmpty else { throw errors }
        do {
            return (repeat try present(each values))
        } catch {
            throw errors
        }
    }

    private func present<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw errors }
        return value
    }
}
