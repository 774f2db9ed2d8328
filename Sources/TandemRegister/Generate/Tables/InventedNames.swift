/// Puts together names that nobody bears.
struct InventedNames: Sendable {
    let words: WordLists

    private static let space = UInt8(ascii: " ")

    func surname(_ language: NameLanguage, _ random: inout EntityRandom, to text: inout [UInt8]) {
        let prefix = words.surnamePrefix.draw(language, &random)
        let isJoined = !prefix.isEmpty && prefix.last != Self.space
        let start = words.surnameStart.draw(language, &random)
        text += prefix
        text += isJoined ? start.map { $0 | 0x20 } : start
        text += words.surnameEnd.draw(language, &random)
    }

    /// `Verdorpers, Fien`, as the register writes natural persons.
    func person(_ language: NameLanguage, _ random: inout EntityRandom, to text: inout [UInt8]) {
        surname(language, &random, to: &text)
        text += [UInt8(ascii: ","), Self.space]
        text += words.firstName.draw(language, &random)
    }

    func firm(_ language: NameLanguage, _ random: inout EntityRandom, to text: inout [UInt8]) {
        text += words.firmStart.draw(language, &random)
        text += words.firmEnd.draw(language, &random)
    }

    /// `Bakkerij Felmans`, `Constructions Aubecourt`: what somebody does, and a name.
    func trade(_ division: Int, _ language: NameLanguage, _ random: inout EntityRandom, to text: inout [UInt8]) {
        let isFirm = random.chance(0.4)
        if let trade = words.trades[division], random.chance(0.75) {
            text += trade.draw(language, &random)
            text.append(Self.space)
        }
        if isFirm { firm(language, &random, to: &text) } else { surname(language, &random, to: &text) }
    }

    private static let residence = (dutch: Array("VME Residentie ".utf8), french: Array("ACP Résidence ".utf8))
    private static let service = (dutch: Array("Dienst ".utf8), french: Array("Service ".utf8))
    private static let schools = (
        dutch: ["Basisschool ", "Middenschool ", "Technisch Instituut ", "Atheneum ", "College ", "Kunstacademie "],
        french: ["Ecole fondamentale ", "Institut ", "Institut technique ", "Athénée ", "Collège ", "Académie "]
    )

    /// The name of a legal person, often with its form behind.
    func body(
        _ form: JuridicalForm,
        _ division: Int,
        _ language: NameLanguage,
        _ random: inout EntityRandom,
        to text: inout [UInt8]
    ) {
        let isFrench = language == .french
        switch form.formClass {
        case .coowners:
            text += isFrench ? Self.residence.french : Self.residence.dutch
            firm(language, &random, to: &text)
        case .ofPublicLaw:
            text += isFrench ? Self.service.french : Self.service.dutch
            firm(language, &random, to: &text)
        case .natural, .company, .association, .foreign, .unit:
            trade(division, language, &random, to: &text)
        }
        let suffix = isFrench ? form.frenchSuffix : form.dutchSuffix
        guard !suffix.isEmpty, random.chance(0.5) else { return }
        text.append(Self.space)
        text += suffix
    }

    func school(_ language: NameLanguage, _ random: inout EntityRandom, to text: inout [UInt8]) {
        let kinds = language == .french ? Self.schools.french : Self.schools.dutch
        text += Array(kinds[random.below(kinds.count)].utf8)
        firm(language, &random, to: &text)
    }

    /// Capitals of what stands there: an abbreviation.
    func abbreviation(of text: inout [UInt8], _ random: inout EntityRandom) {
        let letters = text.filter { (UInt8(ascii: "A")...UInt8(ascii: "z")).contains($0) }.map { $0 & 0xDF }
        text = Array(letters.prefix(3 + random.below(3)))
    }
}
