import Foundation
import TandemTestKit
import Testing

@testable import TandemDomain

@Suite struct `The document on the life of an application` {
    static let begin = "<!-- transitions:begin -->"
    static let end = "<!-- transitions:end -->"

    static func file(_ name: String) -> URL {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        while folder.lastPathComponent != "Tests", folder.pathComponents.count > 1 { folder.deleteLastPathComponent() }
        return folder.deletingLastPathComponent().appendingPathComponent("Documentation/\(name)")
    }

    static func table<Status, Move>(of lifecycle: Lifecycle<Status, Move>) -> [String]
    where Status: RawRepresentable<String>, Move: RawRepresentable<String> {
        ["| From | Move | To | By | If |", "| --- | --- | --- | --- | --- |"]
            + lifecycle.arrows.map { arrow in
                let roles = Role.allCases.filter(arrow.roles.contains).map { words($0.rawValue) }
                let cells = [
                    words(arrow.from.rawValue), words(arrow.act.rawValue), words(arrow.to.rawValue),
                    roles.joined(separator: ", "), arrow.condition.map { sentence($0.rawValue) } ?? "",
                ]
                return "| " + cells.joined(separator: " | ") + " |"
            }
    }

    static func words(_ code: String) -> String { code.replacing("_", with: " ") }

    /// `fileIsComplete` as `file is complete`.
    static func sentence(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? " \($1.lowercased())" : String($1) }
    }

    @Test func `holds the tables of both lifecycles`() throws {
        try Self.expect(
            ["Of an application:", ""] + Self.table(of: .application)
                + ["", "Of a recognition:", ""] + Self.table(of: .recognition),
            in: "Life of an application.md"
        )
    }

    @Test func `has the table of a prospect beside it`() throws {
        try Self.expect(Self.table(of: .prospect), in: "Prospecting.md")
    }

    private static func expect(_ lines: [String], in name: String) throws {
        let expected = "\(begin)\n\n" + lines.joined(separator: "\n") + "\n\n\(end)"
        let text = try String(contentsOf: file(name), encoding: .utf8)
        let start = try #require(text.range(of: begin), "the document has no place for the tables")
        let stop = try #require(text.range(of: end))
        if isRecording {
            let renewed = text[..<start.lowerBound] + expected + text[stop.upperBound...]
            try String(renewed).write(to: file(name), atomically: true, encoding: .utf8)
            return
        }
        #expect(text[start.lowerBound..<stop.upperBound] == expected, "TANDEM_RECORD=1 writes the tables anew")
    }
}
