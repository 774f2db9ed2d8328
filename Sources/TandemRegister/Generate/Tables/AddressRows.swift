internal import TandemDomain

/// The address of an entity: the seat of a legal person, an establishment, a branch.
struct AddressRows: Sendable {
    let state: RegisterState

    private static let seat = Field.text("REGO")
    private static let establishment = Field.text("BAET")
    private static let branch = Field.text("ABBR")
    private static let struckOff = 0.013

    func append(_ entity: Entity, to row: inout RowWriter) {
        let revision = state.revision(of: .address, entity)
        var random = state.population.random(.address, entity, revision: revision)
        switch entity.kind {
        case .enterprise:
            let facts = state.enterprise(entity.index)
            if facts.isNatural { return }
            begin(entity, Self.seat, &row)
            if facts.isForeign {
                foreign.append(&random, to: &row)
            } else {
                belgian.append(place(facts.place, revision, &random), &random, to: &row)
            }
            end(after: facts.start, &random, &row)
        case .establishment:
            let facts = state.establishment(entity.index)
            begin(entity, Self.establishment, &row)
            if facts.sharesSeat && revision == 0 {
                random = state.population.random(.address, Entity(kind: .enterprise, index: facts.parent.index))
            }
            belgian.append(place(facts.place, revision, &random), &random, to: &row)
            end(after: facts.start, &random, &row)
        case .branch:
            begin(entity, Self.branch, &row)
            belgian.append(state.population.model.places.draw(&random), &random, to: &row)
            end(after: state.population.snapshot.adding(days: -4000), &random, &row)
        }
    }

    private var belgian: BelgianAddress { BelgianAddress(population: state.population) }
    private var foreign: ForeignAddress { ForeignAddress(population: state.population) }

    /// Who moves stays in the region.
    private func place(_ place: Int, _ revision: Int, _ random: inout EntityRandom) -> Int {
        revision == 0 ? place : state.population.model.places.draw(near: place, &random)
    }

    private func begin(_ entity: Entity, _ type: [UInt8], _ row: inout RowWriter) {
        row.number(state.population.number(of: entity))
        row.raw(type)
    }

    /// Ends the row with the date on which the address was struck off, which is empty nearly always.
    private func end(after start: Day, _ random: inout EntityRandom, _ row: inout RowWriter) {
        let open = max(1, state.population.snapshot.days(since: max(start, Day(number: 14_000))))
        if random.chance(Self.struckOff) {
            row.date(state.population.snapshot.adding(days: -random.below(open)))
        } else {
            row.absent()
        }
        let isReal = state.population.dirt == .real
        row.endRow(isRepeated: isReal && random.chance(DirtRates.repeatedRow))
    }
}

/// A Belgian address: both country columns empty, the municipality in the official language.
struct BelgianAddress: Sendable {
    let population: Population

    private static let marked = 0.15
    private static let extra = 0.02
    private static let lettered = 0.04
    private static let box = (city: 0.14, elsewhere: 0.034)

    func append(_ index: Int, _ random: inout EntityRandom, to row: inout RowWriter) {
        let place = population.model.places.places[index]
        let isReal = population.dirt == .real
        row.absent()
        row.absent()
        row.text(place.postcode)
        if isReal && !place.former.isEmpty && random.chance(DirtRates.formerMunicipality) {
            row.text(place.former)
            row.text(place.former)
            row.note(.formerMunicipality)
        } else {
            row.text(place.dutch)
            row.text(place.french)
        }
        appendStreet(place, &random, to: &row)
        appendHouse(isReal, &random, to: &row)
        appendBox(place, isReal, &random, to: &row)
        if random.chance(Self.extra) {
            row.text(population.words.extra.draw(place.language, &random))
        } else {
            row.absent()
        }
    }

    /// In both languages where both are official, in the one language twice elsewhere.
    private func appendStreet(_ place: Place, _ random: inout EntityRandom, to row: inout RowWriter) {
        let words = population.words
        let street = words.streets[random.below(words.streets.count)]
        let kind = words.streetKinds.kinds[words.streetKinds.table.draw(&random)]
        let prefix = Self.prefixes[random.chance(0.25) ? 1 + random.below(Self.prefixes.count - 1) : 0]
        let mark = random.chance(Self.marked) ? [UInt8(ascii: "(")] + place.mark + [UInt8(ascii: ")")] : []
        let columns: [NameLanguage] =
            place.isBilingual
            ? [.dutch, .french] : place.language == .french ? [.french, .french] : [.dutch, .dutch]
        for column in columns {
            if column == .french {
                row.scratch += kind.french
                row.scratch.append(UInt8(ascii: " "))
                row.scratch += prefix.french
                row.scratch += street.french
            } else {
                row.scratch += prefix.dutch
                row.scratch += street.dutch
                row.scratch += kind.dutch
            }
            row.scratch += mark
            row.scratchText()
        }
    }

    private static let prefixes = [("", ""), ("Oude ", "Vieille "), ("Nieuwe ", "Nouvelle "), ("Kleine ", "Petite ")]
        .map { (dutch: Array($0.0.utf8), french: Array($0.1.utf8)) }

    private static let oddNumbers = ["ZN", "Z/N", "SN", "-", "///", "3+", "1/5", "17-19", "30 A", "30a", "12 bis"]
        .map { Array($0.utf8) }

    private func appendHouse(_ isReal: Bool, _ random: inout EntityRandom, to row: inout RowWriter) {
        let number = population.draws.houseNumbers.draw(&random)
        let kind = random.unit()
        if isReal && kind < DirtRates.noHouseNumber {
            row.absent()
            row.note(.noHouseNumber)
        } else if isReal && kind < DirtRates.noHouseNumber + DirtRates.oddHouseNumber {
            row.text(Self.oddNumbers[random.below(Self.oddNumbers.count)])
            row.note(.oddHouseNumber)
        } else {
            row.scratch.append(number: number)
            if kind > 1 - Self.lettered { row.scratch.append(UInt8(ascii: "A") + UInt8(random.below(4))) }
            row.scratchText()
        }
    }

    private static let oddBoxes = ["2.1", "B12", "GLV", "0.03", "bte 4", "A/2"].map { Array($0.utf8) }

    private func appendBox(_ place: Place, _ isReal: Bool, _ random: inout EntityRandom, to row: inout RowWriter) {
        guard random.chance(place.isCity ? Self.box.city : Self.box.elsewhere) else { return row.absent() }
        if isReal && random.chance(DirtRates.oddBox) {
            row.text(Self.oddBoxes[random.below(Self.oddBoxes.count)])
            row.note(.oddBox)
        } else {
            row.scratch.append(number: 1 + random.below(40))
            row.scratchText()
        }
    }
}

extension [UInt8] {
    /// Appends a whole number in digits.
    mutating func append(number: Int, width: Int = 1) {
        var divisor = 1
        var digits = 1
        while number / divisor >= 10 || digits < width {
            divisor *= 10
            digits += 1
        }
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
    }
}
