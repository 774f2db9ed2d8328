import TandemDomain
import Testing

@Suite struct `What the company register tells` {
    private static let old = RegisterFacts(
        name: "Bakkerij Proef",
        street: "Markt 1",
        postalCode: PostalCode(stored: "9000"),
        owner: CompanyNumber(stored: "0400000196")
    )
    private static let renamed = RegisterFacts(
        name: "Bakkerij Proef Groep",
        street: old.street,
        postalCode: old.postalCode,
        owner: old.owner
    )
    private static let moved = RegisterFacts(
        name: old.name,
        street: "Markt 2",
        postalCode: old.postalCode,
        owner: old.owner
    )
    private static let takenOver = RegisterFacts(
        name: old.name,
        street: old.street,
        postalCode: old.postalCode,
        owner: CompanyNumber(stored: "0400000295")
    )

    /// What it said the last time, whether it had ended, what it says now, and what that means.
    struct Case: Sendable {
        let last: RegisterFacts?
        var isGone = false
        let now: RegisterFacts?
        let news: RegisterNews
    }

    static let cases = [
        Case(last: nil, now: nil, news: .nothing),
        Case(last: nil, now: old, news: .firstSeen),
        Case(last: old, now: old, news: .same),
        Case(last: old, now: renamed, news: .changed([.name])),
        Case(last: old, now: moved, news: .changed([.address])),
        Case(last: old, now: takenOver, news: .changed([.owner])),
        Case(last: old, now: nil, news: .ended),
        Case(last: old, isGone: true, now: nil, news: .nothing),
        Case(last: old, isGone: true, now: old, news: .returned),
        Case(last: old, isGone: true, now: moved, news: .returned),
    ]

    @Test(arguments: cases)
    func `means an end only where it was held before (R18)`(_ example: Case) {
        #expect(registerNews(last: example.last, isGone: example.isGone, now: example.now) == example.news)
    }
}
