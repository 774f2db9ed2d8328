internal import Hummingbird
internal import TandemDomain
internal import TandemStore

/// Which recognitions the list of renewals shows: those that end within so many months, in one state or all.
struct RenewalFilter: Hashable, Sendable {
    static let choices = [3, 6, 12]

    var months = 6
    var state: RenewalState?
    var partnership: PartnershipCode?
    var cursor: WorklistCursor?

    /// Reads what stands in an address or a form; what is no choice is the first choice.
    init(_ value: (String) -> String?, _ actor: Actor) {
        months = value("maanden").flatMap { Int($0) }.flatMap { Self.choices.contains($0) ? $0 : nil } ?? 6
        state = value("stand").flatMap { RenewalState(rawValue: $0) }
        partnership = actor.listedPartnership(asked: value("partnerschap"))
        cursor = value("na").flatMap(Self.cursor)
    }

    /// The names and values that stand for it in an address or in a form.
    var pairs: [(String, String)] {
        [
            ("maanden", String(months)), ("stand", state?.rawValue ?? ""),
            ("partnerschap", partnership?.rawValue ?? ""), ("na", cursor.map { "\($0.key).\($0.id)" } ?? ""),
        ]
    }

    var url: String { Addresses.renewals.url(query: pairs) }

    /// The same choice, from the beginning or behind a line of the list.
    func after(_ cursor: WorklistCursor?) -> RenewalFilter {
        var filter = self
        filter.cursor = cursor
        return filter
    }

    private static func cursor(_ text: String) -> WorklistCursor? {
        let parts = text.split(separator: ".")
        guard parts.count == 2, let day = Day(iso: parts[0]), let id = Int64(parts[1]) else { return nil }
        return WorklistCursor(key: day.iso, id: id)
    }
}
