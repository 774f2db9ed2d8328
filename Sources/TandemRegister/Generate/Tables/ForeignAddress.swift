/// The seat of a foreign body: country, postal code in the way of that country, an invented town.
struct ForeignAddress: Sendable {
    let population: Population

    func append(_ random: inout EntityRandom, to row: inout RowWriter) {
        let words = population.words
        let country = words.countries.all[words.countries.table.draw(&random)]
        row.text(country.dutch)
        row.text(country.french)
        appendPostcode(country.postcodes, &random, to: &row)
        let town = words.foreignPlace.draw(.dutch, &random)
        row.text(town)
        row.text(town)
        let street = words.firmStart.draw(.english, &random) + Array(" Street".utf8)
        row.text(street)
        row.text(street)
        row.scratch.append(number: population.draws.houseNumbers.draw(&random))
        row.scratchText()
        row.absent()
        row.absent()
    }

    private static let junk = ["xxxx", "00000", "-", ".", "ZN", "9999"].map { Array($0.utf8) }

    private func appendPostcode(
        _ style: WordLists.PostcodeStyle,
        _ random: inout EntityRandom,
        to row: inout RowWriter
    ) {
        let isReal = population.dirt == .real
        switch style {
        case .dutch:
            row.scratch.append(number: 1000 + random.below(9000))
            row.scratch.append(UInt8(ascii: " "))
            for _ in 0..<2 { row.scratch.append(UInt8(ascii: "A") + UInt8(random.below(26))) }
        case .five:
            row.scratch.append(number: 1000 + random.below(98_000), width: 5)
        case .four:
            row.scratch.append(number: 1000 + random.below(9000))
        case .other where isReal && random.chance(DirtRates.junkPostcode):
            row.scratch += Self.junk[random.below(Self.junk.count)]
            row.note(.junkPostcode)
        case .other:
            for _ in 0..<2 { row.scratch.append(UInt8(ascii: "A") + UInt8(random.below(26))) }
            row.scratch.append(number: 1 + random.below(9))
            row.scratch.append(UInt8(ascii: " "))
            row.scratch.append(number: 1 + random.below(9))
            for _ in 0..<2 { row.scratch.append(UInt8(ascii: "A") + UInt8(random.below(26))) }
        case .empty where isReal && random.chance(DirtRates.emptyText):
            row.note(.emptyText)
        case .empty:
            return row.absent()
        }
        row.scratchText()
    }
}
