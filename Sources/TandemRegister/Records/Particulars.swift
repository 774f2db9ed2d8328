package import TandemDomain

/// The language that a name is in.
package enum EntityNameLanguage: UInt8, CaseIterable, Sendable, Codable {
    case unknown = 0
    case french = 1
    case dutch = 2
    case german = 3
    case english = 4
}

/// What kind of name it is.
package enum NameType: UInt8, CaseIterable, Sendable, Codable {
    /// The name in the statutes (*maatschappelijke naam*), or that of a person.
    case legal = 1
    case abbreviation = 2
    case commercial = 3
    case branch = 4
}

/// A name (*benaming*).
package struct EntityName: Hashable, Sendable, Codable {
    package let text: String
    package let type: NameType
    package let language: EntityNameLanguage

    package init(text: String, type: NameType, language: EntityNameLanguage) {
        self.text = text
        self.type = type
        self.language = language
    }
}

/// What an address is the address of.
package enum AddressKind: String, CaseIterable, Sendable, Codable {
    /// The seat of a legal person (*zetel*).
    case seat
    case establishment
    case branch
    /// The oldest active branch.
    case oldestBranch = "oldest_branch"

    /// As the company register writes it.
    var code: StaticString {
        switch self {
        case .seat: "REGO"
        case .establishment: "BAET"
        case .branch: "ABBR"
        case .oldestBranch: "OBAD"
        }
    }
}

/// An address, as it stands in the company register: untidy, and in two languages.
package struct EntityAddress: Hashable, Sendable {
    package let kind: AddressKind
    private let texts: [AddressPart: String]
    /// The day on which the address was struck off by the office (*ambtshalve doorgehaald*).
    package let struckOff: Day?

    init(kind: AddressKind, texts: [AddressPart: String], struckOff: Day?) {
        self.kind = kind
        self.texts = texts
        self.struckOff = struckOff
    }

    package subscript(part: AddressPart) -> String? { texts[part] }

    /// Whether it lies in Belgium: no country is named.
    package var isBelgian: Bool { texts[.countryDutch] == nil && texts[.countryFrench] == nil }

    /// `Stationsstraat(MER) 12 bus 3, 9090 Melle`: in Dutch where it can.
    package var line: String {
        let street = texts[.streetDutch] ?? texts[.streetFrench]
        let box = texts[.box].map { "bus \($0)" }
        let town = texts[.municipalityDutch] ?? texts[.municipalityFrench]
        let parts = [
            [street, texts[.houseNumber], box], [texts[.postalCode], town],
            [texts[.countryDutch] ?? texts[.countryFrench]],
        ]
        return parts.map { $0.compactMap(\.self).joined(separator: " ") }.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

/// A part of an address, in the order of the columns of `address.csv`.
package enum AddressPart: Int, CaseIterable, Sendable {
    case countryDutch, countryFrench, postalCode, municipalityDutch, municipalityFrench, streetDutch, streetFrench
    case houseNumber, box, extra

    /// Whether it repeats the part before it in French.
    var isFrench: Bool { self == .countryFrench || self == .municipalityFrench || self == .streetFrench }
}

/// How somebody can be reached.
package enum ContactType: String, CaseIterable, Sendable, Codable {
    case telephone, email, web, fax

    /// As the company register writes it.
    var code: StaticString {
        switch self {
        case .telephone: "TEL"
        case .email: "EMAIL"
        case .web: "WEB"
        case .fax: "FAX"
        }
    }
}

/// A telephone number, e-mail address or website, as it was given.
package struct EntityContact: Hashable, Sendable, Codable {
    package let type: ContactType
    package let value: String

    package init(type: ContactType, value: String) {
        self.type = type
        self.value = value
    }
}

/// Whether an activity is the main one; each group and version has its own.
package enum Classification: UInt8, CaseIterable, Sendable, Codable {
    case main = 0
    case secondary = 1
    case ancillary = 2
}

/// What an enterprise or an establishment does, by one of the offices that register it.
package struct Activity: Hashable, Sendable {
    package let code: NaceCode
    /// Who registered it: 001 VAT, 003 business counter, 006 employers, 007 education.
    package let registrar: ActivityRegistrar
    package let classification: Classification
}

/// Who registered an activity (*activiteitengroep*): `006` is the office of social security, which knows employers.
package struct ActivityRegistrar: Hashable, Sendable, Comparable {
    package let number: UInt8

    package init(_ number: UInt8) { self.number = number }

    package static let vat = ActivityRegistrar(1)
    package static let businessCounter = ActivityRegistrar(3)
    package static let employers = ActivityRegistrar(6)
    package static let education = ActivityRegistrar(7)

    /// `006`, as the table of codes has it.
    package var code: String { number < 10 ? "00\(number)" : "0\(number)" }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.number < rhs.number }
}

/// Names, addresses, contacts and activities of an enterprise, an establishment or a branch.
package struct Particulars: Hashable, Sendable {
    package let names: [EntityName]
    package let addresses: [EntityAddress]
    package let contacts: [EntityContact]
    package let activities: [Activity]
}
