/// Takes the rows of `denomination.csv`.
struct NameSink: RowSink {
    static let columns = ["EntityNumber", "Language", "TypeOfDenomination", "Denomination"]

    let known: NumberSet
    private(set) var rows = PackedRows()
    private var text: [UInt8] = []

    init(known: NumberSet, expectedBytes: Int = 0) {
        self.known = known
        rows.reserve(bytes: expectedBytes / 2, rows: expectedBytes / 44)
    }

    mutating func take(_ row: Row, _ tally: inout TableTally) throws(FieldRefusal) -> Bool {
        let stem = try row.known(0, in: known, &tally)
        let type = try row.code(2, in: 1...4, &tally)
        text.removeAll(keepingCapacity: true)
        guard try row.append(3, to: &text, &tally) > 0 else { throw FieldRefusal(.empty, 3) }
        let isSpoken = row[1].count == 1 && row[1][0].digit <= 4
        if !isSpoken { tally.add(.code) }
        rows.add(stem) { bytes in
            bytes.append(UInt8(type) << 4 | (isSpoken ? row[1][0].digit : 0))
            bytes.append(varint: text.count)
            bytes.append(contentsOf: text)
        }
        return true
    }
}

/// Takes the rows of `address.csv`.
struct AddressSink: RowSink {
    static let columns = [
        "EntityNumber", "TypeOfAddress", "CountryNL", "CountryFR", "Zipcode", "MunicipalityNL", "MunicipalityFR",
        "StreetNL", "StreetFR", "HouseNumber", "Box", "ExtraAddressInfo", "DateStrikingOff",
    ]

    let known: NumberSet
    private(set) var rows = PackedRows()
    private var text: [UInt8] = []

    init(known: NumberSet, expectedBytes: Int = 0) {
        self.known = known
        rows.reserve(bytes: expectedBytes * 3 / 5, rows: expectedBytes / 95)
    }

    mutating func take(_ row: Row, _ tally: inout TableTally) throws(FieldRefusal) -> Bool {
        let stem = try row.known(0, in: known, &tally)
        guard let kind = AddressKind.allCases.firstIndex(where: { row[1].equals($0.code) }) else {
            throw FieldRefusal(.unknownCode, 1)
        }
        text.removeAll(keepingCapacity: true)
        let struckOff = row[12].day(&tally)
        var parts = try packTexts(of: row, &tally)
        if struckOff != nil { parts.insertStrikingOff() }
        rows.add(stem) { bytes in
            bytes.append(UInt8(kind))
            bytes.append(contentsOf: [UInt8(truncatingIfNeeded: parts.mask), UInt8(parts.mask >> 8)])
            bytes.append(contentsOf: text)
            if let struckOff { bytes.append(int32: struckOff) }
        }
        return true
    }

    /// Writes the texts that are there to `text`, and says which; a French text like the Dutch is not written again.
    private mutating func packTexts(of row: Row, _ tally: inout TableTally) throws(FieldRefusal) -> AddressParts {
        var parts = AddressParts()
        var field: [UInt8] = []
        var dutch: [UInt8] = []
        for part in AddressPart.allCases {
            field.removeAll(keepingCapacity: true)
            guard try row.append(part.rawValue + 2, to: &field, &tally) > 0 else {
                dutch = []
                continue
            }
            if part.isFrench, field == dutch {
                parts.insert(repeated: part)
            } else {
                parts.insert(part)
                text.append(varint: field.count)
                text.append(contentsOf: field)
            }
            dutch = field
        }
        return parts
    }
}

/// Takes the rows of `contact.csv`.
struct ContactSink: RowSink {
    static let columns = ["EntityNumber", "EntityContact", "ContactType", "Value"]

    let known: NumberSet
    private(set) var rows = PackedRows()
    private var text: [UInt8] = []

    init(known: NumberSet, expectedBytes: Int = 0) {
        self.known = known
        rows.reserve(bytes: expectedBytes * 2 / 3, rows: expectedBytes / 46)
    }

    mutating func take(_ row: Row, _ tally: inout TableTally) throws(FieldRefusal) -> Bool {
        let stem = try row.known(0, in: known, &tally)
        guard ["ENT", "EST", "BRA"].contains(where: { row[1].equals($0) }) else { throw FieldRefusal(.unknownCode, 1) }
        guard let type = ContactType.allCases.firstIndex(where: { row[2].equals($0.code) }) else {
            throw FieldRefusal(.unknownCode, 2)
        }
        text.removeAll(keepingCapacity: true)
        guard try row.append(3, to: &text, &tally) > 0 else { throw FieldRefusal(.empty, 3) }
        rows.add(stem) { bytes in
            bytes.append(UInt8(type))
            bytes.append(varint: text.count)
            bytes.append(contentsOf: text)
        }
        return true
    }
}
