/// Makes a name untidy now and then, in the ways of the real register.
enum NameDirt {
    static func apply(to row: inout RowWriter, _ random: inout EntityRandom) {
        var chance = random.unit()
        func happens(_ rate: Double) -> Bool {
            chance -= rate
            return chance < 0 && chance >= -rate
        }
        if happens(DirtRates.quotedName) {
            row.scratch = [UInt8(ascii: "\"")] + row.scratch + [UInt8(ascii: "\"")]
            row.note(.quotedName)
        } else if happens(DirtRates.nameWithSeparators) {
            row.scratch += Array(random.chance(0.5) ? " / 2, afd. B".utf8 : ", in het kort \"K\"".utf8)
            row.note(.nameWithSeparators)
        } else if happens(DirtRates.lowerCaseName) {
            row.scratch = row.scratch.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
            row.note(.lowerCaseName)
        } else if happens(DirtRates.nameWithLineBreak) {
            row.scratch += [UInt8(ascii: "\n"), UInt8(ascii: "-")]
            row.note(.nameWithLineBreak)
        } else if happens(DirtRates.nameWithSpaces) {
            row.scratch = [UInt8(ascii: " ")] + row.scratch + [UInt8(ascii: " ")]
            row.note(.nameWithSpaces)
        }
    }
}
