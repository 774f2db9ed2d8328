import Testing

@testable import TandemRegister

@Suite struct `Words with typing errors` {
    private let seed = UInt64.random(in: .min ... .max)

    private func word(_ random: inout SeededNumbers) -> [UInt8] {
        (0..<Int.random(in: 2...11, using: &random)).map { _ in Array("abcde".utf8).randomElement(using: &random) ?? 97
        }
    }

    private func sorted(_ words: [[UInt8]]) -> WordIndex {
        var table = WordTable()
        for word in words { _ = table.number(of: word[...]) }
        return WordIndex.sorting(table).index
    }

    @Test func `are found where a comparison with every word finds them`() {
        var random = SeededNumbers(seed)
        for _ in 0..<30 {
            let words = (0..<300).map { _ in word(&random) }
            let index = sorted(words)
            for _ in 0..<20 {
                let asked = word(&random)
                let distances = (0..<index.count).map { editDistance(asked[...], index.word($0)) }
                let one = distances.indices.filter { distances[$0] == 1 }
                let two = distances.indices.filter { distances[$0] > 0 && distances[$0] <= 2 }
                let expected = asked.count < 4 ? [] : !one.isEmpty || asked.count < 8 ? one : two
                let found = SimilarWords(index).similar(to: asked).map(\.number).sorted()
                let exact = index.number(of: asked[...]).map { [$0] } ?? []
                #expect(found.filter { !exact.contains($0) } == expected, "\(asked), seed \(seed)")
            }
        }
    }

    @Test func `lie as far apart as the fewest errors between them`() {
        let cases: [(String, String, Int)] = [
            ("", "", 0), ("a", "", 1), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "abcd", 1),
            ("janssens", "jansens", 1), ("peeters", "pieters", 1), ("kitten", "sitting", 3), ("abcd", "badc", 2),
        ]
        for (first, second, errors) in cases {
            #expect(editDistance(Array(first.utf8)[...], Array(second.utf8)[...]) == errors, "\(first) \(second)")
            #expect(editDistance(Array(second.utf8)[...], Array(first.utf8)[...]) == errors, "\(second) \(first)")
        }
    }

    @Test func `begin and end as they are asked to`() {
        var random = SeededNumbers(seed)
        let index = sorted((0..<500).map { _ in word(&random) })
        let words = (0..<index.count).map { Array(index.word($0)) }
        for _ in 0..<200 {
            let part = Array(word(&random).prefix(3))
            let begun = index.words(startingWith: part[...]).map { words[$0] }
            #expect(begun == words.filter { $0.starts(with: part) }, "seed \(seed)")
            let ended = index.words(endingWith: part[...]).map { words[Int($0)] }
            #expect(Set(ended) == Set(words.filter { $0.reversed().starts(with: part.reversed()) }), "seed \(seed)")
        }
    }
}

@Suite struct `A folded name` {
    static let cases: [(String, String)] = [
        ("\"S.A. d'Été & Cie\"", "dete cie"), ("B.V.B.A. De Smet", "de smet"), ("J.P. Janssens", "jp janssens"),
        ("Œuvre Straße Łódź", "oeuvre strasse lodz"), ("BV", "bv"), ("3M-Belgium NV", "3m belgium"), ("", ""),
        ("  ...  ", ""), ("L’Étoile", "letoile"), ("Αθήνα", "αθήνα"), ("a.b c.d.", "ab cd"),
    ]

    @Test(arguments: cases)
    func `has small plain letters, and no legal form`(_ name: String, _ expected: String) {
        var folding = NameFolding()
        folding.fold(name)
        let words = folding.tellingWords.map { String(decoding: $0, as: UTF8.self) }
        #expect(words.joined(separator: " ") == expected)
    }
}
