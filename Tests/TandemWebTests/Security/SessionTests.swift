import Hummingbird
import TandemDomain
import Testing

@testable import TandemWeb

private let now = Instant(milliseconds: 1_800_000_000_000)

private func request(cookie: String) -> Request {
    Request(
        head: HTTPRequest(method: .get, scheme: "http", authority: "x", path: "/", headerFields: [.cookie: cookie]),
        body: RequestBody(buffer: ByteBuffer())
    )
}

@Suite
struct `A session` {
    private let security: Security
    private let session = Session.start(capacity: 42, at: now)
    private let value: String

    init() throws {
        security = Security(key: try SigningKey(String(repeating: "k", count: 32)), isSecure: false)
        value = security.cookie(for: session).value
    }

    private func read(_ value: String, at moment: Instant = now) -> Session? {
        security.session(of: request(cookie: "tandem=\(value)"), at: moment)
    }

    @Test
    func `is recognised`() { #expect(read(value) == session) }

    @Test
    func `is refused when one letter of its cookie changes`() {
        for index in value.indices {
            var changed = value
            let letter: Character = value[index] == "A" ? "B" : "A"
            changed.replaceSubrange(index...index, with: [letter])
            #expect(read(changed) == nil, "\(changed)")
        }
    }

    @Test(arguments: ["", ".", "..", "a.b", "a", "a.b.c", "%", "-"])
    func `is refused where the cookie is rubbish`(_ value: String) { #expect(read(value) == nil) }

    @Test
    func `is refused with a signature made for another use or by another key`() throws {
        let text = session.text
        #expect(read(security.key.sealed(text, for: .flash)) == nil)
        #expect(read(SigningKey.random().sealed(text, for: .session)) == nil)
        #expect(read(value + "=") == nil)
        #expect(read(String(value.dropLast())) == nil)
    }

    @Test(
        arguments: [(-1, false), (0, true), (Session.lifetime - 1, true), (Session.lifetime, false)] as [(Int64, Bool)]
    )
    func `holds for a working day`(_ later: Int64, _ holds: Bool) {
        #expect((read(value, at: Instant(milliseconds: now.milliseconds + later)) != nil) == holds)
    }

    @Test
    func `is never continued by signing in`() {
        let again = Session.start(capacity: 42, at: now)
        #expect(again.nonce != session.nonce)
        #expect(security.csrfToken(of: again) != security.csrfToken(of: session))
    }

    @Test
    func `is kept from scripts and from other sites`() {
        let open = security.cookie(for: session).description
        for property in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=36000"] { #expect(open.contains(property)) }
        #expect(!open.contains("Secure"))
        let closed = Security(key: security.key, isSecure: true).cookie(for: session).description
        #expect(closed.contains("Secure") && closed.hasPrefix("__Host-tandem="))
    }

    @Test
    func `needs a secret of some length`() {
        #expect(throws: SigningKey.TooShort.self) { try SigningKey("short") }
    }
}

@Suite
struct `A message for the next page` {
    @Test(arguments: [
        Flash.success("form.missing"), .warning(Word("form.tooLong", ["most": "5"], count: 3)),
        .info(.verbatim("Els; \"x\"")),
    ])
    func `arrives as it was sent`(_ flash: Flash) {
        let security = Security(key: .random(), isSecure: false)
        let cookie = security.cookie(for: flash)
        #expect(security.flash(of: request(cookie: "\(cookie.name)=\(cookie.value)")) == flash)
        #expect(security.flash(of: request(cookie: "\(cookie.name)=x\(cookie.value)")) == nil)
    }
}

@Suite
struct `The secret of a form` {
    private let security = Security(key: .random(), isSecure: false)
    private let session = Session.start(capacity: 1, at: now)

    @Test
    func `is that of its session and no other`() {
        let token = security.csrfToken(of: session)
        #expect(security.isValid(csrfToken: token, of: session))
        #expect(!security.isValid(csrfToken: token, of: .start(capacity: 1, at: now)))
        #expect(!Security(key: .random(), isSecure: false).isValid(csrfToken: token, of: session))
        for wrong in ["", "x", token + "A", String(token.dropLast()), session.nonce] {
            #expect(!security.isValid(csrfToken: wrong, of: session), "\(wrong)")
        }
    }
}

@Suite
struct `Attempts to sign in` {
    private func limit() -> SignInRateLimit { SignInRateLimit(minutes: 15, mostPerName: 3, mostPerAddress: 5) }

    private func later(_ seconds: Int64) -> Instant { Instant(milliseconds: now.milliseconds + seconds * 1000) }

    /// Name, address, seconds after the start, verdict.
    @Test
    func `are counted per name and per address`() async {
        let limit = limit()
        let table: [(String, String, Int64, SignInRateLimit.Verdict)] = [
            ("els", "1.1.1.1", 0, .admitted), ("ELS", "2.2.2.2", 60, .admitted), ("els", "3.3.3.3", 120, .admitted),
            ("els", "4.4.4.4", 180, .refused(seconds: 720)), ("els", "4.4.4.4", 899, .refused(seconds: 1)),
            ("an", "4.4.4.4", 899, .admitted), ("els", "4.4.4.4", 900, .admitted),
            ("els", "4.4.4.4", 901, .refused(seconds: 59)), ("els", "4.4.4.4", 960, .admitted),
            ("b1", "4.4.4.4", 961, .admitted), ("b2", "4.4.4.4", 962, .admitted),
            ("b3", "4.4.4.4", 963, .refused(seconds: 836)), ("b3", "5.5.5.5", 964, .admitted),
        ]
        for (name, address, seconds, verdict) in table {
            #expect(
                await limit.attempt(name: name, from: address, at: later(seconds)) == verdict,
                "\(name) at \(seconds)"
            )
        }
    }

    @Test
    func `start anew for a name that signed in`() async {
        let limit = limit()
        for _ in 0..<3 { #expect(await limit.attempt(name: "els", from: "a", at: now) == .admitted) }
        await limit.succeeded(name: "Els")
        #expect(await limit.attempt(name: "els", from: "a", at: now) == .admitted)
    }

    @Test
    func `are forgotten after the window`() async {
        let limit = limit()
        for number in 0..<100 { _ = await limit.attempt(name: "n\(number)", from: "a\(number)", at: now) }
        _ = await limit.attempt(name: "last", from: "last", at: later(901))
        #expect(await limit.size == 2)
    }
}
