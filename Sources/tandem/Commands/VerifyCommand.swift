internal import ArgumentParser
internal import Foundation
internal import TandemActions
internal import TandemSQL
internal import TandemStore

/// `tandem verify`: checks the chain of events and replays it against the tables.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the chain of events, replay it against the tables, and name every difference.",
        discussion:
            "Exit code 1 where anything differs. Keep the last digest elsewhere: it proves what was there today."
    )

    @OptionGroup var database: DatabaseOption

    @Flag(name: .long, help: "Print the result as JSON.")
    var json = false

    func run() async throws {
        let database = try await database.open()
        var verification = try await database.verify()
        verification.findings += try await dueDayFindings(database)
        print(json ? try jsonText(verification) : text(verification))
        if !verification.findings.isEmpty { throw ExitCode(1) }
    }

    /// The stored due days against the legal clock, worked out anew from the steps.
    private func dueDayFindings(_ database: any SQLDatabase) async throws -> [VerificationFinding] {
        try await Counter.dueDayFindings(in: database)
    }

    private func text(_ verification: Verification) -> String {
        let lines = verification.findings.map(\.description)
        let state = lines.isEmpty ? "Chain and tables agree." : "\(lines.count) differences:"
        let counts = "\(verification.events) events, \(verification.rows) rows, last digest \(digest(verification))."
        return ([counts, state] + lines).joined(separator: "\n")
    }

    private func jsonText(_ verification: Verification) throws -> String {
        let result = VerificationJSON(
            events: verification.events,
            rows: verification.rows,
            lastDigest: digest(verification),
            findings: verification.findings.map(\.description)
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        return String(decoding: try encoder.encode(result), as: UTF8.self)
    }

    private func digest(_ verification: Verification) -> String { hexadecimal(verification.lastDigest) }
}

private struct VerificationJSON: Encodable {
    let events: Int
    let rows: Int
    let lastDigest: String
    let findings: [String]
}
