import HTTPTypes
import Testing

@testable import TandemWeb

/// Characters that nobody sees: PostgreSQL cannot hold a zero character, so that none may come in on either make.
@Suite
struct `Control characters` {
    static let texts: [(sent: String, kept: String)] = [
        ("een\u{0}twee", "eentwee"), ("\u{0}", ""), ("a\u{1}\u{B}\u{C}\u{1F}\u{7F}\u{85}b", "ab"),
        ("een\ttwee\r\ndrie\n", "een\ttwee\r\ndrie\n"), ("é😀\u{200D}", "é😀\u{200D}"),
    ]

    @Test(arguments: texts.indices)
    func `are left out of what a form sends`(_ index: Int) throws {
        let (sent, kept) = Self.texts[index]
        let encoded = sent.utf8.map { byte in "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }
        #expect(try URLEncodedForm.read("a=\(encoded.joined())".utf8).all("a") == [kept])
        var reader = MultipartReader(boundary: "b")
        try reader.feed(
            Array("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\(sent)\r\n--b--".utf8)
        )
        #expect(try reader.finish().all("a") == [kept])
    }

    @Test(arguments: [("pl\u{0}an.pdf", "plan.pdf"), ("a\tb\u{7F}.pdf", "ab.pdf"), ("é.pdf", "é.pdf")])
    func `are left out of the name of a file, whose bytes stay`(_ sent: String, _ kept: String) throws {
        var reader = MultipartReader(boundary: "b")
        try reader.feed(
            Array(
                """
                --b\r\nContent-Disposition: form-data; name="a"; filename="\(sent)"\r\n\r\n%PDF-\u{0}\u{1}\r\n--b--
                """.utf8
            )
        )
        #expect(try reader.finish().files == ["a": [UploadedFile(name: kept, bytes: Array("%PDF-\u{0}\u{1}".utf8))]])
    }

    @Test(arguments: ["/werkbak?opleiding=%00", "/werkbak?zoek=a%00b", "/dossiers/%00"])
    func `are refused in an address`(_ address: String) async throws {
        let site = try await TestSite()
        try await site.visit(as: .handler) { visit in
            let answer = try await visit.get(address)
            #expect(answer.status == .unprocessableContent)
        }
    }
}
