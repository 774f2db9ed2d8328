import Testing

@testable import TandemDomain

@Suite struct `A file to submit` {
    static let norms = MentorNorms(age: 25, ageWithDerogation: 23, yearsOfPractice: 5, extractMonths: 12)

    static func complete() throws -> SubmissionFacts {
        var facts = SubmissionFacts()
        facts.establishment = Identifier(1)
        facts.training = TrainingCode("1535")
        facts.mentors = [(Identifier(7), try candidate())]
        facts.requiredDocuments = [RequirementCode("social_security_attest")]
        facts.presentDocuments = [RequirementCode("social_security_attest")]
        facts.hasDeclaration = true
        facts.needsMandate = true
        facts.hasValidMandate = true
        return facts
    }

    static func candidate(extract: String? = "2021-08-01") throws -> MentorCandidate {
        MentorCandidate(
            bornOn: try Day.of("1980-01-01"),
            yearsOfPractice: 10,
            derogations: [],
            hasPriorEducationProof: false,
            extractIssuedOn: try extract.map { try Day.of($0) }
        )
    }

    static func exclusion() throws -> Exclusion {
        let period = try #require(Period(from: try Day.of("2021-09-01"), until: try Day.of("2022-08-31")))
        return Exclusion(company: Identifier(1), establishment: nil, period: period)
    }

    /// What is taken away from a complete file, and what it lacks then.
    static let table: [(name: String, change: @Sendable (inout SubmissionFacts) throws -> Void, lack: Lack)] = [
        ("exclusion", { $0.exclusion = try exclusion() }, .excluded(until: Day(2022, 8, 31))),
        ("establishment", { $0.establishment = nil }, .establishment),
        ("training not offered", { $0.isTrainingOffered = false }, .trainingNotOffered(TrainingCode("1535"))),
        ("already there", { $0.hasOpenApplicationOrRecognition = true }, .alreadyThere(TrainingCode("1535"))),
        (
            "renewal too early", { $0.renewalPossibleFrom = try Day.of("2021-09-07") },
            .renewalTooEarly(from: Day(number: 18_877))
        ),
        ("mentor", { $0.mentors = [] }, .mentor),
        ("document", { $0.presentDocuments = [] }, .document(RequirementCode("social_security_attest"))),
        ("declaration", { $0.hasDeclaration = false }, .declaration),
        ("mandate", { $0.hasValidMandate = false }, .mandate),
    ]

    @Test func `lacks nothing when all is there (R5)`() throws {
        #expect(try Self.complete().lacks(under: Self.norms, on: try Day.of("2021-09-06")).isEmpty)
    }

    @Test(arguments: table.indices)
    func `lacks one thing at a time (R4, R5, R20)`(_ index: Int) throws {
        let row = Self.table[index]
        var facts = try Self.complete()
        try row.change(&facts)
        #expect(facts.lacks(under: Self.norms, on: try Day.of("2021-09-06")) == [row.lack], "\(row.name)")
    }

    @Test func `lacks all at once, in the order of the form`() throws {
        var facts = try Self.complete()
        for row in Self.table { try row.change(&facts) }
        #expect(facts.lacks(under: Self.norms, on: try Day.of("2021-09-06")) == Self.table.map(\.lack))
    }

    @Test func `lacks its training and then says nothing about it`() throws {
        var facts = try Self.complete()
        facts.training = nil
        facts.isTrainingOffered = false
        #expect(facts.lacks(under: Self.norms, on: try Day.of("2021-09-06")) == [.training])
    }

    @Test func `needs no mandate where the company applies itself (R4)`() throws {
        var facts = try Self.complete()
        (facts.needsMandate, facts.hasValidMandate) = (false, false)
        #expect(facts.lacks(under: Self.norms, on: try Day.of("2021-09-06")).isEmpty)
    }

    @Test func `may renew from the first day that allows it`() throws {
        var facts = try Self.complete()
        facts.renewalPossibleFrom = try Day.of("2021-09-06")
        #expect(facts.lacks(under: Self.norms, on: try Day.of("2021-09-06")).isEmpty)
    }

    @Test func `names each mentor whose papers lack (R9)`() throws {
        var facts = try Self.complete()
        facts.mentors = [(Identifier(7), try Self.candidate(extract: nil)), (Identifier(8), try Self.candidate())]
        let lacks = facts.lacks(under: Self.norms, on: try Day.of("2021-09-06"))
        #expect(lacks == [.mentorObjection(Identifier(7), .extractMissing)])
    }
}
