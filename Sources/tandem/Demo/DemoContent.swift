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
        try await callOffWhatStoodStill()
        try await applyTheLaw()
        try await enrol(like: rows, through: today)
        say("Handing files to the people of today …")
        let cast = try await DemoCast(counter: counter).assemble()
        let count = try await DemoFiles(counter: counter, cast: cast, today: today).play(companies: rows)
        say("  \(count) files of today, for every partnership and status")
    }

    /// Imports rows through the same door as any file.
    private func take(_ rows: [[String]], _ what: String) async throws {
        var writer = CSVWriter(lineEnding: .lineFeed)
        writer.append(TwinRow.columns)
        for row in rows { writer.append(row) }
        let bytes = writer.takeBytes()
        let report = try await counter.importRecognitions(from: { AnyIterator(CollectionOfOne(bytes).makeIterator()) })
        {
            done,
            total in say(progressLine(done, total), terminator: "\r")
        }
        say("  \(report.rows) \(what)                              ")
    }

    /// What schools offer and how many learners they have, through the same door as any file; and, for the trainings
    /// that a published analysis counted, as many places as it found.
    private func enrol(like rows: [TwinRow], through today: Day) async throws {
        let twin = try EnrolmentTwin(reference: counter.reference, seed: seed, share: Self.shareOfLearners)
        var writer = CSVWriter(lineEnding: .lineFeed)
        writer.append(EnrolmentTwin.columns)
        for row in try twin.rows(through: today) { writer.append(row) }
        let bytes = writer.takeBytes()
        let report = try await counter.importEnrolments(from: { AnyIterator(CollectionOfOne(bytes).makeIterator()) })
        say("  \(report.counts.count) reference dates of learners")
        let day = report.counts.last?.referenceDate ?? today
        let known = try await counter.database.read { try $0.validPlaces(on: day) }
        let places = AnalysedPlaces(counts: twin.analysedPlaces, known: known, today: today, seed: seed)
        try await take(places.fields(like: rows), "applications that an analysis counted")
    }

    /// The demonstration has a fifth of the places that the real register has today, and as many learners.
    private static let shareOfLearners = 20

    /// Files that were incomplete or on hold when the published register was measured, and that nobody took up again:
    /// their companies called them off a season later, after the day of measuring.
    private func callOffWhatStoodStill() async throws {
        let files = try await counter.database.read { session in
            try session.worklist(WorklistFilter(), after: nil, limit: 1000).map(\.application)
                .filter { $0.status == .incomplete || $0.status == .onHold }
        }
        for file in files {
            let account = try await counter.database.write { session in
                try session.addAccount(slug: "onderneming-\(file.company)", name: "Robin Voorbeeldmans")
            }
            let company = Actor(
                account: account,
                capacity: nil,
                name: "Robin Voorbeeldmans",
                role: .legalRepresentative,
                organisation: .company(file.company)
            )
            let day = (file.submittedOn ?? counter.clock.today()).adding(days: 90)
            try await Stage(counter: counter).counter(on: day).cancel(file.id, since: nil, by: company)
        }
        say("  \(files.count) files called off")
    }

    /// What the law did since: files of 2021 that nobody decided, and notices of what ends soon.
    private func applyTheLaw() async throws {
        let report = try await counter.tick()
        say("  \(report.acts.count) acts of the law")
    }
}
