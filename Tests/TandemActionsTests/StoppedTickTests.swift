import TandemActions
import TandemDomain
import TandemSQLite
import TandemTestKit
import Testing

@Suite struct `The legal clock of a server that stops` {
    @Test func `finishes its batch, and leaves the rest to another`() async throws {
        let desk = try await TestCounter()
        let id = try await desk.file(.inProcess)
        desk.clock.advance(days: 15)
        let report = try await desk.counter.tick(while: { false })
        #expect(report.acts == [.lapse(id, effectiveOn: desk.clock.today)])
        // It does not say that all was done.
        let before = try await desk.counter.lastTick()
        #expect(before == nil)
        desk.clock.advance(days: 1)
        let next = try await desk.counter.tick()
        #expect(next.acts.isEmpty && !next.wasBusy)
        let after = try await desk.counter.lastTick()
        #expect(after == desk.clock.today)
    }
}
