/// The facts of an enterprise besides its names and the like: twenty bytes.
struct EnterpriseRow: Hashable, Sendable {
    let stem: UInt32
    let start: Int32?
    let situation: UInt16?
    let form: UInt16?
    let formCAC: UInt16?
    let type: UInt8
}

/// The facts of an establishment or a branch.
struct OwnedRow: Hashable, Sendable {
    let stem: UInt32
    let owner: UInt32
    let start: Int32?
}

/// Takes the rows of `enterprise.csv`.
struct EnterpriseSink: RowSink {
    static let columns = [
        "EnterpriseNumber", "Status", "JuridicalSituation", "TypeOfEnterprise", "JuridicalForm", "JuridicalFormCAC",
        "StartDate",
    ]

    private(set) var known: NumberSet
    private(set) var rows: [EnterpriseRow] = []

    init(known: NumberSet) { self.known = known }

    mutating func take(_ row: Row, _ tally: inout TableTally) throws(FieldRefusal) -> Bool {
        let stem = try row.number(0, .enterprise, &tally)
        guard row[1].equals("AC") else { throw FieldRefusal(.unknownCode, 1) }
        let facts = EnterpriseRow(
            stem: stem,
            start: row[6].day(&tally),
            situation: row[2].describingCode(&tally),
            form: row[4].describingCode(&tally),
            formCAC: row[5].describingCode(&tally),
            type: try row.oneDigit(3, upTo: 2)
        )
        guard known.insert(stem) else {
            return try refuseSecond(of: rows.last { $0.stem == stem }, facts, &tally)
        }
        rows.append(facts)
        return true
    }
}

/// Takes the rows of `establishment.csv` and `branch.csv`, which differ in kind only.
struct OwnedSink<Kind: OwnedKind>: RowSink {
    static var columns: [String] { Kind.columns }

    private(set) var known: NumberSet
    private(set) var rows: [OwnedRow] = []

    init(known: NumberSet) { self.known = known }

    mutating func take(_ row: Row, _ tally: inout TableTally) throws(FieldRefusal) -> Bool {
        let stem = try row.number(0, Kind.kind, &tally)
        let owner = try row.number(2, .enterprise, &tally)
        guard known.contains(owner) else { throw FieldRefusal(.unknownEntity, 2) }
        let facts = OwnedRow(stem: stem, owner: owner, start: row[1].day(&tally))
        guard known.insert(stem) else {
            return try refuseSecond(of: rows.last { $0.stem == stem }, facts, &tally)
        }
        rows.append(facts)
        return true
    }
}

/// What tells establishments and branches apart.
protocol OwnedKind {
    static var kind: RegisteredKind { get }
    static var columns: [String] { get }
}

enum EstablishmentKind: OwnedKind {
    static let kind = RegisteredKind.establishment
    static let columns = ["EstablishmentNumber", "StartDate", "EnterpriseNumber"]
}

enum BranchKind: OwnedKind {
    static let kind = RegisteredKind.branch
    static let columns = ["Id", "StartDate", "EnterpriseNumber"]
}

/// The same row again is a repair; another row with the same number is refused.
private func refuseSecond<Facts: Equatable>(
    of first: Facts?,
    _ facts: Facts,
    _ tally: inout TableTally
) throws(FieldRefusal) -> Bool {
    guard first == facts else { throw FieldRefusal(.twice, 0) }
    tally.add(.duplicate)
    return false
}
