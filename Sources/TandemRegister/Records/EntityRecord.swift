internal import TandemDomain

/// Names, addresses, contacts and activities, packed one behind another as the file keeps them.
///
/// Three sections with their length before them, then the activities; a section is its rows one behind another.
struct EntityRecord: Hashable {
    var names: [UInt8] = []
    var addresses: [UInt8] = []
    var contacts: [UInt8] = []
    var activities: [UInt8] = []

    init() {}

    /// Takes back what ``packed`` gave.
    init(_ bytes: [UInt8]) {
        var reader = PackedReader(bytes[...])
        names = Array(reader.text())
        addresses = Array(reader.text())
        contacts = Array(reader.text())
        activities = Array(bytes[reader.index...])
    }

    var packed: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(names.count + addresses.count + contacts.count + activities.count + 6)
        for section in [names, addresses, contacts] {
            bytes.append(varint: section.count)
            bytes.append(contentsOf: section)
        }
        bytes.append(contentsOf: activities)
        return bytes
    }

    /// Empties it, keeping its memory.
    mutating func removeAll() {
        names.removeAll(keepingCapacity: true)
        addresses.removeAll(keepingCapacity: true)
        contacts.removeAll(keepingCapacity: true)
        activities.removeAll(keepingCapacity: true)
    }

    /// Its rows as values.
    var particulars: Particulars {
        Particulars(
            names: PackedName.all(in: names[...]).map(\.name),
            addresses: PackedAddress.all(in: addresses[...]).map(\.address),
            contacts: PackedContact.all(in: contacts[...]),
            activities: PackedActivities.all(in: activities[...]).map(\.activity)
        )
    }
}

/// A name among packed bytes.
struct PackedName {
    let type: NameType
    let language: EntityNameLanguage
    let text: ArraySlice<UInt8>

    static func all(in section: ArraySlice<UInt8>) -> [PackedName] {
        var reader = PackedReader(section)
        var names: [PackedName] = []
        while !reader.isAtEnd {
            let head = reader.byte()
            names.append(
                PackedName(
                    type: NameType(rawValue: head >> 4) ?? .legal,
                    language: EntityNameLanguage(rawValue: head & 15) ?? .unknown,
                    text: reader.text()
                )
            )
        }
        return names
    }

    var name: EntityName {
        EntityName(text: String(decoding: text, as: UTF8.self), type: type, language: language)
    }
}

/// Which parts an address has, and which French part is as the Dutch one.
struct AddressParts: Hashable {
    private(set) var mask: UInt16 = 0

    private static let strikingOff: UInt16 = 1 << 10

    init(mask: UInt16 = 0) { self.mask = mask }

    mutating func insert(_ part: AddressPart) { mask |= 1 << UInt16(part.rawValue) }

    mutating func insert(repeated part: AddressPart) { mask |= Self.repeated(part) }

    mutating func insertStrikingOff() { mask |= Self.strikingOff }

    var hasStrikingOff: Bool { mask & Self.strikingOff != 0 }

    func contains(_ part: AddressPart) -> Bool { mask & 1 << UInt16(part.rawValue) != 0 }

    func isRepeated(_ part: AddressPart) -> Bool { mask & Self.repeated(part) != 0 }

    private static func repeated(_ part: AddressPart) -> UInt16 {
        switch part {
        case .countryFrench: 1 << 11
        case .municipalityFrench: 1 << 12
        case .streetFrench: 1 << 13
        case .countryDutch, .postalCode, .municipalityDutch, .streetDutch, .houseNumber, .box, .extra: 0
        }
    }
}

/// An address among packed bytes.
struct PackedAddress {
    let kind: AddressKind
    let texts: [AddressPart: ArraySlice<UInt8>]
    let struckOff: Int32?

    static func all(in section: ArraySlice<UInt8>) -> [PackedAddress] {
        var reader = PackedReader(section)
        var addresses: [PackedAddress] = []
        while !reader.isAtEnd { addresses.append(PackedAddress(&reader)) }
        return addresses
    }

    private init(_ reader: inout PackedReader) {
        let kinds = AddressKind.allCases
        kind = kinds[min(Int(reader.byte()), kinds.count - 1)]
        let parts = AddressParts(mask: UInt16(reader.byte()) | UInt16(reader.byte()) << 8)
        var texts: [AddressPart: ArraySlice<UInt8>] = [:]
        var previous: ArraySlice<UInt8>?
        for part in AddressPart.allCases {
            if parts.contains(part) { texts[part] = reader.text() }
            if parts.isRepeated(part) { texts[part] = previous }
            previous = texts[part]
        }
        self.texts = texts
        struckOff = parts.hasStrikingOff ? Int32(bitPattern: reader.uint32()) : nil
    }

    var address: EntityAddress {
        EntityAddress(
            kind: kind,
            texts: texts.mapValues { String(decoding: $0, as: UTF8.self) },
            struckOff: struckOff.map(Day.init(number:))
        )
    }
}

/// A contact among packed bytes.
enum PackedContact {
    static func all(in section: ArraySlice<UInt8>) -> [EntityContact] {
        var reader = PackedReader(section)
        var contacts: [EntityContact] = []
        let types = ContactType.allCases
        while !reader.isAtEnd {
            let type = types[min(Int(reader.byte()), types.count - 1)]
            contacts.append(EntityContact(type: type, value: String(decoding: reader.text(), as: UTF8.self)))
        }
        return contacts
    }
}

/// Activities among packed bytes: each code once, in four bytes with the number of its rows, then a byte for each row.
enum PackedActivities {
    /// Writes entries that are sorted, each once, and counts those that were there twice.
    static func write(_ entries: [ActivityEntry], to target: inout [UInt8]) -> Int {
        var (duplicates, index, last) = (0, 0, UInt64.max)
        while index < entries.count {
            let code = entries[index].packed >> 7
            var rows: [UInt8] = []
            while index < entries.count, entries[index].packed >> 7 == code, rows.count < 7 {
                let packed = entries[index].packed
                if packed == last { duplicates += 1 } else { rows.append(UInt8(packed & 127)) }
                last = packed
                index += 1
            }
            guard !rows.isEmpty else { continue }
            target.append(int32: Int32(bitPattern: UInt32(code) | UInt32(rows.count) << 29))
            target.append(contentsOf: rows)
        }
        return duplicates
    }

    static func all(in section: ArraySlice<UInt8>) -> [ActivityEntry] {
        var entries: [ActivityEntry] = []
        forEachCode(in: section) { code, rows in
            entries += rows.map { ActivityEntry(packed: UInt64(code.packed) << 7 | UInt64($0)) }
        }
        return entries
    }

    /// Hands over each code with its rows; a code with more than seven rows comes again.
    static func forEachCode(in section: ArraySlice<UInt8>, _ body: (NaceCode, ArraySlice<UInt8>) -> Void) {
        var reader = PackedReader(section)
        while !reader.isAtEnd {
            let head = reader.uint32()
            body(NaceCode(packed: head & 0x1FFF_FFFF), reader.slice(Int(head >> 29)))
        }
    }
}

extension ActivityEntry {
    var activity: Activity { Activity(code: code, registrar: ActivityRegistrar(group), classification: classification) }
}
