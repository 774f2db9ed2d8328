/// Something wrong with the reference data, and where: shown to whoever keeps the files, so in Dutch.
package struct ReferenceProblem: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let file: String
    package let line: Int
    /// The character in the line, counted from 1.
    package let column: Int
    package let text: String

    package init(file: String, line: Int, column: Int, text: String) {
        self.file = file
        self.line = line
        self.column = column
        self.text = text
    }

    package var description: String { "\(file):\(line):\(column): \(text)" }

    package static func < (lhs: Self, rhs: Self) -> Bool {
        (lhs.file, lhs.line, lhs.column, lhs.text) < (rhs.file, rhs.line, rhs.column, rhs.text)
    }
}

/// Reference data that cannot be relied on, with all that is wrong.
package struct ReferenceFault: Error, CustomStringConvertible {
    package let problems: [ReferenceProblem]

    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
