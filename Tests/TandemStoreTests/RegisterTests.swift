import TandemDomain
import TandemSQL
import TandemSQLite
import TandemStore
import TandemTestKit
import Testing

@Suite struct `The vault of national numbers` {
    static func vault(_ byte: UInt8) throws -> NumberVault {
        try #require(NumberVault(secret: Array(repeating: byte, count: 32)))
    }

    @Test func `gives back what it sealed, and to nobody with another key`() throws {
        let number = try TestNumber.person(bornOn: TestCounter.firstDay.adding(years: -40))
        let sealed = try Self.vault(1).seal(number)
        #expect(try Self.vault(1).open(sealed) == number)
        #expect(throws: (any Error).self) { try Self.vault(2).open(sealed) }
        #expect(throws: (any Error).self) { try Self.vault(1).open(sealed.dropLast() + [0]) }
        #expect(throws: (any Error).self) { try Self.vault(1).open([1, 2, 3]) }
    }

    @Test func `seals the same number to other bytes each time, and finds it by the same`() throws {
        let number = try TestNumber.person(bornOn: TestCounter.firstDay.adding(years: -40))
        let other = try TestNumber.person(bornOn: TestCounter.firstDay.adding(years: -40), serial: 2)
        let vault = try Self.vault(1)
        #expect(try vault.seal(number) != vault.seal(number))
        #expect(vault.hash(number) == vault.hash(number) && vault.hash(number) != vault.hash(other))
        #expect(try vault.hash(number) != Self.vault(2).hash(number))
    }

    @Test(arguments: [0, 1, 31]) func `takes no secret shorter than 32 bytes`(_ count: Int) {
        #expect(NumberVault(secret: Array(repeating: 1, count: count)) == nil)
    }
}

@Suite struct `The words of a name` {
    @Test(arguments: [
        ("Bouwbedrijf De Steen bv", "bouwbedrijf de steen"), ("  A.B.C. nv ", "a b c"), ("BV", "bv"),
        ("Élan & Söhne", "elan sohne"), ("Jose\u{301}", "jose"), ("'t Hoekje", "hoekje t"),
        ("Vers-Vis Oostende", "oostende vers vis"), ("3M België vzw", "3m belgie"), ("", ""), ("-- .. !", ""),
        ("Steen steen STEEN", "steen"),
    ])
    func `are found without capitals, accents and legal form`(_ name: String, _ expected: String) {
        #expect(searchWords(name).joined(separator: " ") == expected)
    }

    @Test func `lead to the company by their beginnings, all of them`() async throws {
        let desk = try await TestCounter()
        for (text, count) in [("steen", 1), ("ste", 1), ("ste bouw", 1), ("steen brug", 0), ("teen", 0), ("", 0)] {
            let found = try await desk.database.read { try $0.companies(matching: text, limit: 9).count }
            #expect(found == count, "\(text)")
        }
    }
}

@Suite struct `A lease` {
    /// Who asks, when, and whether he gets it; each for ten seconds.
    @Test func `is one holder's at a time, until it ends`() async throws {
        let database = try await TestRegister.empty()
        let table: [(holder: String, second: Int64, expected: Bool)] = [
            ("een", 0, true), ("twee", 1, false), ("een", 5, true), ("twee", 14, false), ("twee", 15, true),
            ("een", 16, false), ("een", 25, true),
        ]
        for row in table {
            let isTaken = try await database.write {
                try $0.takeLease("x", holder: row.holder, now: Instant(milliseconds: row.second * 1000), for: 10_000)
            }
            #expect(isTaken == row.expected, "\(row)")
        }
    }

    @Test func `is free at once when its work is done, and remembers through which day`() async throws {
        let database = try await TestRegister.empty()
        let now = Instant(milliseconds: 1000)
        let day = TestCounter.firstDay
        #expect(try await database.read { try $0.leaseDoneThrough("x") } == nil)
        let results = try await database.write { session in
            let first = try session.takeLease("x", holder: "een", now: now, for: 10_000)
            try session.finishLease("x", holder: "twee", through: day.adding(days: 9))
            let stolen = try session.takeLease("x", holder: "twee", now: now, for: 10_000)
            try session.finishLease("x", holder: "een", through: day)
            return [first, stolen, try session.takeLease("x", holder: "twee", now: now, for: 10_000)]
        }
        #expect(results == [true, false, true])
        #expect(try await database.read { try $0.leaseDoneThrough("x") } == day)
    }
}

@Suite struct `Two writers of one row` {
    @Test func `cannot both write from the same version`() async throws {
        let desk = try await TestCounter()
        let id = try await desk.file(.submitted)
        let file = try await desk.application(id)
        let results = try await desk.database.write { session in
            [try session.change(file), try session.change(file)]
        }
        #expect(results == [true, false])
        #expect(try await desk.application(id).version == file.version + 1)
    }

    @Test func `of one recognition cannot either`() async throws {
        let desk = try await TestCounter()
        let recognition = try #require(try await desk.recognition(of: desk.file(.approved)))
        let results = try await desk.database.write { session in
            [try session.change(recognition), try session.change(recognition)]
        }
        #expect(results == [true, false])
    }
}
