import Testing

@testable import TandemWeb

@Suite
struct `A multipart form` {
    private static func part(_ name: String, _ value: String) -> String {
        "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
    }

    private static func file(_ name: String, _ fileName: String, _ bytes: String) -> String {
        """
        --b\r\nContent-Disposition: form-data; name="\(name)"; filename="\(fileName)"\r
        Content-Type: application/pdf\r\n\r\n\(bytes)\r\n
        """
    }

    private func read(_ body: String, in size: Int = .max, limits: FormLimits = FormLimits()) throws -> FormData {
        var reader = MultipartReader(boundary: "b", limits: limits)
        var rest = Array(body.utf8)[...]
        while !rest.isEmpty {
            try reader.feed(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        return try reader.finish()
    }

    /// Any cut of the same bytes is the same form.
    @Test(arguments: [1, 2, 3, 5, 7, 64, .max])
    func `is read however it is cut`(_ size: Int) throws {
        let body =
            "preamble\r\n" + Self.part("a", "één\r\ntwee --b") + Self.part("a", "")
            + Self.file("f", "C:\\x\\plan.pdf", "\0\r\n--\r\n-b")
            + "--b-- \r\nepilogue"
        let data = try read(body, in: size)
        #expect(data.values == ["a": ["één\r\ntwee --b", ""]])
        #expect(data.files == ["f": [UploadedFile(name: "plan.pdf", bytes: Array("\0\r\n--\r\n-b".utf8))]])
    }

    @Test
    func `has no file where the field was left empty`() throws {
        let data = try read(Self.file("f", "", "") + "--b--")
        #expect(data.files.isEmpty && data.file("f") == nil)
    }

    @Test(arguments: [
        ("name=\"a b\"", "a b"), ("name=a", "a"), ("name=\"say \\\"x\\\"\"", "say \"x\""),
        ("name=\"say %22x%22\"", "say \"x\""),
        ("Name=\"a\"", "a"), ("name=\"naam;x\"", "naam;x"), ("name=\"100%\"", "100%"),
    ])
    func `names its fields as browsers write them`(_ parameter: String, _ field: String) throws {
        let data = try read("--b\r\ncontent-disposition:  form-data; \(parameter)\r\n\r\nx\r\n--b--")
        #expect(data.values == [field: ["x"]])
    }

    @Test(arguments: [
        ("", FormError.endsTooSoon), ("--b", .endsTooSoon), ("--b\r\n", .endsTooSoon), ("rubbish", .endsTooSoon),
        (part("a", "x"), .endsTooSoon), (part("a", "x") + "--b", .endsTooSoon), (part("a", "x") + "--b-", .endsTooSoon),
        ("--bx\r\n\r\n\r\n--b--", .badPart), ("--b\r\n\r\nx\r\n--b--", .badPart),
        ("--b\r\nContent-Type: x\r\n\r\nx\r\n--b--", .badPart),
        ("--b\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--b--", .badPart),
        ("--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--", .badPart),
        ("--b\r\nContent-Disposition: form-data; name=\"a\r\n\r\nx\r\n--b--", .badPart),
        ("--b\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\nx\r\n--b--", .badPart),
    ])
    func `is refused where it is broken`(_ body: String, _ error: FormError) {
        #expect(throws: error) { try read(body) }
        #expect(throws: error) { try read(body, in: 1) }
    }

    @Test
    func `is refused where a text is not UTF-8`() throws {
        var reader = MultipartReader(boundary: "b")
        try reader.feed("--b\r\nContent-Disposition: form-data; name=a\r\n\r\n".utf8)
        #expect(throws: FormError.badText) { try reader.feed([0xFF] + Array("\r\n--b--".utf8)) }
    }

    @Test
    func `holds its limits before its end is seen`() throws {
        var limits = FormLimits()
        limits.fileBytes = 100
        limits.textBytes = 50
        limits.parts = 2
        limits.headBytes = 200
        limits.bodyBytes = 2000
        let long = String(repeating: "x", count: 300)
        let open = String(Self.file("f", "x", long).dropLast(2))
        #expect(throws: FormError.fileTooLarge(field: "f")) { try read(open, in: 16, limits: limits) }
        #expect(throws: FormError.textTooLong(field: "a")) { try read(Self.part("a", long), in: 16, limits: limits) }
        #expect(throws: FormError.tooManyParts) {
            try read(Self.part("a", "") + Self.part("a", "") + Self.part("a", ""), in: 16, limits: limits)
        }
        #expect(throws: FormError.badPart) { try read("--b\r\nX: \(long)", in: 16, limits: limits) }
        #expect(throws: FormError.bodyTooLarge) { try read(String(repeating: long, count: 7), in: 16, limits: limits) }
        #expect(
            try read(Self.file("f", "x", String(long.prefix(100))) + "--b--", limits: limits).file("f")?.bytes.count
                == 100
        )
    }

    /// Whatever arrives, the reader answers with a form or with a reason: it never stops the program.
    @Test
    func `survives every kind of rubbish`() {
        let seed = UInt64.random(in: .min ... .max)
        print("multipart seed \(seed)")
        var random = SplitMix(state: seed)
        let pieces = [
            "--b", "\r\n", "\r\n\r\n", "--", "Content-Disposition: form-data; name=", "\"a\"", ";", "filename=", "\\",
            "=", "x",
        ]
        for _ in 0..<3000 {
            var reader = MultipartReader(boundary: "b")
            var outcome: Result<FormData, FormError> = .failure(.endsTooSoon)
            do throws(FormError) {
                for _ in 0..<Int.random(in: 0...20, using: &random) {
                    let noise = (0..<3).map { _ in UInt8.random(in: .min ... .max, using: &random) }
                    let piece =
                        Bool.random(using: &random) ? Array((pieces.randomElement(using: &random) ?? "").utf8) : noise
                    try reader.feed(piece)
                }
                outcome = .success(try reader.finish())
            } catch {
                outcome = .failure(error)
            }
            if case .success(let data) = outcome { #expect(data.values.count + data.files.count <= 20) }
        }
    }

    @Test
    func `survives a valid form in which one byte changed`() throws {
        let seed = UInt64.random(in: .min ... .max)
        print("multipart mutation seed \(seed)")
        var random = SplitMix(state: seed)
        let body = Array((Self.part("a", "één") + Self.file("f", "plan.pdf", "%PDF") + "--b--\r\n").utf8)
        for _ in 0..<2000 {
            var changed = body
            changed[Int.random(in: body.indices, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
            var reader = MultipartReader(boundary: "b")
            let outcome = Result { () throws in
                try reader.feed(changed)
                return try reader.finish()
            }
            if case .failure(let error) = outcome { #expect(error is FormError) }
        }
    }
}

/// A small generator that a seed repeats.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
