package import TandemDomain
package import TandemSQL

// How values of the field are stored; reading them back trusts what was written.

extension Day: SQLConvertible {
    package static var sqlType: SQLType { .text }
    package var sqlValue: SQLValue { .text(iso) }
}

extension Instant: SQLConvertible {
    package static var sqlType: SQLType { .integer }
    package var sqlValue: SQLValue { .integer(milliseconds) }
}

extension Identifier: SQLConvertible {
    package static var sqlType: SQLType { .integer }
    package var sqlValue: SQLValue { .integer(rawValue) }
}

extension Organisation: SQLConvertible {
    package static var sqlType: SQLType { .text }
    package var sqlValue: SQLValue { .text(stored) }
}

extension CompanyNumber: SQLConvertible {
    package static var sqlType: SQLType { .text }
    package var sqlValue: SQLValue { .text(digits) }
}

extension EstablishmentNumber: SQLConvertible {
    package static var sqlType: SQLType { .text }
    package var sqlValue: SQLValue { .text(digits) }
}

extension PostalCode: SQLConvertible {
    package static var sqlType: SQLType { .text }
    package var sqlValue: SQLValue { .text(digits) }
}

extension JointCommitteeNumber: SQLConvertible {
    package static var sqlType: SQLType { .text }
    package var sqlValue: SQLValue { .text(rawValue) }
}

extension SQLConvertible where Self: RawRepresentable, RawValue == String {
    package static var sqlType: SQLType { .text }
    package var sqlValue: SQLValue { .text(rawValue) }
}

extension PartnershipCode: SQLConvertible {}
extension TrainingCode: SQLConvertible {}
extension ReasonCode: SQLConvertible {}
extension RequirementCode: SQLConvertible {}
extension TrainingSystem: SQLConvertible {}
extension Role: SQLConvertible {}
extension ApplicantKind: SQLConvertible {}
extension ApplicationStatus: SQLConvertible {}
extension RecognitionStatus: SQLConvertible {}
extension RecognitionEnd: SQLConvertible {}
extension RenewalState: SQLConvertible {}
extension DecisionMode: SQLConvertible {}
extension ClockStep.Kind: SQLConvertible {}
extension MentorJudgement: SQLConvertible {}
extension ExtractVerdict: SQLConvertible {}
extension CheckKind: SQLConvertible {}
extension Vote: SQLConvertible {}
extension AdviceVerdict: SQLConvertible {}
extension ProviderCode: SQLConvertible {}
extension ProspectState: SQLConvertible {}
extension RefusalGround: SQLConvertible {}
extension ContactKind: SQLConvertible {}
extension ContactTarget: SQLConvertible {}
extension ContactPurpose: SQLConvertible {}

extension SQLRow {
    /// The day in a column.
    ///
    /// - Throws: ``SQLError/unexpectedRow(_:)`` where the column holds something else.
    package func day(_ index: Int) throws -> Day {
        guard let day = try Day(iso: text(index)) else { throw SQLError.unexpectedRow("column \(index) is no day") }
        return day
    }

    package func optionalDay(_ index: Int) throws -> Day? { try isNull(index) ? nil : day(index) }

    package func id<Entity>(_ index: Int, of entity: Entity.Type = Entity.self) throws -> Identifier<Entity> {
        Identifier(Int64(try int(index)))
    }

    package func optionalID<Entity>(_ index: Int, of entity: Entity.Type = Entity.self) throws -> Identifier<Entity>? {
        try isNull(index) ? nil : id(index)
    }

    /// The case of a closed list in a column.
    ///
    /// - Throws: ``SQLError/unexpectedRow(_:)`` where the list has no such case.
    package func value<Value: RawRepresentable>(_ index: Int, as type: Value.Type = Value.self) throws -> Value
    where Value.RawValue == String {
        guard let value = try Value(rawValue: text(index)) else {
            throw SQLError.unexpectedRow("column \(index) is no \(Value.self)")
        }
        return value
    }

    package func optionalValue<Value: RawRepresentable>(_ index: Int, as type: Value.Type = Value.self) throws -> Value?
    where Value.RawValue == String {
        try isNull(index) ? nil : value(index)
    }

    package func instant(_ index: Int) throws -> Instant { Instant(milliseconds: Int64(try int(index))) }

    package func organisation(_ index: Int) throws -> Organisation {
        guard let organisation = try Organisation(stored: text(index)) else {
            throw SQLError.unexpectedRow("column \(index) is no organisation")
        }
        return organisation
    }
}
