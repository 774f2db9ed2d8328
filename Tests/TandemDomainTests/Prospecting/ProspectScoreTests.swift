import TandemReference
import Testing

@testable import TandemDomain

private let day = Day(number: 20_000)

private func match(
    _ breadth: TrainingActivity.Breadth = .core,
    isMain: Bool = true,
    depth: Int = 2,
    edition: Int = 2008
) -> ActivityMatch {
    ActivityMatch(breadth: breadth, isMain: isMain, depth: depth, edition: edition, digits: "43211")
}

/// One fact, and the reasons that it gives with the weights that are shipped.
struct ScoreCase: CustomTestStringConvertible, Sendable {
    let what: String
    let reasons: [String]
    let change: @Sendable (inout CandidateFacts) -> Void

    init(_ what: String, _ reasons: [String], _ change: @escaping @Sendable (inout CandidateFacts) -> Void) {
        self.what = what
        self.reasons = reasons
        self.change = change
    }

    var testDescription: String { what }

    static let all: [ScoreCase] = [
        ScoreCase("nothing known", []) { _ in },
        ScoreCase("main core activity", ["coreMain 40"]) { $0.matches = [match()] },
        ScoreCase("secondary core activity", ["coreSecondary 28"]) { $0.matches = [match(isMain: false)] },
        ScoreCase("main activity of the sector", ["sectorMain 18"]) { $0.matches = [match(.sector)] },
        ScoreCase("secondary activity of the sector", ["sectorSecondary 10"]) {
            $0.matches = [match(.sector, isMain: false)]
        },
        ScoreCase("a narrow code", ["coreMain 40", "depth 6"]) { $0.matches = [match(depth: 5)] },
        ScoreCase("the edition that holds", ["coreMain 40", "newestEdition 2"]) {
            $0.matches = [match(edition: 2025)]
        },
        ScoreCase("the best of several matches", ["coreMain 40", "depth 2"]) {
            $0.matches = [match(.sector, depth: 7), match(depth: 3), match(isMain: false, depth: 5)]
        },
        ScoreCase("next door", ["distance 20"]) { $0.distance = 0 },
        ScoreCase("3.2 km away", ["distance 18"]) { $0.distance = 3200 },
        ScoreCase("very far away", ["distance 0"]) { $0.distance = 90_000 },
        ScoreCase("an employer", ["employer 10"]) { $0.isEmployer = true },
        ScoreCase("nobody employed", ["size 0"]) { $0.employees = 0 },
        ScoreCase("one employee", ["size 2"]) { $0.employees = 1 },
        ScoreCase("twelve employees", ["size 6"]) { $0.employees = 12 },
        ScoreCase("four hundred employees", ["size 10"]) { $0.employees = 400 },
        ScoreCase("recognised here and elsewhere", ["recognisedHere 15", "recognisedInCompany 10"]) {
            $0.earlier = [.inCompany, .here]
        },
        ScoreCase(
            "a bad past",
            ["recognitionExpired 6", "recognitionWithdrawn -12", "applicationRejected -8"]
        ) { $0.earlier = [.rejected, .expired, .withdrawn] },
        ScoreCase("two refusals", ["refusals -20"]) { $0.refusals = 2 },
        ScoreCase("nine refusals", ["refusals -30"]) { $0.refusals = 9 },
        ScoreCase("no idle place", []) { $0.idlePlaces = 0 },
        ScoreCase("two idle places", ["idlePlaces -6"]) { $0.idlePlaces = 2 },
        ScoreCase("twenty idle places", ["idlePlaces -15"]) { $0.idlePlaces = 20 },
    ]
}

@Suite struct `The score of a candidate` {
    let weights: [ProspectWeight: Int]

    init() throws { weights = try ReferenceLibrary.load().prospectWeights[day] }

    @Test(arguments: ScoreCase.all)
    func `is the sum of its reasons`(_ example: ScoreCase) {
        var facts = CandidateFacts()
        example.change(&facts)
        let score = ProspectScore(facts, weights)
        #expect(score.reasons.map { "\($0.kind.key) \($0.points)" } == example.reasons)
        #expect(score.total == score.reasons.reduce(0) { $0 + $1.points })
    }

    @Test func `adds up the reasons of all facts`() {
        let alone = ScoreCase.all.filter { ["3.2 km away", "an employer", "twelve employees"].contains($0.what) }
        var facts = CandidateFacts(matches: [match()])
        for example in alone { example.change(&facts) }
        #expect(ProspectScore(facts, weights).total == 40 + 18 + 10 + 6)
    }

    @Test func `has a weight for each name, with a source, and says that it is a choice`() throws {
        let all = try ReferenceLibrary.load().prospectWeights
        for weight in ProspectWeight.allCases {
            let entry = try #require(all.dated(weight)?.entry(on: day), "\(weight)")
            #expect(entry.isProvisional && entry.source == "eigen keuze, te bevestigen")
        }
    }

    @Test func `weighs nothing where there are no weights`() {
        #expect(ProspectScore(CandidateFacts(matches: [match()], distance: 10, isEmployer: true), [:]).total == 0)
    }

    private func random(_ random: inout some RandomNumberGenerator) -> CandidateFacts {
        CandidateFacts(
            matches: (0..<Int.random(in: 0...3, using: &random)).map { _ in
                match(
                    Bool.random(using: &random) ? .core : .sector,
                    isMain: .random(using: &random),
                    depth: .random(in: 2...7, using: &random),
                    edition: Bool.random(using: &random) ? 2008 : 2025
                )
            },
            distance: Bool.random(using: &random) ? .random(in: 0...120_000, using: &random) : nil,
            isEmployer: .random(using: &random),
            employees: Bool.random(using: &random) ? .random(in: 0...300, using: &random) : nil,
            earlier: Set(EarlierRecognition.allCases.filter { _ in Bool.random(using: &random) }),
            refusals: .random(in: 0...6, using: &random),
            idlePlaces: Bool.random(using: &random) ? .random(in: 0...9, using: &random) : nil
        )
    }

    @Test func `never falls where a fact gets better`() {
        let seed = UInt64.random(in: 0...(.max))
        print("seed \(seed)")
        var generator = SplitMix(state: seed)
        for _ in 0..<5000 {
            let facts = random(&generator)
            let total = ProspectScore(facts, weights).total
            for better in betters(than: facts) {
                #expect(ProspectScore(better, weights).total >= total, "seed \(seed): \(facts) → \(better)")
            }
        }
    }

    /// The same candidate with one fact better: nearer, larger, an employer, refused less, with one match more.
    private func betters(than facts: CandidateFacts) -> [CandidateFacts] {
        var (nearer, larger, employer, kinder, busier, fitter) = (facts, facts, facts, facts, facts, facts)
        nearer.distance = facts.distance.map { $0 * 2 / 3 }
        larger.employees = facts.employees.map { $0 + 7 }
        employer.isEmployer = true
        kinder.refusals = max(0, facts.refusals - 1)
        busier.idlePlaces = facts.idlePlaces.map { max(0, $0 - 1) }
        fitter.matches.append(match(.sector, isMain: false))
        return [nearer, larger, employer, kinder, busier, fitter]
    }

    @Test func `holds a main activity above a secondary, and the trade above its sector`() {
        for depth in 2...7 {
            let scores = [(TrainingActivity.Breadth.core, true), (.core, false), (.sector, true), (.sector, false)].map
            {
                ProspectScore(CandidateFacts(matches: [match($0.0, isMain: $0.1, depth: depth)]), weights).total
            }
            #expect(scores == scores.sorted(by: >) && Set(scores).count == 4, "\(depth)")
        }
    }
}

@Suite struct `A match of activities` {
    private func wanted(_ breadth: TrainingActivity.Breadth, _ edition: Int, _ digits: String) -> TrainingActivity {
        TrainingActivity(
            training: TrainingCode("1"),
            breadth: breadth,
            edition: edition,
            digits: digits,
            period: Period(startingOn: day)
        )
    }

    @Test func `is one of the same edition that contains the code`() {
        let activities = [
            CandidateActivity(edition: 2025, digits: "43211", isMain: true),
            CandidateActivity(edition: 2008, digits: "43220", isMain: false),
            CandidateActivity(edition: 2003, digits: "45310", isMain: true),
        ]
        let trainings = [
            wanted(.core, 2025, "4321"), wanted(.sector, 2025, "43"), wanted(.core, 2008, "4321"),
            wanted(.sector, 2008, "43"), wanted(.core, 2025, "432119"),
        ]
        #expect(
            activityMatches(activities, trainings) == [
                ActivityMatch(breadth: .core, isMain: true, depth: 4, edition: 2025, digits: "43211"),
                ActivityMatch(breadth: .sector, isMain: true, depth: 2, edition: 2025, digits: "43211"),
                ActivityMatch(breadth: .sector, isMain: false, depth: 2, edition: 2008, digits: "43220"),
            ]
        )
    }
}
