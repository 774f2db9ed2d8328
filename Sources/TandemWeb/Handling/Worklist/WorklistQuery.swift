internal import Hummingbird
internal import TandemDomain
internal import TandemStore

/// What is asked of the worklist, as it stands in the address: filters, search, and where the page begins.
struct WorklistQuery: Hashable, Sendable {
    /// Which list: open files, files of one status, or files on which advice is asked.
    enum List: Hashable, Sendable {
        case open
        case status(ApplicationStatus)
        case advice
    }

    /// Whose files.
    enum Scope: Hashable, Sendable {
        /// Of the partnership one works for; of all for who works for none.
        case own
        case all
        case partnership(PartnershipCode)
    }

    var list = List.open
    var scope = Scope.own
    var training: TrainingCode?
    var establishment: Identifier<Establishment>?
    var isMine = false
    /// Only files that fall due within so many days.
    var withinDays: Int?
    var search = ""
    var cursor: WorklistCursor?
    /// The cursors of the pages before this one, the first page apart; the newest last.
    var trail: [WorklistCursor] = []

    /// Whether it asks for less than the whole list.
    var isFiltered: Bool { training != nil || establishment != nil || isMine || withinDays != nil }
}

extension WorklistQuery {
    /// Reads an address; what it does not understand counts as not asked.
    init(_ request: Request) {
        let parameters = request.uri.queryParameters
        func value(_ name: Substring) -> String? {
            // A form of the browser writes a space as a plus sign.
            let text = parameters.get(String(name))?.replacing("+", with: " ") ?? ""
            return text.allSatisfy(\.isWhitespace) ? nil : text
        }
        list = List(value("status"))
        scope = Scope(value("partnerschap"))
        training = value("opleiding").map { TrainingCode($0) }
        establishment = value("vestiging").flatMap { Identifier($0) }
        isMine = value("mijn") != nil
        withinDays = value("dagen").flatMap { Int($0) }.flatMap { (0...365).contains($0) ? $0 : nil }
        search = String((value("zoek") ?? "").prefix(100))
        cursor = value("na").flatMap { WorklistCursor(typed: $0) }
        trail = (value("terug") ?? "").split(separator: "~").compactMap { WorklistCursor(typed: $0) }
    }

    /// The address that asks this.
    var url: String {
        Addresses.worklist.url(query: [
            ("zoek", search), ("status", list.typed), ("partnerschap", scope.typed),
            ("opleiding", training?.rawValue ?? ""), ("vestiging", establishment.map { "\($0)" } ?? ""),
            ("mijn", isMine ? "ja" : ""), ("dagen", withinDays.map { String($0) } ?? ""),
            ("na", cursor?.typed ?? ""), ("terug", trail.map(\.typed).joined(separator: "~")),
        ])
    }

    /// The same with something else asked; unless a page is meant, it begins at the front again.
    func with(_ change: (inout WorklistQuery) -> Void) -> WorklistQuery {
        var query = self
        query.cursor = nil
        query.trail = []
        change(&query)
        return query
    }

    /// The page behind this one, which ends at `last`.
    func next(after last: WorklistCursor) -> WorklistQuery {
        let (cursor, trail) = (cursor, trail)
        return with {
            $0.cursor = last
            // An address has no room for more; who is deeper goes back to the front.
            $0.trail = Array((trail + [cursor].compactMap(\.self)).suffix(20))
        }
    }

    /// The page before this one; nothing on the first.
    var previous: WorklistQuery? {
        guard cursor != nil else { return nil }
        let trail = trail
        return with {
            $0.cursor = trail.last
            $0.trail = Array(trail.dropLast())
        }
    }

    /// What the register is asked, by this person on this day.
    func filter(partnership: PartnershipCode?, account: Identifier<Account>?, on day: Day) -> WorklistFilter {
        var filter = WorklistFilter(selection, partnership: partnership)
        filter.training = training
        filter.establishment = establishment
        filter.handler = isMine ? account : nil
        filter.dueThrough = withinDays.map { day.adding(days: $0) }
        return filter
    }

    private var selection: WorklistFilter.Selection {
        switch list {
        case .open: .open(nil)
        case .advice: .advising
        case .status(let status): status.isOpen ? .open(status) : .closed(status)
        }
    }
}

extension WorklistQuery.List {
    fileprivate init(_ text: String?) {
        if text == "advies" {
            self = .advice
        } else if let status = text.flatMap(ApplicationStatus.init(rawValue:)), status != .draft {
            self = .status(status)
        } else {
            self = .open
        }
    }

    var typed: String {
        switch self {
        case .open: ""
        case .advice: "advies"
        case .status(let status): status.rawValue
        }
    }
}

extension WorklistQuery.Scope {
    fileprivate init(_ text: String?) {
        switch text {
        case nil: self = .own
        case "alle": self = .all
        case let code?: self = .partnership(PartnershipCode(code))
        }
    }

    var typed: String {
        switch self {
        case .own: ""
        case .all: "alle"
        case .partnership(let code): code.rawValue
        }
    }
}

extension WorklistCursor {
    /// `2026-11-30.1234`, as it stands in an address.
    var typed: String { "\(key).\(id)" }

    init?(typed text: some StringProtocol) {
        guard let dot = text.lastIndex(of: "."), let id = Int64(text[text.index(after: dot)...]),
            Day(iso: String(text[..<dot])) != nil
        else { return nil }
        self.init(key: String(text[..<dot]), id: id)
    }
}
