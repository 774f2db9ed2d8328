/// A mandate (*machtiging*): a company's signed permission for an organisation to manage its data and apply for it (R4).
package struct Mandate: Hashable, Sendable {
    package let company: Identifier<Company>
    package let holder: Organisation
    package let period: Period
    package let revokedOn: Day?

    package init(company: Identifier<Company>, holder: Organisation, period: Period, revokedOn: Day? = nil) {
        self.company = company
        self.holder = holder
        self.period = period
        self.revokedOn = revokedOn
    }

    /// Whether it holds on `day`; on the day of revocation it no longer does.
    package func isValid(on day: Day) -> Bool {
        period.contains(day) && (revokedOn.map { day < $0 } ?? true)
    }
}
