import Testing

@Suite struct `The source` {
    @Test func `asks the time at the rim alone`() throws {
        let files = try Repository.files(in: "Sources", "swift").filter {
            $0.path != "Sources/TandemActions/Desk/WallClock.swift" && !$0.path.hasPrefix("Sources/tandem/")
        }
        let words = [
            "Date()", "Date.now", "clock_gettime", "gettimeofday", "datetime(",
            "strftime(", "date('now", "CURRENT_TIMESTAMP", "CURRENT_DATE",
        ]
        let places = Repository.places(of: words, in: files)
        #expect(places.isEmpty, "\(places)")
        // In a statement this would be the clock of the database; who asks the clock he was handed reads none.
        let statements = Repository.places(of: ["now()"], in: files.filter { $0.path.contains("/TandemStore/") })
        #expect(statements.isEmpty, "\(statements)")
    }

    @Test func `never stops the program`() throws {
        let words = ["try" + "!", "fatal" + "Error", "precondition" + "(", "as" + "! "]
        let files = try Repository.files(in: "Sources", "swift") + Repository.files(in: "Tests", "swift")
        let places = Repository.places(of: words, in: files) { $0.contains("\" + \"") }
        #expect(places.isEmpty, "\(places)")
    }

    @Test func `names every case in the domain`() throws {
        let places = Repository.places(
            of: ["default" + ":"],
            in: try Repository.files(in: "Sources/TandemDomain", "swift")
        )
        #expect(places.isEmpty, "\(places)")
    }

    @Test func `leaves nothing for later`() throws {
        let words = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
        let kinds = ["swift", "mustache", "json", "css", "js", "py", "md"]
        let files = try ["Sources", "Tests", "Documentation"].flatMap { folder in
            try kinds.flatMap { try Repository.files(in: folder, $0) }
        }
        let places = Repository.places(of: words, in: files) { $0.contains("\" + \"") }
        #expect(places.isEmpty, "\(places)")
    }

    @Test func `numbers its migrations without gaps, and names their files by them`() throws {
        let files = try Repository.files(in: "Sources/TandemStore/Migrations", "swift")
            .filter { $0.name != "Migration.swift" }
        for (index, file) in files.enumerated() {
            let match = try #require(file.name.wholeMatch(of: /(\d{4})-([a-z-]+)\.swift/), "\(file.name)")
            #expect(Int(match.output.1) == index + 1, "\(file.name)")
            #expect(file.text.contains("number: \(index + 1),"), "\(file.name)")
            #expect(file.text.contains("name: \"\(match.output.2)\""), "\(file.name)")
        }
        let list = try Repository.files(in: "Sources/TandemStore/Migrations", "swift")
            .first { $0.name == "Migration.swift" }?.text.firstMatch(of: /all: \[Migration\] = \[([^\]]*)\]/)
        #expect(list?.output.1.matches(of: /\.\w+/).count == files.count)
    }
}
