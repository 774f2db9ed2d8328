/// The faults inside the files of a hostile extract: what they are, what a reader should do, and how they are made.
struct RowFault: Sendable {
    let kind: String
    let effect: Effect
    let detail: String
    private let make: @Sendable (inout HostileFile, _ line: Int) -> Void

    /// What a reader should do with it.
    enum Effect: String, Sendable {
        case repair, refuse, stop
    }

    init(
        _ kind: String,
        _ effect: Effect,
        _ detail: String,
        _ make: @escaping @Sendable (inout HostileFile, _ line: Int) -> Void
    ) {
        self.kind = kind
        self.effect = effect
        self.detail = detail
        self.make = make
    }

    func apply(to file: inout HostileFile, line: Int) { make(&file, line) }

    /// A fault that one replaced field makes.
    private static func field(
        _ kind: String,
        _ effect: Effect,
        _ column: Int,
        _ text: String,
        _ detail: String
    ) -> Self {
        Self(kind, effect, detail) { file, line in file.set(column, ofLine: line, to: text) }
    }

    private static let badCheckDigits = Self("badCheckDigits", .refuse, "the last digit is another") { file, line in
        file.change(line: line) { bytes in
            guard let end = bytes.dropFirst().firstIndex(of: UInt8(ascii: "\"")) else { return }
            bytes[end - 1] = UInt8(ascii: "0") + (bytes[end - 1] - UInt8(ascii: "0") + 1) % 10
        }
    }

    /// A number that is right and that the extract does not hold.
    private static let nobody = "\"0199.999.944\""
    private static let orphanRow = field("orphanRow", .refuse, 0, nobody, "nobody has this number")

    private static let tooFewFields = Self("tooFewFields", .refuse, "the last two fields are missing") { file, line in
        let fields = file.fields(ofLine: line)
        file.change(line: line) { $0 = Array(fields.dropLast(2).joined(separator: ",").utf8) }
    }

    private static let tooManyFields = Self("tooManyFields", .refuse, "there is a field too many") { file, line in
        file.change(line: line) { $0 += Array(",\"extra\"".utf8) }
    }

    private static let blankLine = Self("blankLine", .repair, "the line is empty") { file, line in
        file.insert([], asLine: line)
    }

    private static let repeatedKey = Self("repeatedKey", .refuse, "the number stands above already") { file, line in
        let first = file.fields(ofLine: line - 1)[0]
        file.set(0, ofLine: line, to: first)
    }

    private static let withoutQuotes = Self("withoutQuotes", .repair, "the texts have no quotes") { file, line in
        file.change(line: line) { bytes in bytes.removeAll { $0 == UInt8(ascii: "\"") } }
    }

    private static func inLastField(_ kind: String, _ detail: String, _ bytes: [UInt8]) -> Self {
        Self(kind, .refuse, detail) { file, line in
            file.change(line: line) { $0.insert(contentsOf: bytes, at: $0.count - 1) }
        }
    }

    private static let unclosedQuote = Self("unclosedQuote", .refuse, "the field runs on into the next line") {
        file,
        line in
        file.change(line: line) { $0.removeLast() }
    }

    /// By file, in the order of their lines.
    static let byTable: [RegisterTable: [RowFault]] = [
        .enterprise: [
            badCheckDigits, field("wrongStart", .refuse, 0, "\"7000.000.050\"", "no company number starts with 7"),
            field("noSuchDay", .refuse, 6, "31-02-2020", "February has no 31st"),
            field("otherDateFormat", .refuse, 6, "2020-02-28", "a day is written dd-mm-yyyy"),
            tooFewFields, tooManyFields, repeatedKey, blankLine,
            field("lostZeros", .repair, 2, "\"0\"", "a spreadsheet made 0 of 000"), withoutQuotes,
            field("emptyKey", .refuse, 0, "", "there is no number"),
        ],
        .establishment: [
            badCheckDigits, field("orphanEstablishment", .refuse, 2, nobody, "its enterprise does not exist"),
            repeatedKey,
        ],
        .denomination: [
            inLastField("bareQuote", "a quote inside is not doubled", Array("\" x".utf8)),
            inLastField("invalidUTF8", "the bytes C3 28 are no character", [0xC3, 0x28]),
            inLastField("zeroByte", "there is a byte 0", [0]),
            inLastField(
                "longName",
                "a name of 5,000 characters, where the register has at most 320",
                Array(repeating: UInt8(ascii: "x"), count: 5000)
            ),
            field("unknownLanguage", .refuse, 1, "\"9\"", "no language has this code"), orphanRow,
            field("lostZeros", .repair, 2, "1", "a spreadsheet made 1 of 001"), unclosedQuote,
        ],
        .address: [
            orphanRow, badCheckDigits, field("unknownType", .refuse, 1, "\"HUIS\"", "no type of address has this code"),
            field("noSuchDay", .refuse, 12, "00-00-0000", "no day"), withoutQuotes,
        ],
        .contact: [orphanRow, field("unknownType", .refuse, 2, "\"TELEX\"", "no type of contact"), tooFewFields],
        .activity: [
            field("unknownVersion", .refuse, 2, "\"2030\"", "no version of NACE"),
            field("unknownCode", .refuse, 3, "\"4A211\"", "not in the code list"), orphanRow, badCheckDigits,
            tooManyFields,
            field("unknownGroup", .refuse, 1, "\"042\"", "no activity group"),
            field("lostZeros", .repair, 1, "3", "a spreadsheet made 3 of 003"),
        ],
    ]
}
