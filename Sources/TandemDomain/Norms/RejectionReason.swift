/// Why an application is rejected (*reden van afkeuring*; R14).
package struct RejectionReason: Hashable, Sendable {
    package let code: ReasonCode
    package let label: String
    package let period: Period

    package init(code: ReasonCode, label: String, period: Period) {
        self.code = code
        self.label = label
        self.period = period
    }
}
