internal import TandemDomain

/// The contacts of an entity: e-mail, telephone, web.
///
/// Addresses end in `.example`, which nobody can have; telephones begin with 0 behind the zone, as no subscriber's does.
struct ContactRows: Sendable {
    let state: RegisterState

    private static let kinds = ["ENT", "EST", "BRA"].map(Field.text)
    private static let email = Field.text("EMAIL")
    private static let telephone = Field.text("TEL")
    private static let web = Field.text("WEB")
    private static let fax = Field.text("FAX")
    /// Which types a body has together, as bits: e-mail 1, telephone 2, web 4.
    private static let sets = (bits: [1, 2, 4, 3, 5, 7, 6], table: AliasTable([42, 19, 6, 17, 8, 6, 2]))

    func append(_ entity: Entity, to row: inout RowWriter) {
        let revision = state.revision(of: .contact, entity)
        var random = state.population.random(.contact, entity, revision: revision)
        guard random.chance(revision > 0 ? 1 : share(of: entity)) else { return }
        let bits = Self.sets.bits[Self.sets.table.draw(&random)]
        let slug = 1000 + random.below(900_000)
        if bits & 1 != 0 { appendEmail(entity, slug, &random, to: &row) }
        if bits & 2 != 0 { appendTelephone(entity, &random, to: &row) }
        if bits & 4 != 0 { appendWeb(entity, slug, &random, to: &row) }
    }

    private func share(of entity: Entity) -> Double {
        let rates = state.population.rates.contact
        switch entity.kind {
        case .enterprise: return state.enterprise(entity.index).start.year >= 2019 ? rates.young : rates.old
        case .establishment: return rates.establishment
        case .branch: return rates.branch
        }
    }

    private var isReal: Bool { state.population.dirt == .real }

    private func begin(_ entity: Entity, _ type: [UInt8], to row: inout RowWriter) {
        row.number(state.population.number(of: entity))
        row.raw(Self.kinds[entity.kind.rawValue])
        row.raw(type)
    }

    private func end(_ random: inout EntityRandom, _ row: inout RowWriter) {
        row.scratchText()
        row.endRow(isRepeated: isReal && random.chance(DirtRates.repeatedRow))
    }

    private func appendEmail(_ entity: Entity, _ slug: Int, _ random: inout EntityRandom, to row: inout RowWriter) {
        begin(entity, Self.email, to: &row)
        row.scratch += Array("info@firma".utf8)
        row.scratch.append(number: slug)
        row.scratch += Array(".example".utf8)
        if isReal && random.chance(DirtRates.capitalEmail) {
            row.scratch = row.scratch.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) ? $0 & 0xDF : $0 }
            row.note(.capitalEmail)
        }
        end(&random, &row)
    }

    private func appendWeb(_ entity: Entity, _ slug: Int, _ random: inout EntityRandom, to row: inout RowWriter) {
        begin(entity, Self.web, to: &row)
        if isReal && random.chance(DirtRates.webWithScheme) {
            row.scratch += Array("https://".utf8)
            row.note(.webWithScheme)
        }
        row.scratch += Array("www.firma".utf8)
        row.scratch.append(number: slug)
        row.scratch += Array(".example".utf8)
        end(&random, &row)
    }

    private static let zones = [2, 3, 4, 9]
    /// Zone and digits in the layouts that people use; `#` is a digit, `z` the zone.
    private static let layouts = ["0z/0##.##.##", "0z 0## ## ##", "+32 z 0## ## ##", "0z-0###### ", "0z0######"]
        .map { Array($0.utf8) }

    private func appendTelephone(_ entity: Entity, _ random: inout EntityRandom, to row: inout RowWriter) {
        let isFax = isReal && random.chance(DirtRates.undocumentedFax)
        begin(entity, isFax ? Self.fax : Self.telephone, to: &row)
        if isFax { row.note(.undocumentedFax) }
        let isLoose = isReal && random.chance(DirtRates.looseTelephone)
        if isLoose { row.note(.looseTelephone) }
        let layout = isLoose ? Self.layouts[random.below(4)] : Self.layouts[4]
        let zone = Self.zones[random.below(Self.zones.count)]
        for byte in layout {
            switch byte {
            case UInt8(ascii: "#"): row.scratch.append(number: random.below(10))
            case UInt8(ascii: "z"): row.scratch.append(number: zone)
            case _: row.scratch.append(byte)
            }
        }
        end(&random, &row)
    }
}
