internal import TandemActions
internal import TandemDomain

/// What a handler fills in of a mentor who comes to a recognition that runs: the person, his papers and the finding.
struct MentorInput {
    let place: Int64?
    let proposal: MentorProposal
    let papers: MentorPapers
    let finding: MentorFinding

    /// - Throws: ``FormErrors`` with everything that is wrong.
    init(_ data: FormData) throws(FormErrors) {
        var reader = FormReader(data)
        let number = reader.nationalNumber("number")
        let first = reader.text("first", orElse: "recognitionMentor.firstMissing", longest: 100)
        let last = reader.text("last", orElse: "recognitionMentor.lastMissing", longest: 100)
        let years = reader.whole("years", in: 0...60, orElse: "recognitionMentor.yearsMissing")
        let issuedOn = reader.day("issuedOn", orElse: "recognitionMentor.issuedOnMissing")
        let extract = reader.file("extract", orElse: "recognitionMentor.extractMissing")
        let verdict = reader.choice("verdict", of: ExtractVerdict.self, orElse: "recognitionMentor.verdictMissing")
        let known = try reader.all(number, first, last, years, issuedOn, extract, verdict)
        let grants = Set(data.all("grants").compactMap { Derogation(rawValue: $0) })
        place = Int64(data["place"])
        proposal = MentorProposal(number: known.0, firstName: known.1, lastName: known.2)
        papers = MentorPapers(
            yearsOfPractice: known.3,
            asks: grants,
            proof: data.file("proof").flatMap { $0.bytes.isEmpty ? nil : Upload(fileName: $0.name, bytes: $0.bytes) },
            extract: Upload(fileName: known.5.name, bytes: known.5.bytes),
            extractIssuedOn: known.4
        )
        finding = MentorFinding(judgement: .accepted, extract: known.6, grants: grants)
    }
}

extension Form {
    /// The fields of a new mentor; the place is that of the mentor who goes, where one does.
    func mentorFields(place: Int64?) -> [Model] {
        [
            hidden("place", place.map { String($0) } ?? ""),
            text("number", "recognitionMentor.number", hint: "recognitionMentor.numberHint", kind: .digits, width: 20),
            text("first", "recognitionMentor.first", width: 25),
            text("last", "recognitionMentor.lastName", width: 25),
            text("years", "recognitionMentor.years", kind: .digits, width: 3),
            file("extract", "recognitionMentor.extract"),
            day("issuedOn", "recognitionMentor.issuedOn"),
            radios("verdict", "recognitionMentor.verdict", choices: Self.verdicts),
            checkboxes(
                "grants",
                "recognitionMentor.grants",
                choices: [
                    Choice(Derogation.age.rawValue, "recognitionMentor.grantsAge"),
                    Choice(Derogation.experience.rawValue, "recognitionMentor.grantsExperience"),
                ],
                hint: "recognitionMentor.grantsHint"
            ),
            file("proof", "recognitionMentor.proof", isOptional: true),
        ]
    }

    private static let verdicts = [
        Choice(ExtractVerdict.blank.rawValue, "mentor.extractBlank"),
        Choice(ExtractVerdict.acceptableEntries.rawValue, "mentor.extractAcceptable"),
        Choice(ExtractVerdict.unacceptableEntries.rawValue, "mentor.extractUnacceptable"),
        Choice(ExtractVerdict.factsAgainstMinors.rawValue, "mentor.extractFactsAgainstMinors"),
    ]
}
