extension String {
    /// The same text with every sign of markup standing alone, so that the template engine escapes it.
    ///
    /// The engine escapes character by character, and a quotation mark that carries a combining accent is another
    /// character to Swift, though a browser still sees the quotation mark. A zero-width space keeps the two apart.
    var markupSafe: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return self }
        guard contains(where: \.hidesMarkup) else { return self }
        var result = ""
        for character in self {
            guard character.hidesMarkup else {
                result.append(character)
                continue
            }
            for (index, scalar) in character.unicodeScalars.enumerated() {
                if index > 0 { result.unicodeScalars.append("\u{200B}") }
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension Character {
    /// Whether a sign of markup is joined to something else in this character.
    fileprivate var hidesMarkup: Bool {
        unicodeScalars.count > 1 && unicodeScalars.contains { "<>&\"'".unicodeScalars.contains($0) }
    }
}
