import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import Testing

@testable import TandemWeb

extension TestSite {
    /// A recognition of the restaurant's kitchen, with these mentors, approved today.
    func recognise(
        _ training: TrainingCode = cook,
        mentors: [Proposed] = [Proposed()]
    ) async throws -> Identifier<Recognition> {
        let files = try await submit([training], mentors: mentors)
        try await takeUp(files, acceptsMentors: true)
        try await counter.decide(.approve, on: files.map { SeenFile($0) }, by: actor(.handler))
        return try #require(try await database.read { try $0.recognition(of: files[0]) }).id
    }

    func recognition(_ id: Identifier<Recognition>) async throws -> RecognitionRecord {
        try #require(try await database.read { try $0.recognition(id) })
    }

    /// Where the first mentor of a recognition stands in it.
    func firstPlace(of id: Identifier<Recognition>) async throws -> Int64 {
        try #require(try await database.read { try $0.mentors(of: id) }.first).id
    }

    /// What a check of the chain finds, but for the places that the tests put in the register without an act.
    func findings() async throws -> [VerificationFinding] {
        try await database.verify().findings.filter { finding in
            guard case .eventMissing(let subject, _) = finding else { return true }
            return subject != "company" && subject != "establishment"
        }
    }
}
