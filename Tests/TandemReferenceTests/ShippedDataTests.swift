import TandemDomain
import TandemReference
import Testing

@Suite struct `The shipped reference data` {
    @Test func `has no problem at all`() {
        #expect(ReferenceLibrary.check().problems == [])
    }

    @Test func `loads`() throws {
        let reference = try ReferenceLibrary.load()
        #expect(reference.trainings.count > 200)
    }

    @Test func `tells what it holds in lines of a table`() {
        let lines = ReferenceLibrary.check().summary.lines
        #expect(lines.first == "Bestand                     Rijen  Van         Tot")
        #expect(lines.contains("holidays.csv                  220  2014-01-01  2035-12-25"))
        #expect(lines.contains { $0.hasPrefix("  decision_term_unit = calendar_days: ") })
    }
}
