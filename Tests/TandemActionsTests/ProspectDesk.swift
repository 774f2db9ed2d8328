import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

/// A counter with one prospect in a state of choice, of the organisation of the consultant.
struct ProspectDesk: Sendable {
    let desk: TestCounter
    let id: Identifier<Prospect>

    var counter: Counter { desk.counter }
    var people: TestPeople { desk.people }

    static let training = TrainingCode("1535")

    init(_ state: ProspectState) async throws {
        desk = try await TestCounter()
        let owner = state == .new ? nil : desk.people.consultant.account
        id = try await Self.list([Self.candidate(1)], owner: owner, by: desk.people.consultant, desk.counter).made[0]
        let (counter, consultant, today) = (desk.counter, desk.people.consultant, desk.clock.today)
        switch state {
        case .new, .toCall: break
        case .contacted: try await record(.spoken)
        case .interested: try await record(.interested)
        case .later: try await counter.postpone(id, until: today.adding(days: 9), step: "", since: 1, by: consultant)
        case .notInterested: try await counter.refuse(id, .noTime, note: "", since: 1, by: consultant)
        case .applied:
            let file = try await applied()
            try await counter.link(id, to: file, since: nil, by: consultant)
        }
    }

    /// An application of the company whose prospect this is.
    private func applied() async throws -> Identifier<RecognitionApplication> {
        let file = try await desk.file(.submitted)
        let number = try await desk.database.read { try $0.company(desk.company)?.number }
        let digits = number?.digits ?? ""
        _ = try await desk.database.write { try $0.run("UPDATE prospect SET enterprise = \(digits) WHERE id = \(id)") }
        return file
    }

    func record(_ result: ContactResult) async throws {
        let note = ContactNote(heldOn: desk.clock.today, kind: .telephone, text: "Gebeld")
        try await counter.recordContact(with: id, note, result, since: nil, by: people.consultant)
    }

    func prospect() async throws -> ProspectRecord {
        try #require(try await desk.database.read { try $0.prospect(id) })
    }

    static func candidate(_ serial: Int, enterprise: CompanyNumber? = nil) -> NewProspect {
        NewProspect(
            establishment: EstablishmentNumber(stored: "21000\(serial < 10 ? "0000" : "000")\(serial)"),
            enterprise: enterprise ?? CompanyNumber(stored: "0499999999"),
            name: "Werf \(serial)",
            municipality: "Gent",
            isNaturalPerson: false,
            score: 50
        )
    }

    static func list(
        _ candidates: [NewProspect],
        owner: Identifier<Account>?,
        by actor: Actor,
        _ counter: Counter
    ) async throws -> ListedProspects {
        try await counter.list(candidates, on: CallList(training: training, owner: owner), by: actor)
    }
}

/// One act on a prospect, and who of the fixture may do it from where.
struct ProspectAct: Sendable, CustomStringConvertible {
    let name: String
    let move: ProspectMove?
    let from: [ProspectState]
    let run: @Sendable (ProspectDesk, Actor) async throws -> Void

    var description: String { name }

    private static let working: [ProspectState] = [.toCall, .contacted, .interested, .later]

    static let all: [ProspectAct] = [
        ProspectAct(name: "claim", move: .claim, from: [.new]) { try await $0.counter.claim($0.id, by: $1) },
        ProspectAct(name: "release", move: .release, from: working) {
            try await $0.counter.release($0.id, since: nil, by: $1)
        },
        ProspectAct(name: "contact", move: .contact, from: working) { desk, actor in
            let note = ContactNote(heldOn: desk.desk.clock.today, kind: .visit)
            try await desk.counter.recordContact(with: desk.id, note, .spoken, since: nil, by: actor)
        },
        ProspectAct(name: "interest", move: .interest, from: working) { desk, actor in
            let note = ContactNote(heldOn: desk.desk.clock.today, kind: .email)
            try await desk.counter.recordContact(with: desk.id, note, .interested, since: nil, by: actor)
        },
        ProspectAct(name: "postpone", move: .postpone, from: working) { desk, actor in
            let day = desk.desk.clock.today.adding(days: 20)
            try await desk.counter.postpone(desk.id, until: day, step: "Bellen", since: nil, by: actor)
        },
        ProspectAct(name: "refuse", move: .refuse, from: working) {
            try await $0.counter.refuse($0.id, .cost, note: "Te duur", since: nil, by: $1)
        },
        ProspectAct(name: "reopen", move: .reopen, from: [.notInterested]) {
            try await $0.counter.reopen($0.id, since: nil, by: $1)
        },
        ProspectAct(name: "plan", move: nil, from: [.new, .toCall, .contacted, .interested]) {
            try await $0.counter.plan($0.id, NextStep("Langsgaan"), since: nil, by: $1)
        },
        ProspectAct(name: "assign", move: nil, from: [.new] + working) { desk, actor in
            let colleague = try #require(desk.people.handler.account)
            try await desk.counter.assign(desk.id, to: colleague, since: nil, by: actor)
        },
    ]
}
