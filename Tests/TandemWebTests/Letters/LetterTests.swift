import HTTPTypes
import TandemDomain
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@testable import TandemActions
@testable import TandemWeb

@Suite
struct `A letter` {
    private static let today = Day(iso: "2026-11-23") ?? Day(number: 0)

    /// Facts with everything that this kind of letter may tell.
    private func facts(_ kind: LetterKind) -> LetterFacts {
        var facts = LetterFacts(
            kind: kind,
            writtenOn: Self.today,
            number: 1234,
            authority: "Departement WEWIS",
            partnershipName: "Horeca",
            companyName: "Brasserie De Linde bv",
            companyNumber: CompanyNumber(stored: "0400000167"),
            companyAddress: "Dorpsstraat 12, 9300 Aalst",
            establishmentName: "De Linde keuken",
            establishmentNumber: EstablishmentNumber(stored: "2000000158"),
            establishmentAddress: "Dorpsstraat 12, 9300 Aalst",
            trainingName: "Grootkeukenkok",
            appealDays: 10,
            signer: "Hilde Aerts"
        )
        facts.submittedOn = Self.today.adding(days: -10)
        facts.dueOn = Self.today.adding(days: 4)
        facts.effectiveOn = Self.today
        facts.motivation = "De keuken heeft geen oven.\r\n\r\nEr is geen plaats voor een leerling."
        facts.validity = Validity(approvedOn: Self.today, years: 5)
        facts.mainReason = "Ontbreken van bedrijfsuitrusting of activiteiten"
        facts.furtherReasons = ["Gebrek aan mentor"]
        facts.acceptedMentors = ["Jan Claes", "An Peeters"]
        facts.refusedMentors = [("Bob Smet", "Te weinig praktijk.")]
        facts.excludedUntil = Self.today.adding(years: 1)
        return facts
    }

    private func letter(_ facts: LetterFacts) throws -> LetterText {
        LetterWriter.words(try .load(.dutch)).write(facts)
    }

    @Test(arguments: LetterKind.allCases)
    func `says everything in words of the catalogue`(_ kind: LetterKind) throws {
        let letter = try letter(facts(kind))
        let text = letter.subject + "\n\n" + letter.body + "\n"
        #expect(!text.contains("⟦") && !text.contains("{") && !text.contains("|"))
        #expect(text.contains("Brasserie De Linde bv") && text.contains("Horeca"))
        try expectSnapshot(text, named: "letter-\(kind.rawValue).txt")
    }

    @Test(arguments: LetterKind.allCases)
    func `tells how to appeal where there is something to appeal`(_ kind: LetterKind) throws {
        let appealable: Set<LetterKind> = [
            .approved, .approvedByLaw, .rejected, .withdrawn, .withdrawnWithoutMentor, .excluded,
        ]
        let body = try letter(facts(kind)).body
        #expect(body.contains("binnen 10 dagen nadat u deze brief ontvangen hebt") == appealable.contains(kind))
        #expect(body.contains("Alleen de onderneming zelf") == appealable.contains(kind))
    }

    @Test
    func `has no appeal where every mentor was accepted`() throws {
        var facts = facts(.approved)
        facts.refusedMentors = []
        #expect(try !letter(facts).body.contains("beroep"))
    }

    @Test(arguments: [LetterKind.received, .cancelled, .approvedByLaw, .discontinued])
    func `is not signed by who did not decide`(_ kind: LetterKind) throws {
        #expect(try !letter(facts(kind)).body.contains("Hilde Aerts"))
    }

    @Test
    func `asks for a mentor where the law approved without one`() throws {
        var facts = facts(.approvedByLaw)
        facts.acceptedMentors = []
        facts.refusedMentors = []
        #expect(try letter(facts).body.contains("Stel in het loket zo snel mogelijk een mentor voor."))
    }

    @Test
    func `tells a definitive exclusion of a whole company`() throws {
        var facts = facts(.excluded)
        facts.excludedUntil = nil
        facts.isWholeCompanyExcluded = true
        let body = try letter(facts).body
        #expect(body.contains("met al haar vestigingen") && body.contains("definitief"))
    }

    @Test
    func `keeps braces that a handler typed`() throws {
        var facts = facts(.withdrawn)
        facts.motivation = "Zie {training}."
        #expect(try letter(facts).body.contains("Zie {training}."))
    }
}

@Suite
struct `The page of a letter` {
    private func siteWithLetter(motivation: String = "Het attest is onleesbaar.") async throws -> (TestSite, Int64) {
        let site = try await TestSite()
        let file = try await site.submit()[0]
        try await site.counter.markIncomplete(file, reason: motivation, since: nil, by: site.actor(.handler))
        let letters = try await site.database.read { try $0.letters(about: file) }
        return (site, try #require(letters.last?.id))
    }

    @Test
    func `shows the letter as it was sent`() async throws {
        let (site, id) = try await siteWithLetter()
        try await site.visit(as: .handler) { visit in
            let answer = try await visit.get("/brieven/\(id)")
            #expect(answer.status == .ok)
            #expect(answer.html.contains("Het attest is onleesbaar."))
            #expect(!answer.html.contains("⟦"))
            try expectSnapshot(answer.html, named: "letter.html")
        }
    }

    @Test(arguments: [
        (Persona.representative, HTTPStatusCode.ok), (.employee, .ok), (.handler, .ok), (.department, .ok),
        (.auditor, .ok), (.secretary, .ok), (.otherRepresentative, .notFound), (.counsellor, .notFound),
        (.otherHandler, .notFound), (.voter, .notFound), (.consultant, .notFound),
    ])
    func `is there for the company, its partnership and who oversees`(
        _ persona: Persona,
        _ status: HTTPStatusCode
    ) async throws {
        let (site, id) = try await siteWithLetter()
        try await site.visit(as: persona) { visit in
            let answer = try await visit.get("/brieven/\(id)")
            #expect(answer.status.code == status.rawValue)
        }
    }

    @Test
    func `shows nothing to a stranger`() async throws {
        let (site, id) = try await siteWithLetter()
        try await site.visit(as: nil) { visit in
            let answer = try await visit.get("/brieven/\(id)")
            #expect(answer.status == .unauthorized)
        }
    }

    @Test
    func `escapes what a handler typed`() async throws {
        let (site, id) = try await siteWithLetter(motivation: "<script>alert(1)</script>")
        try await site.visit(as: .representative) { visit in
            let html = try await visit.get("/brieven/\(id)").html
            #expect(html.contains("&lt;script&gt;alert(1)"))
            #expect(!html.contains("<script>alert"))
        }
    }
}

/// The status codes that tables of tests name.
enum HTTPStatusCode: Int, Sendable {
    case ok = 200
    case seeOther = 303
    case unauthorized = 401
    case forbidden = 403
    case notFound = 404
    case conflict = 409
    case unprocessable = 422
}
