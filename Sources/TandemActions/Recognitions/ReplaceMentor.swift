package import TandemDomain
internal import TandemStore

extension Counter {
    /// Lets a mentor of a recognition go after `day`; where he was the last, a handler is asked to look (R17).
    ///
    /// - Throws: ``Refusal``.
    package func endMentor(
        _ place: Int64,
        of id: Identifier<Recognition>,
        lastDay day: Day,
        by actor: Actor
    ) async throws {
        try await act(by: actor) { desk in
            let recognition = try desk.recognition(id, since: nil)
            try desk.require(.replaceMentor, desk.subject(of: recognition))
            try desk.requireRunning(recognition)
            try desk.end(place, of: recognition, lastDay: day)
        }
    }

    /// Puts a new mentor in the place of one that goes, or beside the others, with his papers.
    ///
    /// The mentor at `place` goes on the day before; without one, the new mentor comes beside the others.
    ///
    /// - Throws: ``Refusal``.
    package func replaceMentor(
        _ place: Int64?,
        of id: Identifier<Recognition>,
        with proposal: MentorProposal,
        _ papers: MentorPapers,
        finding: MentorFinding,
        by actor: Actor
    ) async throws {
        let wasReported = try await act(by: actor) { desk -> Bool in
            let recognition = try desk.recognition(id, since: nil)
            try desk.require(.judgeMentor, desk.subject(of: recognition))
            try desk.requireRunning(recognition)
            if try desk.isNumberOfAnother(proposal) {
                try desk.addTask(
                    .nationalNumberInUse,
                    partnership: recognition.partnership,
                    company: recognition.company,
                    recognition: id,
                    detail: "\(proposal.firstName) \(proposal.lastName)"
                )
                return true
            }
            let mentor = try desk.findOrAddMentor(proposal)
            try desk.accept(mentor, papers, finding, for: recognition)
            if let place { try desk.end(place, of: recognition, lastDay: desk.today.adding(days: -1)) }
            return false
        }
        if wasReported { throw Refusal.numberInUse }
    }
}

extension Desk {
    fileprivate mutating func end(_ place: Int64, of recognition: RecognitionRecord, lastDay day: Day) throws {
        let mentors = try session.mentors(of: recognition.id)
        guard let leaving = mentors.first(where: { $0.id == place }) else { throw Refusal.notFound }
        let lastDay = max(day, leaving.from)
        guard try session.endMentor(place, lastDay: lastDay) else {
            throw try changedMeanwhile(.recognitionMentor, place)
        }
        try record(.recognitionMentor, place, version: leaving.version + 1, act: "left", on: lastDay)
        guard !mentors.contains(where: { $0.id != place && $0.until == nil }) else { return }
        try addTask(
            .confirmNewMentor,
            partnership: recognition.partnership,
            company: recognition.company,
            recognition: recognition.id
        )
    }

    /// Judges a new mentor as in a file, and makes him a mentor of the recognition from today.
    fileprivate mutating func accept(
        _ mentor: Identifier<Mentor>,
        _ papers: MentorPapers,
        _ finding: MentorFinding,
        for recognition: RecognitionRecord
    ) throws {
        guard let person = try session.mentor(mentor) else { throw Refusal.notFound }
        let candidate = MentorCandidate(
            bornOn: person.bornOn,
            yearsOfPractice: papers.yearsOfPractice,
            derogations: papers.asks,
            hasPriorEducationProof: papers.proof != nil,
            extractIssuedOn: papers.extract == nil ? nil : papers.extractIssuedOn
        )
        let problems = candidate.acceptanceProblems(
            under: reference.figures.mentorNorms(on: today),
            designatedOn: today,
            extract: finding.extract,
            granted: finding.grants
        )
        if !problems.isEmpty { throw Refusal.acceptance(problems) }
        if try session.mentors(of: recognition.id).contains(where: { $0.mentor.id == mentor && $0.until == nil }) {
            throw Refusal.mentorTwice
        }
        try keepPapers(papers, of: mentor, finding, in: recognition)
        let place = try session.addMentor(mentor, to: recognition.id, from: today)
        try record(.recognitionMentor, place, act: "joined")
    }

    /// Keeps the papers with the file that led to the recognition, where the next renewal finds them.
    private mutating func keepPapers(
        _ papers: MentorPapers,
        of mentor: Identifier<Mentor>,
        _ finding: MentorFinding,
        in recognition: RecognitionRecord
    ) throws {
        let known = try session.designations(of: recognition.application).first { $0.mentor.id == mentor }
        if known == nil {
            let file = try file(recognition.application, since: nil)
            try propose(mentor, papers, in: [file])
        }
        guard
            var designation = try session.designations(of: recognition.application).first(where: {
                $0.mentor.id == mentor
            })
        else { throw Refusal.notFound }
        if known != nil {
            designation.yearsOfPractice = papers.yearsOfPractice
            designation.asks = papers.asks
            designation.extract = try papers.extract.map { try keep($0) }
            designation.extractIssuedOn = papers.extractIssuedOn
            designation.proof = try papers.proof.map { try keep($0) } ?? designation.proof
        }
        designation.judgement = .accepted
        designation.judgementReason = nil
        designation.extractVerdict = finding.extract
        designation.grants = finding.grants
        designation.judgedBy = try account()
        designation.judgedOn = today
        try save(&designation, act: "judged_accepted")
    }
}
