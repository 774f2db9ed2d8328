import HTTPTypes
import TandemDomain
import TandemTestKit
import Testing

@testable import TandemWeb

@Suite
struct `The number of statements behind a page` {
    private static let pages: [(who: Persona, url: String)] = [
        (.handler, "/werkbak"), (.voter, "/werkbak"), (.department, "/werkbak?partnerschap=alle"),
        (.handler, "/werkbak?zoek=linde"), (.handler, "/dossiers/1"), (.representative, "/aanvragen/dossier/1"),
        (.counsellor, "/"), (.representative, "/ondernemingen/1"),
    ]

    private static func statements(of url: String, for persona: Persona, in site: TestSite) async throws -> Int {
        let counting = CountingDatabase(site.database)
        try await site.counted(by: counting).visit(as: persona) { visit async throws in
            #expect(try await visit.get(url).status == .ok, "\(url)")
        }
        return counting.count
    }

    @Test(arguments: pages)
    func `is the same for 5, 50 and 500 files`(_ who: Persona, _ url: String) async throws {
        let site = try await TestSite()
        try await site.mandate()
        _ = try await site.submit()
        var added = 1
        var counts: [Int] = []
        for count in [5, 50, 500] {
            _ = try await site.addFiles(count: count - added)
            added = count
            counts.append(try await Self.statements(of: url, for: who, in: site))
        }
        #expect(Set(counts).count == 1, "\(url): \(counts)")
        #expect(counts[0] > 0)
    }

    @Test
    func `is the same for one mentor and for five`() async throws {
        var counts: [Int] = []
        for mentors in [1, 5] {
            let site = try await TestSite()
            let proposed = (1...mentors).map { TestSite.Proposed(lastName: "Claes \($0)", serial: $0) }
            let files = try await site.submit(mentors: proposed)
            counts.append(try await Self.statements(of: "/dossiers/\(files[0])", for: .handler, in: site))
        }
        #expect(counts[0] == counts[1], "\(counts)")
    }
}
