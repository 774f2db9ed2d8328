import Testing

@testable import TandemDomain

@Suite struct `A proposed mentor` {
    static let norms = MentorNorms(age: 25, ageWithDerogation: 23, yearsOfPractice: 5, extractMonths: 12)
    static let today = Day(number: 18_876)

    static func candidate(
        age: Int = 40,
        practice: Int? = 10,
        asks: Set<Derogation> = [],
        proof: Bool = false,
        extract: Day? = today
    ) -> MentorCandidate {
        MentorCandidate(
            bornOn: today.adding(years: -age),
            yearsOfPractice: practice,
            derogations: asks,
            hasPriorEducationProof: proof,
            extractIssuedOn: extract
        )
    }

    @Test(arguments: 22...26, [false, true])
    func `meets the rules of age and derogation, over every age and proof (R7)`(_ age: Int, _ proof: Bool) {
        for asks in [Set<Derogation>(), [.age]] {
            let objections = Self.candidate(age: age, asks: asks, proof: proof)
                .objections(under: Self.norms, designatedOn: Self.today)
            let ageRule: [MentorObjection] =
                age < 23
                ? [.tooYoung(age: age, minimum: 23)]
                : age < 25 && asks.isEmpty ? [.ageNeedsDerogation(age: age, norm: 25)] : []
            let proofRule: [MentorObjection] = !asks.isEmpty && !proof ? [.priorEducationProofMissing] : []
            #expect(objections == ageRule + proofRule)
        }
    }

    @Test func `is as old as on the day of designation, to the day (R7)`() {
        let birthday = Self.candidate(age: 25)
        #expect(birthday.objections(under: Self.norms, designatedOn: Self.today).isEmpty)
        let dayBefore = birthday.objections(under: Self.norms, designatedOn: Self.today.adding(days: -1))
        #expect(dayBefore.contains(.ageNeedsDerogation(age: 24, norm: 25)))
    }

    @Test(arguments: 0...6, [false, true])
    func `meets the rules of practice, over every number of years and proof (R8)`(_ years: Int, _ proof: Bool) {
        for asks in [Set<Derogation>(), [.experience]] {
            let objections = Self.candidate(practice: years, asks: asks, proof: proof)
                .objections(under: Self.norms, designatedOn: Self.today)
            let practiceRule: [MentorObjection] =
                years < 5 && asks.isEmpty ? [.practiceNeedsDerogation(years: years, norm: 5)] : []
            let proofRule: [MentorObjection] = !asks.isEmpty && !proof ? [.priorEducationProofMissing] : []
            #expect(objections == practiceRule + proofRule)
        }
    }

    @Test func `says how many years he practised`() {
        let objections = Self.candidate(practice: nil).objections(under: Self.norms, designatedOn: Self.today)
        #expect(objections == [.yearsOfPracticeMissing])
    }

    @Test(arguments: [
        ("2020-09-05", "extractTooOld"), ("2020-09-06", ""), ("2020-09-07", ""), ("2021-09-06", ""),
        ("2021-09-07", "extractInFuture"),
    ])
    func `shows an extract of at most a year old (R9)`(_ issued: String, _ expected: String) throws {
        let objections = Self.candidate(extract: try Day.of(issued))
            .objections(under: Self.norms, designatedOn: Self.today)
        #expect(objections.count == (expected.isEmpty ? 0 : 1))
        #expect(objections.allSatisfy { "\($0)".hasPrefix(expected) })
    }

    @Test func `cannot do without an extract (R9)`() {
        #expect(
            Self.candidate(extract: nil).objections(under: Self.norms, designatedOn: Self.today) == [.extractMissing]
        )
    }

    @Test(arguments: [
        ("2020-02-29", "2021-02-28", true), ("2020-02-28", "2021-02-28", true), ("2020-02-27", "2021-02-28", false),
        ("2020-02-29", "2021-03-01", false),
    ])
    func `counts the year of an extract over 29 February (R9)`(
        _ issued: String,
        _ day: String,
        _ isAccepted: Bool
    ) throws {
        let objections = Self.candidate(extract: try Day.of(issued))
            .objections(under: Self.norms, designatedOn: try Day.of(day))
        #expect(objections.isEmpty == isAccepted)
    }

    @Test func `is told everything at once, the final first`() {
        let objections = Self.candidate(age: 22, practice: 4, asks: [.age], extract: nil)
            .objections(under: Self.norms, designatedOn: Self.today)
        #expect(
            objections == [
                .tooYoung(age: 22, minimum: 23), .practiceNeedsDerogation(years: 4, norm: 5),
                .priorEducationProofMissing, .extractMissing,
            ]
        )
        #expect(objections.map(\.isFinal) == [true, false, false, false])
    }

    @Test(arguments: ExtractVerdict.allCases)
    func `is never accepted on an extract that forbids it (R10)`(_ verdict: ExtractVerdict) {
        let problems = Self.candidate()
            .acceptanceProblems(under: Self.norms, designatedOn: Self.today, extract: verdict, granted: [])
        #expect(problems == (verdict.letsAccept ? [] : [.extractForbids(verdict)]))
    }

    @Test func `is accepted on these extracts alone (R10)`() {
        #expect(ExtractVerdict.allCases.filter(\.letsAccept) == [.blank, .acceptableEntries])
    }

    @Test(arguments: 22...26, 3...6)
    func `is accepted only with every derogation that he needs (R7, R8)`(_ age: Int, _ practice: Int) {
        for granted in [Set<Derogation>(), [.age], [.experience], [.age, .experience]] {
            let candidate = Self.candidate(age: age, practice: practice, asks: [.age, .experience], proof: true)
            let problems = candidate.acceptanceProblems(
                under: Self.norms,
                designatedOn: Self.today,
                extract: .blank,
                granted: granted
            )
            let young: [AcceptanceProblem] = age < 23 ? [.objection(.tooYoung(age: age, minimum: 23))] : []
            let needsAge: [AcceptanceProblem] =
                age < 25 && !granted.contains(.age) ? [.derogationNotGranted(.age)] : []
            let needsPractice: [AcceptanceProblem] =
                practice < 5 && !granted.contains(.experience) ? [.derogationNotGranted(.experience)] : []
            #expect(problems == young + needsAge + needsPractice)
        }
    }
}
