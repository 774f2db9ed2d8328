internal import TandemDomain

/// Writes the activities of one entity: distinct ones, each in the versions of NACE-BEL that its age allows.
struct ActivityWriter {
    private let population: Population
    private let prefix: [UInt8]
    private var division = 0
    private var formClass = FormClass.natural
    private var isOld = false
    private var isNewest = false
    var random: EntityRandom

    private static let main = Array("\"MAIN\",".utf8)
    private static let secondary = Array("\"SECO\",".utf8)
    private static let auxiliary = Array("\"ANCI\",".utf8)
    /// Of the activities that are no main ones.
    private static let auxiliaryShare = Targets.auxiliaryRows / Targets.allActivityRows / (1 - Targets.mainShare)

    init(_ population: Population, _ entity: Entity, _ revision: Int) {
        self.population = population
        var prefix = [UInt8(ascii: "\"")]
        prefix.reserveCapacity(20)
        population.number(of: entity).append(to: &prefix)
        prefix += [UInt8(ascii: "\""), UInt8(ascii: ",")]
        self.prefix = prefix
        random = population.random(.activity, entity, revision: revision)
    }

    /// Takes over what the enterprise is, and how old the entity is.
    mutating func start(_ facts: EnterpriseFacts, start: Day) {
        division = facts.division
        formClass = facts.formClass
        isOld = start.year < 2008
        isNewest = start.year >= population.snapshot.year && random.chance(Tuning.onlyNewest)
    }

    /// Writes so many distinct activities of a group; the first is the main one.
    mutating func append(_ group: ActivityGroup, count: Int, to row: inout RowWriter) {
        let activities = population.model.activities
        row.seen.clear(activities.codes.map(\.count))
        var (written, tries) = (0, 0)
        while written < count && tries < count * 6 {
            tries += 1
            let isMain = written == 0 || random.chance(group.laterMain)
            let index = draw(group, isMain: isMain, isFirst: written == 0, activities)
            let concept = activities.concepts[index]
            guard row.seen.insert(concept.nace2025, version: 0) else { continue }
            write(concept, group, classification(isMain: isMain), to: &row)
            written += 1
        }
    }

    /// Writes as many rows as the busiest entity of the real register has, and not one more.
    mutating func appendMost(_ group: ActivityGroup, to row: inout RowWriter) {
        let activities = population.model.activities
        let classification = Self.main
        row.seen.clear(activities.codes.map(\.count))
        var left = Targets.mostActivityRows
        for concept in activities.concepts where left > 0 {
            for (version, code) in [(0, concept.nace2025), (1, concept.nace2008)]
            where left > 0 && row.seen.insert(code, version: version) {
                writeRow(group.field, activities.codes[version][code], classification, to: &row)
                left -= 1
            }
        }
    }

    private mutating func draw(
        _ group: ActivityGroup,
        isMain: Bool,
        isFirst: Bool,
        _ activities: ActivityTable
    ) -> Int {
        if group.isSchool { return activities.drawSchool(&random) }
        let strays = !isFirst && random.chance(group.strays)
        return activities.draw(division, formClass, isMain: isMain, strays: strays, &random)
    }

    private mutating func classification(isMain: Bool) -> [UInt8] {
        if isMain { return Self.main }
        return random.chance(Self.auxiliaryShare) ? Self.auxiliary : Self.secondary
    }

    private mutating func write(
        _ concept: ActivityConcept,
        _ group: ActivityGroup,
        _ classification: [UInt8],
        to row: inout RowWriter
    ) {
        let codes = population.model.activities.codes
        writeRow(group.field, codes[0][concept.nace2025], classification, to: &row)
        if writesNext(group), row.seen.insert(concept.nace2008, version: 1) {
            writeRow(group.field, codes[1][concept.nace2008], classification, to: &row)
        }
        if isOld && group.versions == .all && random.chance(Tuning.oldest),
            row.seen.insert(concept.nace2003, version: 2)
        {
            writeRow(group.field, codes[2][concept.nace2003], classification, to: &row)
        }
    }

    private mutating func writesNext(_ group: ActivityGroup) -> Bool {
        switch group.versions {
        case .all: !isNewest
        case .two: true
        case .seldomTwo: random.chance(0.06)
        }
    }

    private mutating func writeRow(
        _ group: [UInt8],
        _ code: [UInt8],
        _ classification: [UInt8],
        to row: inout RowWriter
    ) {
        row.raw(prefix)
        row.raw(group)
        row.raw(code)
        row.raw(classification)
        row.endRow(isRepeated: population.dirt == .real && random.chance(DirtRates.repeatedRow))
    }
}
