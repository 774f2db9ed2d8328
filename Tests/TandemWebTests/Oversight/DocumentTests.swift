import HTTPTypes
import HummingbirdTesting
import NIOCore
import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import Testing

@testable import TandemWeb

@Suite
struct `A document of a file` {
    private static let readers: [(Persona, HTTPStatusCode)] = [
        (.representative, .ok), (.handler, .ok), (.department, .ok), (.auditor, .ok), (.otherHandler, .forbidden),
        (.otherRepresentative, .forbidden), (.counsellor, .forbidden),
    ]

    @Test(arguments: readers)
    func `is there for who may read the file`(_ persona: Persona, _ status: HTTPStatusCode) async throws {
        let site = try await TestSite()
        let file = try await site.submit()[0]
        let attachment = try #require(try await site.database.read { try $0.attachments(of: file) }.first)
        try await site.visit(as: persona) { visit in
            let answer = try await visit.get(Addresses.attachment.url(file.rawValue, attachment.id))
            #expect(answer.status.code == status.rawValue)
        }
    }

    @Test
    func `travels as what it is, under a safe name`() async throws {
        let site = try await TestSite()
        let file = try await site.submit()[0]
        let attachment = try #require(try await site.database.read { try $0.attachments(of: file) }.first)
        try await site.visit(as: .handler) { visit in
            let url = Addresses.attachment.url(file.rawValue, attachment.id)
            try await visit.client.execute(uri: url, method: .get, headers: [.cookie: visit.cookie]) { response in
                #expect(response.headers[.contentType] == "application/pdf")
                #expect(response.headers[.contentDisposition] == "inline; filename=\"rsz-attest.pdf\"")
                #expect(response.headers[.xContentTypeOptions] == "nosniff")
                #expect(response.headers[.cacheControl] == "no-store")
                #expect(String(buffer: response.body).hasPrefix("%PDF-"))
            }
        }
    }

    @Test
    func `is not found under another file`() async throws {
        let site = try await TestSite()
        let files = try await site.submit([TestSite.cook, TestSite.building])
        let attachment = try #require(try await site.database.read { try $0.attachments(of: files[0]) }.first)
        try await site.visit(as: .handler) { visit in
            let url = Addresses.attachment.url(files[1].rawValue, attachment.id)
            let shown = try await visit.get(url).status
            #expect(shown == .notFound)
        }
    }

    @Test(arguments: [
        ("diploma.pdf", "diploma.pdf"), ("scan van attest (2).PNG", "scan-van-attest-2.pdf"),
        ("../../etc/passwd", "passwd.pdf"), ("\"; filename=x\r\n.pdf", "filename-x.pdf"), ("é.pdf", "document.pdf"),
        ("", "document.pdf"),
    ])
    func `gets a name that a header can hold`(_ name: String, _ safe: String) {
        #expect(safeFileName(name, .pdf) == safe)
    }
}

@Suite
struct `A look at an extract` {
    private func siteWithDesignation() async throws -> (TestSite, DesignationRecord) {
        let site = try await TestSite()
        let files = try await site.submit(mentors: [.init(asks: [.experience])])
        try await site.takeUp(files)
        let designations = try await site.database.read { try $0.designations(of: files[0]) }
        return (site, try #require(designations.first))
    }

    @Test
    func `is recorded with who looked`() async throws {
        let (site, designation) = try await siteWithDesignation()
        try await site.visit(as: .handler) { visit in
            let answer = try await visit.get(Addresses.extract.url(designation.id.rawValue))
            #expect(answer.status == .ok)
            #expect(answer.html.hasPrefix("%PDF-"))
        }
        let last = try await site.database.read { try $0.lastEvent(of: .designation, designation.id.rawValue) }
        #expect(last?.act == "extract_viewed")
        #expect(last?.name == "Hilde Aerts")
        #expect(try await site.findings() == [])
    }

    @Test
    func `does not stand in the way of the judgement`() async throws {
        let (site, designation) = try await siteWithDesignation()
        let handler = try await site.actor(.handler)
        _ = try await site.counter.viewExtract(of: designation.id, by: handler)
        let finding = MentorFinding(judgement: .accepted, extract: .blank, grants: [.experience])
        try await site.counter.judge(designation.id, finding, since: designation.version, by: handler)
        await #expect(throws: Refusal.self) {
            try await site.counter.judge(designation.id, finding, since: designation.version, by: handler)
        }
    }

    @Test(arguments: [
        (Persona.voter, HTTPStatusCode.forbidden), (.secretary, .forbidden), (.consultant, .forbidden),
        (.otherHandler, .forbidden), (.auditor, .ok), (.representative, .ok),
    ])
    func `is for who may read extracts`(_ persona: Persona, _ status: HTTPStatusCode) async throws {
        let (site, designation) = try await siteWithDesignation()
        try await site.visit(as: persona) { visit in
            let answer = try await visit.get(Addresses.extract.url(designation.id.rawValue))
            #expect(answer.status.code == status.rawValue)
        }
    }

    @Test
    func `shows the proof of prior education without a record`() async throws {
        let (site, designation) = try await siteWithDesignation()
        try await site.visit(as: .handler) { visit in
            let sent = try await visit.get(Addresses.proof.url(designation.id.rawValue)).status
            #expect(sent == .ok)
            let kept = try await visit.get(Addresses.proof.url(9999)).status
            #expect(kept == .notFound)
        }
        #expect(try await site.database.read { try $0.designation(designation.id) }?.version == designation.version)
    }
}
