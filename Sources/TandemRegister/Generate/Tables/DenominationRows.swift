/// The names of an entity (*denominaties*).
struct DenominationRows: Sendable {
    let state: RegisterState

    private static let languages = NameLanguage.allCases.map { Field.text(String($0.rawValue)) }
    private static let name = Field.text("001")
    private static let abbreviation = Field.text("002")
    private static let commercial = Field.text("003")
    private static let ofBranch = Field.text("004")

    func append(_ entity: Entity, to row: inout RowWriter) {
        let population = state.population
        var random = population.random(.name, entity, revision: state.revision(of: .name, entity))
        let number = population.number(of: entity)
        switch entity.kind {
        case .enterprise:
            let facts = state.enterprise(entity.index)
            if facts.isNatural {
                appendPerson(facts, number, &random, to: &row)
            } else {
                appendBody(facts, number, &random, to: &row)
            }
        case .establishment:
            appendEstablishment(state.establishment(entity.index), number, &random, to: &row)
        case .branch:
            guard random.chance(population.rates.branchName) else { return }
            let language = NameLanguage(rawValue: population.draws.branchNames.draw(&random)) ?? .unknown
            names.firm(language, &random, to: &row.scratch)
            end(number, language, Self.ofBranch, &random, &row)
        }
    }

    private var names: InventedNames { InventedNames(words: state.population.words) }

    private func appendPerson(
        _ facts: EnterpriseFacts,
        _ number: RegisterNumber,
        _ random: inout EntityRandom,
        to row: inout RowWriter
    ) {
        names.person(facts.language, &random, to: &row.scratch)
        end(number, .unknown, Self.name, &random, &row)
        guard random.chance(state.population.rates.commercialName.natural) else { return }
        appendCommercial(facts, facts.language, number, &random, to: &row)
    }

    private func appendBody(
        _ facts: EnterpriseFacts,
        _ number: RegisterNumber,
        _ random: inout EntityRandom,
        to row: inout RowWriter
    ) {
        guard let form = facts.form.map({ state.population.model.forms.forms[$0] }) else { return }
        let (draws, rates) = (state.population.draws, state.population.rates)
        let language = draws.names.draw(from: facts.language, &random)
        let again = random
        names.body(form, division(facts), language, &random, to: &row.scratch)
        end(number, language, Self.name, &random, &row)
        if random.chance(rates.secondName) {
            let other: NameLanguage = language == .french ? .dutch : .french
            names.body(form, division(facts), other, &random, to: &row.scratch)
            end(number, other, Self.name, &random, &row)
        }
        if random.chance(rates.abbreviation) {
            var same = again
            names.body(form, division(facts), language, &same, to: &row.scratch)
            names.abbreviation(of: &row.scratch, &random)
            end(number, draws.abbreviations.draw(from: facts.language, &random), Self.abbreviation, &random, &row)
        }
        if random.chance(rates.commercialName.legal) {
            appendCommercial(facts, facts.language, number, &random, to: &row)
        }
    }

    private func appendEstablishment(
        _ facts: EstablishmentFacts,
        _ number: RegisterNumber,
        _ random: inout EntityRandom,
        to row: inout RowWriter
    ) {
        guard facts.isSchool || random.chance(state.population.rates.commercialName.establishment) else { return }
        guard facts.isSchool else {
            return appendCommercial(facts.parent, facts.language, number, &random, to: &row)
        }
        let language = state.population.draws.commercialNames.draw(from: facts.language, &random)
        names.school(language, &random, to: &row.scratch)
        end(number, language, Self.commercial, &random, &row)
    }

    private func appendCommercial(
        _ facts: EnterpriseFacts,
        _ spoken: NameLanguage,
        _ number: RegisterNumber,
        _ random: inout EntityRandom,
        to row: inout RowWriter
    ) {
        let language = state.population.draws.commercialNames.draw(from: spoken, &random)
        names.trade(division(facts), language, &random, to: &row.scratch)
        end(number, language, Self.commercial, &random, &row)
    }

    private func division(_ facts: EnterpriseFacts) -> Int {
        state.population.model.activities.divisions[facts.division].number
    }

    private func end(
        _ number: RegisterNumber,
        _ language: NameLanguage,
        _ type: [UInt8],
        _ random: inout EntityRandom,
        _ row: inout RowWriter
    ) {
        let isReal = state.population.dirt == .real
        if isReal { NameDirt.apply(to: &row, &random) }
        row.number(number)
        row.raw(Self.languages[language.rawValue])
        row.raw(type)
        row.scratchText()
        row.endRow(isRepeated: isReal && random.chance(DirtRates.repeatedRow))
    }
}
