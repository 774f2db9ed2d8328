package import Testing

internal import Foundation

/// Compares a text with the file of that name beside the test; `TANDEM_RECORD=1` writes the file anew.
package func expectRecorded(
    _ text: String,
    in name: String,
    filePath: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let file = URL(fileURLWithPath: filePath).deletingLastPathComponent().appendingPathComponent(name)
    if isRecording {
        try text.write(to: file, atomically: true, encoding: .utf8)
        return
    }
    let recorded = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    guard recorded != text else { return }
    let old = Set(recorded.split(separator: "\n"))
    let new = text.split(separator: "\n")
    let added = new.filter { !old.contains($0) }.map { "+ \($0)" }
    let gone = recorded.split(separator: "\n").filter { !Set(new).contains($0) }.map { "- \($0)" }
    let difference = (gone + added).prefix(20).joined(separator: "\n")
    Issue.record(
        Comment(rawValue: "\(name) differs from what was recorded; TANDEM_RECORD=1 records it anew.\n\(difference)"),
        sourceLocation: sourceLocation
    )
}

/// Whether this run records what it sees instead of comparing it.
package var isRecording: Bool { ProcessInfo.processInfo.environment["TANDEM_RECORD"] == "1" }
