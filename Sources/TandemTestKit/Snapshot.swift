package import Testing

internal import Foundation

/// Compares a page with the one recorded in `Pages/<name>` beside the test; `TANDEM_RECORD=1` records it anew.
package func expectSnapshot(
    _ text: String,
    named name: String,
    filePath: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let file = Snapshot.folder(of: filePath).appendingPathComponent(name)
    // The digest of the style sheet is no part of what a page says.
    let text = text.replacing(/\?v=[0-9a-f]{16}/, with: "?v=0")
    if Snapshot.isRecording {
        try Snapshot.record(text, in: file)
        return
    }
    let recorded = try? String(contentsOf: file, encoding: .utf8)
    guard recorded != text else { return }
    Issue.record(Comment(rawValue: Snapshot.difference(recorded, text, name)), sourceLocation: sourceLocation)
}

private enum Snapshot {
    static var isRecording: Bool { ProcessInfo.processInfo.environment["TANDEM_RECORD"] == "1" }

    /// The `Pages` folder of the test target, however deep in it the test stands.
    static func folder(of filePath: String) -> URL {
        var folder = URL(fileURLWithPath: filePath).deletingLastPathComponent()
        while folder.deletingLastPathComponent().lastPathComponent != "Tests", folder.pathComponents.count > 1 {
            folder.deleteLastPathComponent()
        }
        return folder.appendingPathComponent("Pages")
    }

    static func record(_ text: String, in file: URL) throws {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
    }

    /// The first line that differs, because a whole page tells nothing.
    static func difference(_ recorded: String?, _ text: String, _ name: String) -> String {
        guard let recorded else { return "\(name) was never recorded; run the test with TANDEM_RECORD=1." }
        let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
        let new = text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
        return """
            \(name) differs from what was recorded, first in line \(line + 1); TANDEM_RECORD=1 records it anew.
            recorded: \(line < old.count ? old[line] : "(end)")
            now:      \(line < new.count ? new[line] : "(end)")
            """
    }
}
