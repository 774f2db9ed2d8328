/// What a form sent: texts and files by the name of their field.
package struct FormData: Hashable, Sendable {
    package private(set) var values: [String: [String]]
    package private(set) var files: [String: [UploadedFile]]

    package init(values: [String: [String]] = [:], files: [String: [UploadedFile]] = [:]) {
        self.values = values
        self.files = files
    }

    /// What was typed in a field, without the white space around it; empty where it was not sent.
    package subscript(field: String) -> String { Self.trimmed(values[field]?.first ?? "") }

    /// Every value of a field: the boxes that were ticked.
    package func all(_ field: String) -> [String] { values[field] ?? [] }

    /// Whether a box was ticked or a button pressed.
    package func has(_ field: String) -> Bool { values[field] != nil }

    /// The first file of a field; a field left empty has none.
    package func file(_ field: String) -> UploadedFile? { files[field]?.first }

    /// Takes a value, without the characters that nobody sees and not every database holds.
    mutating func append(_ value: String, to field: String) {
        values[field, default: []].append(value.withoutControls { "\t\n\r".unicodeScalars.contains($0) })
    }

    mutating func append(_ file: UploadedFile, to field: String) {
        let name = file.name.withoutControls { _ in false }
        files[field, default: []].append(UploadedFile(name: name, bytes: file.bytes))
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}

/// A file as a visitor sent it; neither its name nor its content can be trusted.
package struct UploadedFile: Hashable, Sendable {
    /// The last part of the name on the visitor's computer.
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

extension String {
    /// The text without control characters, but for those that `isKept` names.
    fileprivate func withoutControls(butFor isKept: (Unicode.Scalar) -> Bool) -> String {
        func isSeen(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.generalCategory != .control || isKept(scalar)
        }
        if unicodeScalars.allSatisfy(isSeen) { return self }
        return String(UnicodeScalarView(unicodeScalars.filter(isSeen)))
    }
}
