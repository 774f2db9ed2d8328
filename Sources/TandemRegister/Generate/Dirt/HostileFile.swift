/// A file of a hostile extract while faults are put into it, line by line.
struct HostileFile {
    let name: String
    /// Without their line feeds; the header is the first.
    private(set) var lines: [[UInt8]]
    var startsWithMark = false
    var lineEnd = Array("\n".utf8)
    var lacksLastLineEnd = false

    init(name: String, bytes: [UInt8]) {
        self.name = name
        lines = bytes.split(separator: UInt8(ascii: "\n")).map(Array.init)
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = startsWithMark ? [0xEF, 0xBB, 0xBF] : []
        for (index, line) in lines.enumerated() {
            bytes += line
            if !lacksLastLineEnd || index < lines.count - 1 { bytes += lineEnd }
        }
        return bytes
    }

    /// Changes a line; lines count from 1, as in a text editor.
    mutating func change(line: Int, _ change: (inout [UInt8]) -> Void) { change(&lines[line - 1]) }

    mutating func insert(_ text: [UInt8], asLine line: Int) { lines.insert(text, at: line - 1) }

    /// The fields of a line of a clean file, with their quotes.
    func fields(ofLine line: Int) -> [String] {
        String(decoding: lines[line - 1], as: UTF8.self).split(separator: ",", omittingEmptySubsequences: false)
            .map(String.init)
    }

    /// Replaces a field; a clean file has no comma inside the fields that this is used for.
    mutating func set(_ field: Int, ofLine line: Int, to text: String) {
        var fields = fields(ofLine: line)
        fields[field] = text
        lines[line - 1] = Array(fields.joined(separator: ",").utf8)
    }
}
