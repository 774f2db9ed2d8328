package import TandemSQL

/// What a search word leads to.
package enum SearchKind: String, SQLConvertible, Sendable {
    case company, mentor
}

/// A name as search sees it: words in lower case without accents or marks, legal forms left out.
package func searchWords(_ text: String) -> [String] {
    let folded = text.lowercased().unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }.map(
        folded
    )
    let words = String(String.UnicodeScalarView(folded)).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let kept = words.filter { !["bv", "nv", "vzw", "bvba", "cv", "comm", "vof", "sa", "srl", "asbl"].contains($0) }
    return Array(Set(kept.isEmpty ? words : kept)).sorted()
}

/// A letter without its accent, for the letters that occur in Belgian names.
private func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "à", "á", "â", "ã", "ä", "å": "a"
    case "ç": "c"
    case "è", "é", "ê", "ë": "e"
    case "ì", "í", "î", "ï": "i"
    case "ñ": "n"
    case "ò", "ó", "ô", "õ", "ö": "o"
    case "ù", "ú", "û", "ü": "u"
    case "ý", "ÿ": "y"
    case _: scalar
    }
}

extension SQLSession {
    /// Makes a name findable, instead of what it was called before.
    ///
    /// - Throws: ``SQLError``.
    package func index(_ name: String, as kind: SearchKind, _ id: Int64) throws {
        for word in searchWords(name) {
            try run(
                "INSERT INTO search_word (kind, word, subject_id) VALUES (\(kind), \(word), \(id)) ON CONFLICT DO NOTHING"
            )
        }
    }

    /// - Throws: ``SQLError``.
    package func unindex(_ kind: SearchKind, _ id: Int64) throws {
        try run("DELETE FROM search_word WHERE kind = \(kind) AND subject_id = \(id)")
    }
}

/// The identities whose name has, for each word, a word that begins with it: a part of a statement.
///
/// Ranges of the index instead of `LIKE`, so that both makes answer from the index whatever their collation.
package func subjectsNamed(_ text: String, _ kind: SearchKind) -> SQL {
    let words = searchWords(text).prefix(6)
    let parts = words.map { word -> SQL in
        let end = word + "\u{10FFFF}"
        return """
            SELECT subject_id FROM search_word WHERE kind = \(kind) AND word >= \(word) AND word < \(end)
            """
    }
    return parts.isEmpty ? "SELECT CAST(NULL AS INTEGER)" : .joined(parts, by: " INTERSECT ")
}
