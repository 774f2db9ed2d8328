/// The activities of an entity, by group of the authority that wrote them.
struct ActivityRows: Sendable {
    let state: RegisterState

    func append(_ entity: Entity, to row: inout RowWriter) {
        let population = state.population
        var writer = ActivityWriter(population, entity, state.revision(of: .activity, entity))
        switch entity.kind {
        case .enterprise: appendEnterprise(state.enterprise(entity.index), &writer, to: &row)
        case .establishment: appendEstablishment(state.establishment(entity.index), &writer, to: &row)
        case .branch: return
        }
    }

    private func appendEnterprise(_ facts: EnterpriseFacts, _ writer: inout ActivityWriter, to row: inout RowWriter) {
        let (rates, draws) = (state.population.rates, state.population.draws.activities)
        writer.start(facts, start: facts.start)
        let mayTeach = facts.formClass == .association || facts.formClass == .ofPublicLaw
        let paysVAT = writer.random.chance(rates.vat[facts.formClass.column])
        if paysVAT {
            writer.append(draws.vat, count: draws.vat.counts.draw(&writer.random), to: &row)
        }
        if isElectronicService(facts.index) { writer.append(draws.electronicService, count: 1, to: &row) }
        if writer.random.chance(paysVAT ? rates.activityOfEnterprise : 0) {
            writer.append(draws.places, count: draws.places.counts.draw(&writer.random), to: &row)
        }
        if facts.formClass == .ofPublicLaw && writer.random.chance(rates.federal) {
            writer.append(draws.federal, count: draws.federal.counts.draw(&writer.random), to: &row)
        }
        if state.isEmployer(facts) {
            writer.append(draws.employers, count: draws.employers.counts.draw(&writer.random), to: &row)
        }
        if writer.random.chance(mayTeach ? rates.school.enterprise : 0) {
            writer.append(draws.schools, count: draws.schools.counts.draw(&writer.random), to: &row)
        }
    }

    /// The register knows two such rows, for suppliers of electronic services from outside the Union.
    private func isElectronicService(_ index: Int) -> Bool {
        let step = Int(Double(Targets.enterprises) / Targets.electronicServiceRows)
        return index % step == step / 2
    }

    private func appendEstablishment(
        _ facts: EstablishmentFacts,
        _ writer: inout ActivityWriter,
        to row: inout RowWriter
    ) {
        let (rates, draws) = (state.population.rates, state.population.draws.activities)
        writer.start(facts.parent, start: facts.start)
        if state.population.dirt == .real && facts.index == state.population.establishments / 2 {
            row.note(.mostActivities)
            return writer.appendMost(draws.places, to: &row)
        }
        if writer.random.chance(Rates.activityOfEstablishment) {
            writer.append(draws.places, count: draws.places.counts.draw(&writer.random), to: &row)
        }
        if facts.parent.formClass == .ofPublicLaw && writer.random.chance(rates.local) {
            writer.append(draws.local, count: 1, to: &row)
        }
        if facts.isEmployer {
            writer.append(draws.employers, count: draws.employers.counts.draw(&writer.random), to: &row)
        }
        if facts.isSchool {
            writer.append(draws.schools, count: draws.schools.counts.draw(&writer.random), to: &row)
        }
    }
}
