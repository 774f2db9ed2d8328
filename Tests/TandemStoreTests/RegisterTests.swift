import TandemDomain
import TandemSQL
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

@Suite struct `Work that only one may do` {
    @Test func `is refused while somebody is at it, and free again when he is done or failed`() async throws {
        struct Failed: Error {}
        let database = try await TestRegister.empty()
        let nested = try await database.exclusively("x") {
            [try await database.exclusively("x") { 1 }, try await database.exclusively("y") { 2 }]
        }
        #expect(nested == [nil, 2])
        await #expect(throws: Failed.self) { try await database.exclusively("x") { throw Failed() } }
        #expect(try await database.exclusively("x") { 3 } == 3)
    }
}

@Suite struct `The legal clock` {
    @Test func `remembers through which day the law was applied, and when`() async throws {
        let database = try await TestRegister.empty()
        #expect(try await database.read { try $0.lastTick() == nil })
        for hours in [1, 2] {
            let day = TestCounter.firstDay.adding(days: hours)
            let instant = Instant(milliseconds: Int64(hours) * 3_600_000)
            try await database.write { try $0.noteTick(through: day, at: instant) }
            let last = try await database.read { try $0.lastTick() }
            #expect(last?.through == day && last?.at == instant)
        }
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
