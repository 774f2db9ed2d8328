/// A part of the index: some entities in slots, sorted by place and number, and what they can be found by.
///
/// Slots sorted by place make every question about the map a question about a few spans of slots.
struct Segment: Sendable, Equatable {
    /// The number of the entity in each slot.
    let stems: [UInt32]
    /// Where the slots of each place start; the last place is the one of those without a point.
    let placeStarts: [UInt32]
    let flags: [EntityFlags]
    /// The place of its name among all names; comparable between segments.
    let ranks: [UInt32]
    /// How many words each has in its names, at most 255.
    let wordCounts: [UInt8]
    /// The codes of activities that occur, sorted.
    let codes: [UInt32]
    let byCode: Postings
    let words: WordIndex
    let byWord: Postings

    var count: Int { stems.count }

    /// The slots of one place.
    func span(ofPlace place: Int) -> Range<UInt32> {
        guard place + 1 < placeStarts.count else { return 0..<0 }
        return placeStarts[place]..<placeStarts[place + 1]
    }

    /// The keys of all codes that a code contains.
    func codeKeys(in code: NaceCode) -> Range<Int> {
        let span = code.span
        return lowerBound(codes[...], span.lowerBound)..<lowerBound(codes[...], span.upperBound)
    }
}

/// What is asked of an entity while searching.
struct EntityFlags: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    static let establishment = EntityFlags(rawValue: 1)
    /// It, its enterprise or one of its establishments is known as an employer.
    static let employer = EntityFlags(rawValue: 2)
    /// It is registered as an institution of education.
    static let education = EntityFlags(rawValue: 4)
    static let naturalPerson = EntityFlags(rawValue: 8)
}
