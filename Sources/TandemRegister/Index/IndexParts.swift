internal import TandemSQL

/// Writes a segment to the file of the register and reads it back, array by array.
enum IndexParts {
    private static let longestPart = 1 << 24

    static func write(_ segment: Segment, fingerprint: UInt64, to session: any SQLSession) throws {
        try session.run(IndexStatements.deleteParts)
        try write("stems", segment.stems, to: session)
        try write("place_starts", segment.placeStarts, to: session)
        try write("flags", segment.flags.map(\.rawValue), to: session)
        try write("ranks", segment.ranks, to: session)
        try write("word_counts", segment.wordCounts, to: session)
        try write("codes", segment.codes, to: session)
        try write("code_starts", segment.byCode.starts, to: session)
        try write("code_slots", segment.byCode.slots, to: session)
        try write("word_bytes", segment.words.bytes, to: session)
        try write("word_starts", segment.words.starts, to: session)
        try write("word_endings", segment.words.byEnding, to: session)
        try write("name_starts", segment.byWord.starts, to: session)
        try write("name_slots", segment.byWord.slots, to: session)
        try write("places", [UInt32(truncatingIfNeeded: fingerprint), UInt32(fingerprint >> 32)], to: session)
    }

    /// - Throws: ``SQLError``, also where the index was made with other places.
    static func read(fingerprint: UInt64, from session: any SQLSession) throws -> Segment {
        let places: [UInt32] = try read("places", from: session)
        guard places == [UInt32(truncatingIfNeeded: fingerprint), UInt32(fingerprint >> 32)] else {
            throw SQLError.unexpectedRow("the index was made with other places; import a Full")
        }
        let flags: [UInt8] = try read("flags", from: session)
        return Segment(
            stems: try read("stems", from: session),
            placeStarts: try read("place_starts", from: session),
            flags: flags.map(EntityFlags.init(rawValue:)),
            ranks: try read("ranks", from: session),
            wordCounts: try read("word_counts", from: session),
            codes: try read("codes", from: session),
            byCode: try postings("code", from: session),
            words: try words(session),
            byWord: try postings("name", from: session)
        )
    }

    private static func words(_ session: any SQLSession) throws -> WordIndex {
        WordIndex(
            bytes: try read("word_bytes", from: session),
            starts: try read("word_starts", from: session),
            byEnding: try read("word_endings", from: session)
        )
    }

    private static func postings(_ name: String, from session: any SQLSession) throws -> Postings {
        Postings(
            starts: try read(name + "_starts", from: session),
            slots: try read(name + "_slots", from: session)
        )
    }

    /// The numbers in the index, for whoever wants nothing else of it.
    static func stems(_ session: any SQLSession) throws -> [UInt32] { try read("stems", from: session) }

    static func ranks(_ session: any SQLSession) throws -> [UInt32] { try read("ranks", from: session) }

    private static func write<Number: FixedWidthInteger>(
        _ name: String,
        _ numbers: [Number],
        to session: any SQLSession
    ) throws {
        let perPart = longestPart / MemoryLayout<Number>.size
        for (part, start) in stride(from: 0, to: max(numbers.count, 1), by: perPart).enumerated() {
            let slice = numbers[start..<min(start + perPart, numbers.count)]
            let bytes = slice.withUnsafeBytes { [UInt8]($0) }
            try session.run(IndexStatements.insert(name, part: part, bytes))
        }
    }

    private static func read<Number: FixedWidthInteger>(
        _ name: String,
        from session: any SQLSession
    ) throws -> [Number] {
        var numbers: [Number] = []
        try session.forEachRow(IndexStatements.parts(of: name)) { row in
            let bytes = try row.blob(0)
            let count = bytes.count / MemoryLayout<Number>.size
            numbers += [Number](unsafeUninitializedCapacity: count) { buffer, filled in
                UnsafeMutableRawBufferPointer(buffer)
                    .copyBytes(from: bytes.prefix(count * MemoryLayout<Number>.size))
                filled = count
            }
        }
        return numbers
    }
}
