internal import TandemSQL

/// A description of the table of codes, in one language.
package struct CodeLabel: Hashable, Sendable {
    package let category: String
    package let code: String
    /// `NL`, `FR` or `DE`.
    package let language: String
    package let text: String
}

/// The statements about the table of codes.
enum CodeStatements {
    static let deleteAll: SQL = "DELETE FROM code"

    static func insert(_ label: CodeLabel) -> SQL {
        """
        INSERT INTO code (category, code, language, description)
        VALUES (\(label.category), \(label.code), \(label.language), \(label.text))
        """
    }

    static func labels(of category: String, in language: String) -> SQL {
        "SELECT code, description FROM code WHERE category = \(category) AND language = \(language)"
    }

    static func label(_ category: String, _ code: String) -> SQL {
        "SELECT language, description FROM code WHERE category = \(category) AND code = \(code)"
    }
}
