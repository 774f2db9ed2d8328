/// Statements of a migration, written out in the program: nothing that comes from outside ever stands in them.
package struct SQLScript: Sendable, ExpressibleByStringLiteral {
    package private(set) var text: String

    package init(stringLiteral text: StaticString) { self.text = text.description }

    /// The same script with words of one dialect in the place of those of another.
    package func replacing(_ words: StaticString, with others: StaticString) -> SQLScript {
        var script = self
        script.text = text.split(separator: words.description, omittingEmptySubsequences: false)
            .joined(separator: others.description)
        return script
    }

    /// Both scripts, one after the other.
    package static func + (first: SQLScript, second: SQLScript) -> SQLScript {
        var script = first
        script.text += "\n" + second.text
        return script
    }
}
