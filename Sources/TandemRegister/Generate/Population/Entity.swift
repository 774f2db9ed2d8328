/// The three kinds of thing that have a number in the register.
enum EntityKind: Int, CaseIterable, Sendable {
    case enterprise, establishment, branch
}

/// One entity of the synthetic register: its kind and its place in the order of numbers.
struct Entity: Hashable, Sendable {
    let kind: EntityKind
    let index: Int
}

extension Entity: Comparable {
    static func < (lhs: Self, rhs: Self) -> Bool {
        (lhs.kind.rawValue, lhs.index) < (rhs.kind.rawValue, rhs.index)
    }
}

/// The languages of names, with the register's own codes.
enum NameLanguage: Int, CaseIterable, Sendable {
    case unknown, french, dutch, german, english
}
