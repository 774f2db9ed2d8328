package import TandemDomain

extension Day {
    /// Reads a day as people type it: `22/11/2026`, `22-11-2026`, `22.11.2026`, `1/2/2026`, or as `2026-11-22`.
    package init?(typed text: some StringProtocol) {
        if let day = Day(iso: text) {
            self = day
            return
        }
        let parts = text.split(omittingEmptySubsequences: false) { "/-. ".contains($0) }
        guard parts.count == 3, parts[2].utf8.count == 4,
            let date = Self.whole(parts[0]), let month = Self.whole(parts[1]), let year = Self.whole(parts[2])
        else { return nil }
        self.init(year, month, date)
    }

    /// A number without the sign that `Int` would take.
    private static func whole(_ text: some StringProtocol) -> Int? {
        (1...4).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }
}
