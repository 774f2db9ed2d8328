/// A statement that was sent to the server, in words and signs, without what was bound or quoted in it.
struct SentStatement {
    let text: String
    let tokens: [Substring]

    init(_ text: String) {
        self.text = text
        let quoted = /\$[a-z_]*\$(?s:.*?)\$[a-z_]*\$|'(?:[^']|'')*'|\$\d+/
        let bare = text.lowercased().replacing(quoted, with: " ? ")
        tokens = bare.matches(of: /"[^"]*"|[a-z_][a-z_0-9]*|<>|<=|>=|[^\sa-z_]/).map { bare[$0.range] }
    }

    /// What kind it is: `SELECT`, `CREATE INDEX`.
    var kind: String {
        guard let first = tokens.first?.uppercased() else { return "" }
        guard ["CREATE", "DROP", "ALTER"].contains(first), tokens.count > 1 else { return first }
        let second = tokens[1] == "unique" && tokens.count > 2 ? tokens[2] : tokens[1]
        return "\(first) \(second.uppercased())"
    }

    /// Its words of more than one letter: a single one names a table for the length of a statement.
    var words: Set<Substring> { Set(tokens.filter { $0.count > 1 && ($0.first?.isLetter ?? false) }) }

    /// Whether these words and signs stand in it, one behind the other.
    func holds(_ phrase: String) -> Bool {
        let phrase = phrase.split(separator: " ")
        guard tokens.count >= phrase.count else { return false }
        return (0...(tokens.count - phrase.count)).contains { tokens[$0..<($0 + phrase.count)].elementsEqual(phrase) }
    }
}
