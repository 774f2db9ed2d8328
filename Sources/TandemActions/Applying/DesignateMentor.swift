package import TandemDomain
internal import TandemStore

/// A person proposed as mentor, as an applicant types him.
package struct MentorProposal: Sendable {
    package let number: NationalNumber
    package let firstName: String
    package let lastName: String

    package init(number: NationalNumber, firstName: String, lastName: String) {
        self.number = number
        self.firstName = firstName
        self.lastName = lastName
    }
}

/// The papers of a mentor, new or kept from before.
package struct MentorPapers: Sendable {
    package var yearsOfPractice: Int?
    package var asks: Set<Derogation>
    package var proof: Upload?
    package var extract: Upload?
    package var extractIssuedOn: Day?

    package init(
        yearsOfPractice: Int?,
        asks: Set<Derogation> = [],
        proof: Upload? = nil,
        extract: Upload? = nil,
        extractIssuedOn: Day? = nil
    ) {
        self.yearsOfPractice = yearsOfPractice
        self.asks = asks
        self.proof = proof
        self.extract = extract
        self.extractIssuedOn = extractIssuedOn
    }
}

extension Counter {
    /// Proposes a mentor in every file of the scope.
    ///
    /// A number that belongs to a person with another name is refused, and a task for a handler is made (R31).
    ///
    /// - Throws: ``Refusal``.
    package func designate(
        _ proposal: MentorProposal,
        _ papers: MentorPapers,
        in scope: EditScope,
        by actor: Actor
    ) async throws {
        let mentor = try await act(by: actor) { desk -> Identifier<Mentor>? in
            let files = try desk.editableFiles(scope)
            if let file = files.first, try desk.isNumberOfAnother(proposal) {
                try desk.reportNumberInUse(proposal, in: file)
                return nil
            }
            let mentor = try desk.findOrAddMentor(proposal)
            try desk.propose(mentor, papers, in: files)
            return mentor
        }
        if mentor == nil { throw Refusal.numberInUse }
    }

    /// Proposes a mentor whom the company had before, with what is still valid of his papers.
    ///
    /// - Throws: ``Refusal``.
    package func designateAgain(
        _ mentor: Identifier<Mentor>,
        in scope: EditScope,
        by actor: Actor
    ) async throws {
        try await act(by: actor) { desk in
            let files = try desk.editableFiles(scope)
            guard let company = files.first?.company,
                try desk.session.mentors(of: company).contains(where: { $0.id == mentor })
            else { throw Refusal.notFound }
            let details = try desk.papersStillValid(of: mentor, at: company)
            try desk.add(mentor, details, to: files)
        }
    }

    /// Changes the papers of a proposed mentor in every file of the scope.
    ///
    /// - Throws: ``Refusal``.
    package func changeDesignation(
        _ id: Identifier<Designation>,
        _ papers: MentorPapers,
        in scope: EditScope,
        by actor: Actor
    ) async throws {
        try await act(by: actor) { desk in
            let files = try desk.editableFiles(scope)
            for var designation in try desk.sameMentor(as: id, in: files) {
                designation.yearsOfPractice = papers.yearsOfPractice
                designation.asks = papers.asks
                designation.extractIssuedOn = papers.extractIssuedOn ?? designation.extractIssuedOn
                if let extract = papers.extract {
                    designation.extract = try desk.keep(extract)
                    designation.extractVerdict = .unseen
                }
                if let proof = papers.proof { designation.proof = try desk.keep(proof) }
                designation.judgement = .pending
                try desk.save(&designation, act: "changed")
            }
        }
    }

    /// Takes a proposed mentor out of every file of the scope.
    ///
    /// - Throws: ``Refusal``.
    package func removeDesignation(
        _ id: Identifier<Designation>,
        in scope: EditScope,
        by actor: Actor
    ) async throws {
        try await act(by: actor) { desk in
            let files = try desk.editableFiles(scope)
            for designation in try desk.sameMentor(as: id, in: files) {
                try desk.session.removeDesignation(designation.id)
                try desk.record(
                    .designation,
                    designation.id.rawValue,
                    version: designation.version + 1,
                    act: "removed"
                )
            }
        }
    }
}

extension Desk {
    /// Whether the number is there already with another name (R31).
    func isNumberOfAnother(_ proposal: MentorProposal) throws -> Bool {
        guard let known = try session.mentor(numberHash: counter.vault.hash(proposal.number)) else { return false }
        return searchWords(known.name) != searchWords("\(proposal.firstName) \(proposal.lastName)")
    }

    mutating func reportNumberInUse(_ proposal: MentorProposal, in file: ApplicationRecord) throws {
        try addTask(
            .nationalNumberInUse,
            partnership: file.partnership,
            company: file.company,
            application: file.id,
            detail: "\(proposal.firstName) \(proposal.lastName)"
        )
    }

    mutating func findOrAddMentor(_ proposal: MentorProposal) throws -> Identifier<Mentor> {
        let hash = counter.vault.hash(proposal.number)
        if let known = try session.mentor(numberHash: hash) { return known.id }
        let bornOn = proposal.number.birthDay ?? Day(proposal.number.birthYear, 7, 1) ?? today
        let norms = reference.figures.mentorNorms(on: today)
        if today.years(since: bornOn) < norms.ageWithDerogation {
            throw Refusal.mentorTooYoung(minimum: norms.ageWithDerogation)
        }
        let id = try session.addMentor(
            numberHash: hash,
            sealedNumber: counter.vault.seal(proposal.number),
            firstName: proposal.firstName,
            lastName: proposal.lastName,
            bornOn: bornOn
        )
        try record(.mentor, id.rawValue, act: "added")
        return id
    }

    mutating func propose(_ mentor: Identifier<Mentor>, _ papers: MentorPapers, in files: [ApplicationRecord]) throws {
        let details = DesignationDetails(
            yearsOfPractice: papers.yearsOfPractice,
            asks: papers.asks,
            proof: try papers.proof.map { try keep($0) },
            extract: try papers.extract.map { try keep($0) },
            extractIssuedOn: papers.extractIssuedOn
        )
        try add(mentor, details, to: files)
    }

    mutating func add(
        _ mentor: Identifier<Mentor>,
        _ details: DesignationDetails,
        to files: [ApplicationRecord]
    ) throws {
        for file in files {
            if try session.designations(of: file.id).contains(where: { $0.mentor.id == mentor }) {
                throw Refusal.mentorTwice
            }
            let id = try session.addDesignation(of: mentor, in: file.id, details)
            try record(.designation, id.rawValue, act: "proposed")
        }
    }

    /// What a mentor showed last time: practice and proof stay, the extract only while it is young enough (R9).
    func papersStillValid(
        of mentor: Identifier<Mentor>,
        at company: Identifier<Company>
    ) throws -> DesignationDetails {
        guard let last = try session.lastDesignation(of: mentor, at: company) else {
            return DesignationDetails(yearsOfPractice: nil)
        }
        let objections = last.candidate.objections(under: reference.figures.mentorNorms(on: today), designatedOn: today)
        let isExtractStale = objections.contains { objection in
            switch objection {
            case .extractMissing, .extractTooOld, .extractInFuture: true
            case .tooYoung, .ageNeedsDerogation, .practiceNeedsDerogation, .yearsOfPracticeMissing,
                .priorEducationProofMissing:
                false
            }
        }
        return DesignationDetails(
            yearsOfPractice: last.yearsOfPractice,
            asks: last.asks,
            proof: last.proof,
            extract: isExtractStale ? nil : last.extract,
            extractIssuedOn: isExtractStale ? nil : last.extractIssuedOn
        )
    }

    /// The designations of one person in several files, found by one of them.
    func sameMentor(as id: Identifier<Designation>, in files: [ApplicationRecord]) throws -> [DesignationRecord] {
        let all = try files.flatMap { try session.designations(of: $0.id) }
        guard let chosen = all.first(where: { $0.id == id }) else { throw Refusal.notFound }
        return all.filter { $0.mentor.id == chosen.mentor.id }
    }
}
