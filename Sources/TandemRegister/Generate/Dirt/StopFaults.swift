/// What makes a whole extract unreadable: a reader stops, and keeps the register that it had.
enum StopFault: String, CaseIterable, Sendable {
    case wrongHeader, missingFile, emptyFile, numberDisagrees, typeDisagrees, missingMeta, endsInsideQuotes
    case truncatedZip, notAZip, pathOutside

    var detail: String {
        switch self {
        case .wrongHeader: "two columns have changed places"
        case .missingFile: "the file is not there"
        case .emptyFile: "the file has no bytes, not even a header"
        case .numberDisagrees: "ExtractNumber is not the number in the name"
        case .typeDisagrees: "ExtractType says update, the name says Full"
        case .missingMeta: "the file is not there"
        case .endsInsideQuotes: "the file ends in the middle of a row"
        case .truncatedZip: "the second half of the zip is missing"
        case .notAZip: "the file is text"
        case .pathOutside: "the zip holds a file named ../outside.csv"
        }
    }

    /// The file that is wrong; nothing where it is the extract itself.
    var file: String? {
        switch self {
        case .wrongHeader: "contact.csv"
        case .missingFile: "address.csv"
        case .emptyFile, .endsInsideQuotes: "activity.csv"
        case .numberDisagrees, .typeDisagrees, .missingMeta: "meta.csv"
        case .truncatedZip, .notAZip: nil
        case .pathOutside: "../outside.csv"
        }
    }

    var line: Int? {
        switch self {
        case .wrongHeader: 1
        case .typeDisagrees: 4
        case .numberDisagrees: 5
        case .missingFile, .emptyFile, .missingMeta, .endsInsideQuotes, .truncatedZip, .notAZip, .pathOutside: nil
        }
    }

    /// Some exist in a zip alone.
    var needsZip: Bool {
        switch self {
        case .truncatedZip, .notAZip, .pathOutside: true
        case .wrongHeader, .missingFile, .emptyFile, .numberDisagrees, .typeDisagrees, .missingMeta, .endsInsideQuotes:
            false
        }
    }

    /// Changes the files of a clean extract.
    func apply(to files: inout [(name: String, bytes: [UInt8])], number: Int) {
        switch self {
        case .wrongHeader:
            let columns = RegisterTable.contact.columns
            let header = RegisterTable.header([columns[0], columns[2], columns[1], columns[3]])
            change(&files) { $0.replaceSubrange(0..<header.count, with: header) }
        case .missingFile, .missingMeta: files.removeAll { $0.name == file }
        case .emptyFile: change(&files) { $0 = [] }
        case .endsInsideQuotes: change(&files) { $0.removeLast(4) }
        case .numberDisagrees: replace("\"\(number)\"", with: "\"\(number + 1)\"", in: &files)
        case .typeDisagrees: replace("\"full\"", with: "\"update\"", in: &files)
        case .pathOutside: files.append(("../outside.csv", Array("\"Id\"\n".utf8)))
        case .truncatedZip, .notAZip: break
        }
    }

    private func change(_ files: inout [(name: String, bytes: [UInt8])], _ change: (inout [UInt8]) -> Void) {
        for index in files.indices where files[index].name == file { change(&files[index].bytes) }
    }

    private func replace(_ old: String, with new: String, in files: inout [(name: String, bytes: [UInt8])]) {
        change(&files) { bytes in
            bytes = Array(String(decoding: bytes, as: UTF8.self).replacing(old, with: new).utf8)
        }
    }
}
