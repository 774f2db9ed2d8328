internal import TandemDomain
internal import TandemStore

/// Which call list is shown: whose, in which state, and what is due.
struct CallListQuery: Sendable, Hashable {
    /// Whose prospects of the organisation.
    enum Whose: Hashable, Sendable {
        case mine, everybody
        case colleague(Identifier<Account>)
    }

    /// What the choice of all that ended is called in an address.
    static let ended = "afgesloten"

    var whose = Whose.mine
    var selection = ProspectFilter.Selection.open(nil)
    var dueOnly = false
    var cursor: WorklistCursor?

    /// Reads what stands in an address; what is no choice is the first choice.
    init(_ value: (String) -> String?, _ actor: Actor, on day: Day) {
        let whose = value("wie") ?? ""
        if let account = Identifier<Account>(whose), account != actor.account { self.whose = .colleague(account) }
        // Who only looks has no list of his own.
        if whose == "alle" || !actor.may(.prospect, to: .register, on: day) { self.whose = .everybody }
        let state = value("stand") ?? ""
        if let known = ProspectState(rawValue: state) {
            selection = known.isOpen ? .open(known) : .closed(known)
        } else if state == Self.ended {
            selection = .closed(nil)
        }
        dueOnly = value("wanneer") == "nu"
        cursor = value("na").flatMap(Self.cursor)
    }

    var stateValue: String {
        switch selection {
        case .open(let state): state?.rawValue ?? ""
        case .closed(let state): state?.rawValue ?? Self.ended
        }
    }

    var whoseValue: String {
        switch whose {
        case .mine: ""
        case .everybody: "alle"
        case .colleague(let account): "\(account)"
        }
    }

    var pairs: [(String, String)] {
        [
            ("wie", whoseValue), ("stand", stateValue), ("wanneer", dueOnly ? "nu" : ""),
            ("na", cursor.map { "\($0.key).\($0.id)" } ?? ""),
        ]
    }

    var url: String { Addresses.prospects.url(query: pairs) }

    func after(_ cursor: WorklistCursor?) -> CallListQuery {
        var query = self
        query.cursor = cursor
        return query
    }

    /// What the store is asked; nothing where somebody has no organisation.
    func filter(for actor: Actor, on today: Day) -> ProspectFilter? {
        guard let organisation = actor.organisation else { return nil }
        var filter = ProspectFilter(selection, of: organisation)
        switch whose {
        case .mine: filter.owner = actor.account
        case .everybody: break
        case .colleague(let account): filter.owner = account
        }
        filter.dueThrough = dueOnly ? today : nil
        return filter
    }

    private static func cursor(_ text: String) -> WorklistCursor? {
        let parts = text.split(separator: ".")
        guard parts.count == 2, let day = Day(iso: parts[0]), let id = Int64(parts[1]) else { return nil }
        return WorklistCursor(key: day.iso, id: id)
    }
}
