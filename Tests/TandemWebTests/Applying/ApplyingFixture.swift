import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import Testing

@testable import TandemWeb

/// What an applicant finds after some time: files in every status, made by the acts themselves.
extension TestSite {
    static let baker = TrainingCode("1100")
    static let caterer = TrainingCode("1115")
    static let extract = Upload(fileName: "uittreksel.pdf", bytes: TestSite.pdf.bytes)

    /// A draft with a place and trainings.
    func draft(
        _ trainings: [TrainingCode] = [TestSite.cook],
        at place: Identifier<Establishment>? = nil,
        by persona: Persona = .representative
    ) async throws -> Int64 {
        let actor = try await actor(persona)
        let bundle = try await counter.startBundle(for: places.restaurant, by: actor)
        try await counter.chooseEstablishment(place ?? places.kitchen, forBundle: bundle, by: actor)
        try await counter.chooseTrainings(trainings, forBundle: bundle, by: actor)
        return bundle
    }

    /// Adds a mentor who meets every condition, or lacks what is left out.
    func addMentor(
        to scope: EditScope,
        firstName: String = "Jan",
        lastName: String = "Peeters",
        bornOn: Day = Day(number: 3500),
        extractAge: Int? = 50,
        years: Int? = 12,
        by persona: Persona = .representative
    ) async throws {
        try await counter.designate(
            MentorProposal(
                number: Self.nationalNumber(bornOn: bornOn),
                firstName: firstName,
                lastName: lastName
            ),
            MentorPapers(
                yearsOfPractice: years,
                extract: extractAge == nil ? nil : Self.extract,
                extractIssuedOn: extractAge.map { site.today.adding(days: -$0) }
            ),
            in: scope,
            by: actor(persona)
        )
    }

    /// A draft with all that submission asks.
    func fullDraft(
        _ trainings: [TrainingCode] = [TestSite.cook],
        at place: Identifier<Establishment>? = nil
    ) async throws -> Int64 {
        let actor = try await actor(.representative)
        let bundle = try await draft(trainings, at: place)
        let attest = RequirementCode("social_security_attest")
        let paper = Upload(fileName: "attest RSZ.pdf", bytes: TestSite.pdf.bytes + [1])
        try await counter.attach(paper, as: attest, to: .bundle(bundle), by: actor)
        try await addMentor(to: .bundle(bundle))
        try await counter.declare([:], hasTicked: true, in: .bundle(bundle), by: actor)
        return bundle
    }

    func submitted(
        _ trainings: [TrainingCode] = [TestSite.cook],
        at place: Identifier<Establishment>? = nil
    ) async throws -> Identifier<RecognitionApplication> {
        let bundle = try await fullDraft(trainings, at: place)
        return try #require(try await counter.submit(bundle: bundle, by: actor(.representative)).first)
    }

    func incomplete(
        _ reason: String = "Voeg een foto van de keuken toe.",
        at place: Identifier<Establishment>? = nil
    ) async throws -> Identifier<RecognitionApplication> {
        let file = try await submitted(at: place)
        try await counter.markIncomplete(file, reason: reason, since: nil, by: actor(.handler))
        return file
    }

    func approved(
        _ trainings: [TrainingCode] = [TestSite.cook],
        at place: Identifier<Establishment>? = nil
    ) async throws -> Identifier<RecognitionApplication> {
        let file = try await judged(trainings, at: place)
        try await counter.decide(.approve, on: [SeenFile(file)], by: actor(.handler))
        return file
    }

    func rejected() async throws -> Identifier<RecognitionApplication> {
        let file = try await judged([Self.baker], at: places.terrace)
        let reason = try #require(site.reference.rejectionReasons(on: site.today).first)
        let verdict = Verdict.reject(main: reason.code, further: [], motivation: "De oven ontbreekt.")
        try await counter.decide(verdict, on: [SeenFile(file)], by: actor(.handler))
        return file
    }

    private func judged(
        _ trainings: [TrainingCode],
        at place: Identifier<Establishment>?
    ) async throws -> Identifier<RecognitionApplication> {
        let file = try await submitted(trainings, at: place)
        let handler = try await actor(.handler)
        try await counter.takeUp(file, since: nil, by: handler)
        for designation in try await database.read({ try $0.designations(of: file) }) {
            let finding = MentorFinding(judgement: .accepted, extract: .blank)
            try await counter.judge(designation.id, finding, since: nil, by: handler)
        }
        return file
    }

    /// A mandate of the restaurant for a provider or sector.
    @discardableResult
    func mandate(for persona: Persona = .counsellor) async throws -> Int64 {
        try await counter.registerMandate(
            of: places.restaurant,
            for: #require(try await actor(persona).organisation),
            from: site.today.adding(days: -30),
            until: nil,
            signed: Upload(fileName: "machtiging.pdf", bytes: TestSite.pdf.bytes + [2]),
            by: actor(.representative)
        )
    }
}
