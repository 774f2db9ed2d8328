internal import TandemDomain
internal import TandemSQL

/// Reads entities as values.
enum EntityReading {
    static func enterprise(_ stem: UInt32, _ session: any SQLSession) throws -> RegisteredEnterprise? {
        guard let row = try session.row(EntityStatements.enterprise(stem)) else { return nil }
        let facts = try EnterpriseRow(row)
        let owned = try session.rows(EntityStatements.owned(by: stem)).map { EntityNumber(stem: UInt32(try $0.int(0))) }
        return RegisteredEnterprise(
            number: EntityNumber(stem: stem),
            type: EnterpriseType(rawValue: Int(facts.type)) ?? .unknown,
            situation: facts.situation.map(ThreeDigitCode.init),
            form: facts.form.map(ThreeDigitCode.init),
            formToRead: facts.formCAC.map(ThreeDigitCode.init),
            start: facts.start.map(Day.init(number:)),
            particulars: EntityRecord(try row.blob(6)).particulars,
            establishments: owned.filter { $0.kind == .establishment },
            branches: owned.filter { $0.kind == .branch }
        )
    }

    static func owned(_ stem: UInt32, _ session: any SQLSession) throws -> RegisteredEstablishment? {
        guard EntityNumber(stem: stem).kind != .enterprise, let row = try session.row(EntityStatements.owned(stem))
        else {
            return nil
        }
        let facts = try OwnedRow(row)
        return RegisteredEstablishment(
            number: EntityNumber(stem: stem),
            enterprise: EntityNumber(stem: facts.owner),
            start: facts.start.map(Day.init(number:)),
            particulars: EntityRecord(try row.blob(3)).particulars
        )
    }

    static func summary(_ stem: UInt32, _ session: any SQLSession) throws -> EntitySummary? {
        guard let entity = try StoredEntity(stem, session) else { return nil }
        let enterprise = try entity.owner.map { try StoredEntity($0, session) } ?? entity
        return summary(stem, entity, enterprise)
    }

    /// What a list shows of an entity that was read already, with its enterprise.
    static func summary(_ stem: UInt32, _ entity: StoredEntity, _ enterprise: StoredEntity?) -> EntitySummary {
        let isNaturalPerson = enterprise?.isNaturalPerson ?? false
        let own = PackedName.all(in: entity.record.names[...])
            .displayed(prefersCommercial: entity.owner != nil || isNaturalPerson)
        let name =
            own
            ?? enterprise.flatMap {
                PackedName.all(in: $0.record.names[...]).displayed(prefersCommercial: isNaturalPerson)
            }
        let activities = entity.record.activities.isEmpty ? enterprise?.record.activities : entity.record.activities
        return EntitySummary(
            number: EntityNumber(stem: stem),
            name: name?.name.text ?? "",
            enterprise: entity.owner.map(EntityNumber.init(stem:)),
            address: PackedAddress.all(in: entity.record.addresses[...]).first?.address,
            mainActivity: PackedActivities.all(in: (activities ?? [])[...]).tellingMost?.code,
            isNaturalPerson: isNaturalPerson
        )
    }
}

extension [ActivityEntry] {
    /// The activity that tells most: a main one, of 2025 before 2008, as done on site before as registered.
    var tellingMost: ActivityEntry? {
        self.min { first, second in first.precedence.lexicographicallyPrecedes(second.precedence) }
    }
}

extension ActivityEntry {
    fileprivate var precedence: [Int] {
        let groups: [ActivityRegistrar] = [.businessCounter, .employers, .vat]
        return [
            Int(classification.rawValue), -code.version.year,
            groups.firstIndex(of: ActivityRegistrar(group)) ?? groups.count, -code.length, Int(code.packed),
        ]
    }
}
