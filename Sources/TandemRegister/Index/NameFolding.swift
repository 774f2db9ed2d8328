/// Turns names into words that can be compared: small letters without accents, legal forms and points left out.
///
/// `"S.A. d'Été & Cie"` becomes `dete cie`. An apostrophe joins, every other sign parts; letters parted by points
/// alone are one word, so that `B.V.B.A.` is `bvba`.
struct NameFolding {
    /// The words of the last name, one behind another with a space between.
    private(set) var folded: [UInt8] = []
    /// Where each word stands in `folded`.
    private(set) var words: [Range<Int>] = []
    private var isAfterPoint = false
    private var isAfterSeparator = true
    private var parts: [Part] = []
    private var letters: [UInt8] = []

    private struct Part {
        let start: Int
        var end: Int
        /// Whether a point and nothing else parts it from the part before.
        let isAfterPoint: Bool
    }

    /// Takes a name apart.
    mutating func fold(_ name: ArraySlice<UInt8>) {
        (isAfterPoint, isAfterSeparator) = (false, true)
        parts.removeAll(keepingCapacity: true)
        letters.removeAll(keepingCapacity: true)
        var index = name.startIndex
        while index < name.endIndex {
            let byte = name[index]
            if byte < 0x80 { take(ascii: byte) } else { take(name[index..<min(index + 4, name.endIndex)]) }
            index += byte < 0x80 ? 1 : max(1, lengthOfScalar(byte))
        }
        joinParts()
    }

    /// Takes text apart that a person types.
    mutating func fold(_ text: some StringProtocol) { fold(Array(text.utf8)[...]) }

    /// The words that tell names apart: without legal forms, or all where nothing else is left.
    var tellingWords: [ArraySlice<UInt8>] {
        let telling = words.filter { !LegalForms.contains(folded[$0]) }
        return (telling.isEmpty ? words : telling).map { folded[$0] }
    }

    private mutating func take(ascii byte: UInt8) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), .zero...UInt8(ascii: "9"): append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): append(byte | 0x20)
        case UInt8(ascii: "'"), UInt8(ascii: "`"): break
        case UInt8(ascii: "."):
            isAfterPoint = !isAfterSeparator
            isAfterSeparator = true
        case _: separate()
        }
    }

    private mutating func take(_ scalar: ArraySlice<UInt8>) {
        let length = lengthOfScalar(scalar[scalar.startIndex])
        let bytes = scalar.prefix(max(1, length))
        guard let text = String(validating: bytes, as: UTF8.self), let value = text.unicodeScalars.first else { return }
        if value == "\u{2019}" || value == "\u{B4}" { return }
        if let plain = plainLetters(value) {
            for byte in plain.utf8 { append(byte) }
        } else if value.properties.isAlphabetic {
            for byte in text.lowercased().utf8 { append(byte) }
        } else {
            separate()
        }
    }

    private mutating func separate() { (isAfterPoint, isAfterSeparator) = (false, true) }

    private mutating func append(_ byte: UInt8) {
        if isAfterSeparator { parts.append(Part(start: letters.count, end: letters.count, isAfterPoint: isAfterPoint)) }
        (isAfterPoint, isAfterSeparator) = (false, false)
        letters.append(byte)
        parts[parts.count - 1].end = letters.count
    }

    private mutating func joinParts() {
        folded.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        var isInitial = false
        for part in parts {
            let isSingle = part.end - part.start == 1
            let joins = part.isAfterPoint && isInitial && isSingle
            if !joins, !folded.isEmpty { folded.append(UInt8(ascii: " ")) }
            let start = joins ? words.removeLast().lowerBound : folded.count
            folded.append(contentsOf: letters[part.start..<part.end])
            words.append(start..<folded.count)
            isInitial = isSingle
        }
    }
}

/// Words for the form of a company, which people leave out or put elsewhere.
enum LegalForms {
    static let words = [
        "bv", "bvba", "ebvba", "bvbao", "nv", "vzw", "ivzw", "vof", "cv", "cvba", "cvoa", "gcv", "commv", "commva",
        "esv",
        "sa", "srl", "sprl", "sprlu", "asbl", "aisbl", "snc", "scs", "scrl", "sc", "sca", "gie", "gmbh", "ag", "ltd",
    ]
    private static let packed = Set(words.map { pack(Array($0.utf8)[...]) })

    static func contains(_ word: ArraySlice<UInt8>) -> Bool { word.count <= 8 && packed.contains(pack(word)) }

    private static func pack(_ word: ArraySlice<UInt8>) -> UInt64 { word.reduce(0) { $0 << 8 | UInt64($1) } }
}

/// How many bytes a scalar has that starts with this byte; nothing for a byte that starts none.
private func lengthOfScalar(_ first: UInt8) -> Int {
    switch first {
    case 0xC0...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF7: 4
    case _: 0
    }
}

/// The plain letters for a letter with a mark.
private func plainLetters(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "à", "á", "â", "ã", "ä", "å", "À", "Á", "Â", "Ã", "Ä", "Å", "ā", "ă", "ą", "Ā", "Ă", "Ą": "a"
    case "æ", "Æ": "ae"
    case "ç", "Ç", "ć", "č", "Ć", "Č": "c"
    case "ď", "đ", "Ď", "Đ": "d"
    case "è", "é", "ê", "ë", "È", "É", "Ê", "Ë", "ē", "ę", "ě", "Ē", "Ę", "Ě": "e"
    case "ğ", "Ğ": "g"
    case "ì", "í", "î", "ï", "Ì", "Í", "Î", "Ï", "ī", "ı", "İ": "i"
    case "ł", "Ł": "l"
    case "ñ", "Ñ", "ń", "ň", "Ń", "Ň": "n"
    case "ò", "ó", "ô", "õ", "ö", "ø", "Ò", "Ó", "Ô", "Õ", "Ö", "Ø", "ō", "ő": "o"
    case "œ", "Œ": "oe"
    case "ř", "Ř": "r"
    case "ś", "ş", "š", "ș", "Ś", "Ş", "Š", "Ș": "s"
    case "ß": "ss"
    case "ţ", "ť", "ț", "Ţ", "Ť", "Ț": "t"
    case "ù", "ú", "û", "ü", "Ù", "Ú", "Û", "Ü", "ū", "ů", "ű": "u"
    case "ý", "ÿ", "Ý", "Ÿ": "y"
    case "ź", "ż", "ž", "Ź", "Ż", "Ž": "z"
    case _: nil
    }
}
