import HTTPTypes
import TandemActions
import TandemDomain
import TandemSQL
import TandemTestKit
import Testing

@testable import TandemWeb

@Suite struct `A replica` {
    /// What each page asks of the replica; where nothing may lag, it is asked nothing.
    static let pages: [(who: Persona, url: String, mayLag: Bool)] = [
        (.handler, "/werkbak", false), (.handler, "/dossiers/1", false), (.handler, "/dossiers/1/beslissing", false),
        (.handler, "/taken", false), (.handler, "/hernieuwingen", false),
        (.handler, "/dossiers/1/gebeurtenissen", false),
        (.representative, "/", false), (.representative, "/ondernemingen/1", false),
        (.representative, "/aanvragen/dossier/1", false), (.representative, "/machtigingen", false),
        (.department, "/keten", false), (.handler, "/tellingen", true), (.handler, "/uitgaand", true),
        (.handler, "/radar/vraag-en-aanbod", true), (.handler, "/radar/vraag-en-aanbod/plaatsen", true),
    ]

    @Test(arguments: pages.indices)
    func `answers what may lag, and nothing that a decision rests on`(_ index: Int) async throws {
        let (who, url, mayLag) = Self.pages[index]
        let site = try await TestSite()
        try await site.mandate()
        _ = try await site.submit()
        let replica = CountingDatabase(site.database)
        let register = ReplicatedDatabase(leader: site.database, replica: replica)
        try await site.through(register).visit(as: who) { visit async throws in
            let status = try await visit.get(url).status
            // A file nobody took up has no decision yet, and a lone company no choice: both were looked up all the same.
            #expect([.ok, .seeOther, .conflict].contains(status), "\(url): \(status)")
        }
        #expect((replica.count > 0) == mayLag, "\(url)")
    }

    @Test func `is not asked by any act`() async throws {
        let site = try await TestSite()
        try await site.mandate()
        let replica = CountingDatabase(site.database)
        let over = site.through(ReplicatedDatabase(leader: site.database, replica: replica))
        _ = try await over.submit()
        _ = try await over.counter.tick()
        #expect(replica.count == 0)
    }
}
