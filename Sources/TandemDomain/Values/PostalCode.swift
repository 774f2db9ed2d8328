/// A Belgian postal code (*postcode*), four digits from 1000 to 9999.
package struct PostalCode: Hashable, Sendable {
    package let digits: String

    /// Reads what a person types; spaces around it and a leading `B-` are welcome.
    package init?(_ text: some StringProtocol) {
        var kept = String(text.filter { $0 != " " }).uppercased()
        if kept.hasPrefix("B-") { kept.removeFirst(2) }
        guard kept.utf8.count == 4, isAllDigits(kept), kept.first != "0" else { return nil }
        digits = kept
    }

    /// Takes back what this type wrote.
    package init(stored digits: String) { self.digits = digits }
}
