/// The word of `candidates` most like `word`, for “did you mean …?”; nothing where none is near.
///
/// Near is at most two letters changed, put in or left out, in long words a third of them, and never all of them;
/// capitals do not count.
package func nearest(_ word: String, among candidates: [String]) -> String? {
    let typed = Array(word.lowercased())
    let limit = min(max(2, typed.count / 3), typed.count - 1)
    let near = candidates.map { (word: $0, distance: editDistance(typed, Array($0.lowercased()))) }
        .filter { $0.distance <= limit }
    return near.min { $0.distance < $1.distance }?.word
}

/// How many letters to change, put in or leave out to turn one word into the other (Levenshtein).
func editDistance(_ first: [Character], _ second: [Character]) -> Int {
    var row = Array(0...second.count)
    for (index, letter) in first.enumerated() {
        var diagonal = row[0]
        row[0] = index + 1
        for (column, other) in second.enumerated() {
            let change = diagonal + (letter == other ? 0 : 1)
            diagonal = row[column + 1]
            row[column + 1] = min(change, diagonal + 1, row[column] + 1)
        }
    }
    return row[second.count]
}
