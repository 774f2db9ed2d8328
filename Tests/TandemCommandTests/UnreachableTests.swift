import ArgumentParser
import TandemPostgres
import TandemSQL
import TandemTestKit
import Testing

@testable import tandem

/// What an operator reads where the database cannot be used; exit codes are those of `tandem --help`.
@Suite struct `A command without its database` {
    static func failure(_ address: String) async throws -> ReadableFailure? {
        do { _ = try await RegisterPlace(address).open(for: .maintenance) } catch { return ReadableFailure(error) }
        return nil
    }

    @Test(arguments: [
        ("postgres://tandem:geheim@127.0.0.1:1/x", "Connection refused"),
        ("postgres://tandem:geheim@no-such-host.invalid/x", "could not translate host name"),
        ("postgres://tandem:geheim@127.0.0.1/x?nonsense=1", "invalid URI query parameter"),
    ])
    func `says where it failed and why, and no password`(_ address: String, _ reason: String) async throws {
        let failure = try #require(try await Self.failure(address))
        #expect(failure.code == ExitCode(69))
        #expect(failure.description.hasPrefix("the database cannot be used: "))
        #expect(failure.description.contains(reason), "\(failure.description)")
        #expect(!failure.description.contains("geheim"))
    }

    @Test(.enabled(if: TestDatabase.server != nil)) func `says that a password is wrong`() async throws {
        let database = try await TestDatabase.blank()
        try await database.write { session in
            try session.runScript(
                "DO $$ BEGIN CREATE ROLE guarded LOGIN PASSWORD 'right'; EXCEPTION WHEN duplicate_object THEN END $$;"
            )
        }
        let address = try TestDatabase.settings(of: database).address.replacing("tandem@", with: "guarded:geheim@")
        let failure = try #require(try await Self.failure(address))
        #expect(failure.code == ExitCode(69) && failure.description.contains("password authentication failed"))
        #expect(!failure.description.contains("geheim"))
    }

    @Test(.enabled(if: TestDatabase.server != nil))
    func `says that the server speaks no TLS where the address asks it`() async throws {
        let database = try await TestDatabase.blank()
        let address = try TestDatabase.settings(of: database).address + "?sslmode=require"
        let failure = try #require(try await Self.failure(address))
        #expect(failure.code == ExitCode(69) && failure.description.contains("server does not support SSL"))
    }

    @Test(.enabled(if: TestDatabase.server != nil)) func `asks for the steps that a register lacks`() async throws {
        let database = try await TestDatabase.blank()
        let address = try TestDatabase.settings(of: database).address
        await #expect(throws: ValidationError.self) { try await RegisterPlace(address).open(for: .serving) }
    }

    @Test(arguments: [
        ("postgres://jan:geheim@db1,db2/register?sslmode=require", "postgres://jan@db1,db2/register"),
        ("postgres://db1/register", "postgres://db1/register"),
        ("/var/lib/tandem/r.sqlite", "/var/lib/tandem/r.sqlite"),
    ])
    func `names its place without a password`(_ text: String, _ shown: String) {
        #expect(RegisterPlace(text).description == shown)
    }
}
