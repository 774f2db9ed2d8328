internal import TandemSQL

/// A statement on its way: its text, the types by which it is prepared, and its arguments.
struct PostgresCommand: ExpressibleByStringLiteral {
    let text: String
    let types: [SQLType]
    let arguments: PostgresArguments
    /// Whether the server keeps the plan; what begins and ends transactions has none.
    let isPrepared: Bool

    init(_ statement: SQL) {
        isPrepared = true
        text = statement.text
        types = statement.arguments.map(\.type)
        arguments = PostgresArguments(statement.arguments)
    }

    init(stringLiteral value: String) {
        isPrepared = false
        text = value
        types = []
        arguments = PostgresArguments([])
    }

    /// About how much of the line it takes.
    var size: Int { text.utf8.count + arguments.size }

    /// The text with `$1`, `$2` where arguments are bound, as PostgreSQL wants them.
    var numberedText: String {
        var result = ""
        var number = 0
        for part in text.split(separator: "?", omittingEmptySubsequences: false) {
            if number > 0 { result += "$\(number)" }
            result += part
            number += 1
        }
        return result
    }
}
