internal import Foundation
internal import TandemActions
internal import TandemCSV
internal import TandemDomain
internal import TandemSQL
internal import TandemStore
internal import TandemTwin

/// Fills a demonstration register: the published volume, the years since, people, and files of today.
struct DemoContent {
    let counter: Counter
    let seed: UInt64

    /// - Throws: an error of the twin, of the import or of the database.
    func fill() async throws {
        let today = counter.clock.today()
        say("Writing the statistical twin of the published register …")
        let rows = try Twin(reference: counter.reference, seed: seed).rows()
        try await take(rows.map(\.fields), "applications of 2016 to 2021")
        let recent = RecentFiles(reference: counter.reference, today: today, seed: seed)
        try await take(recent.fields(after: rows), "applications since")
        say("Handing files to the people of today …")
        let cast = try await DemoCast(counter: counter).assemble()
        let count = try await DemoFiles(counter: counter, cast: cast, today: today).play(companies: rows)
        say("  \(count) files of today, for every partnership and status")
        try await applyTheLaw()
    }

    /// Imports rows through the same door as any file.
    private func take(_ rows: [[String]], _ what: String) async throws {
        var writer = CSVWriter(lineEnding: .lineFeed)
        writer.append(TwinRow.columns)
        for row in rows { writer.append(row) }
        let bytes = writer.takeBytes()
        let report = try await counter.importRecognitions(from: { AnyIterator(CollectionOfOne(bytes).makeIterator()) }) {
            done, total in say(progressLine(done, total), terminator: "\r")
        }
        say("  \(report.rows) \(what)                              ")
    }

    /// What the law did since: files of 2021 that nobody decided, and notices of what ends soon.
    private func applyTheLaw() async throws {
        let report = try await counter.tick()
        say("  \(report.acts.count) acts of the law")
    }
}
