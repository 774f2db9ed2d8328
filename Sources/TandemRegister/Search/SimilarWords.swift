/// Finds the words that differ from a word by a typing error or two.
///
/// One error, in a word of four letters or more: every way to make it is looked up. Two errors, in a word of eight or
/// more for which nothing was found: the words that end like it, begin like it, or begin with one error, are compared.
struct SimilarWords {
    private let index: WordIndex
    private static let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)

    init(_ index: WordIndex) { self.index = index }

    /// The words and how many errors lie between, the fewest first; not the word itself.
    func similar(to word: [UInt8]) -> [(number: Int, errors: Int)] {
        guard word.count >= 4 else { return [] }
        let near = withOneError(word)
        if !near.isEmpty || word.count < 8 { return near.map { ($0, 1) } }
        return withTwoErrors(word).map { ($0, 2) }
    }

    private func withOneError(_ word: [UInt8]) -> [Int] {
        Set(variants(of: word).compactMap { index.number(of: $0[...]) }).sorted()
    }

    private func withTwoErrors(_ word: [UInt8]) -> [Int] {
        let half = word.count / 2
        let begin = Array(word.prefix(half))
        // One letter of the second half is left out, because two neighbours may be swapped across the middle.
        var near = Set(index.words(endingWith: word.suffix(word.count - half - 1)).map(Int.init))
        for begin in [begin] + variants(of: begin) { near.formUnion(index.words(startingWith: begin[...])) }
        return near.filter { number in
            abs(index.length(number) - word.count) <= 2 && editDistance(word[...], index.word(number)) <= 2
        }
        .sorted()
    }

    /// All that one error makes of some letters: one changed, left out or put in, or two neighbours swapped.
    private func variants(of word: [UInt8]) -> [[UInt8]] {
        var variants: [[UInt8]] = []
        for place in word.indices {
            for letter in Self.letters where letter != word[place] {
                var variant = word
                variant[place] = letter
                variants.append(variant)
            }
            variants.append(Array(word[..<place] + word[(place + 1)...]))
            if place + 1 < word.count, word[place] != word[place + 1] {
                var variant = word
                variant.swapAt(place, place + 1)
                variants.append(variant)
            }
        }
        for place in 0...word.count {
            for letter in Self.letters { variants.append(Array(word[..<place] + [letter] + word[place...])) }
        }
        return variants
    }
}

/// How many errors lie between two words: a letter changed, put in or left out, or two neighbours swapped.
func editDistance(_ word: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Int {
    let (first, second) = withoutCommonEnds(word, other)
    guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
    var beforeLast = [Int](repeating: 0, count: first.count + 1)
    var last = Array(0...first.count)
    for line in 1...second.count {
        var row = [line] + [Int](repeating: 0, count: first.count)
        for column in 1...first.count {
            let isSame = first[column - 1] == second[line - 1]
            row[column] = min(last[column - 1] + (isSame ? 0 : 1), last[column] + 1, row[column - 1] + 1)
            if line > 1, column > 1, first[column - 1] == second[line - 2], first[column - 2] == second[line - 1] {
                row[column] = min(row[column], beforeLast[column - 2] + 1)
            }
        }
        (beforeLast, last) = (last, row)
    }
    return last[first.count]
}

private func withoutCommonEnds(_ word: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> ([UInt8], [UInt8]) {
    var (first, second) = (word, other)
    while let letter = first.first, letter == second.first {
        first.removeFirst()
        second.removeFirst()
    }
    while let letter = first.last, letter == second.last {
        first.removeLast()
        second.removeLast()
    }
    return (Array(first), Array(second))
}
