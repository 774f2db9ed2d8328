import TandemActions
import TandemDomain
import TandemTestKit

/// One act on a file, with who may do it and from where it goes.
struct FileAct: Sendable, CustomStringConvertible {
    let name: String
    /// The statuses from which it goes.
    let from: [ApplicationStatus]
    /// The people of the fixture who may; everybody else is refused.
    let allowed: Set<String>
    /// Whether it is given the version that the person saw.
    var hasVersion = true
    /// Whether a term that is over keeps it from happening.
    var asksLawFirst = true
    let run: @Sendable (TestCounter, Identifier<RecognitionApplication>, Int?, Actor) async throws -> Void

    var description: String { name }

    private static let applicants: Set<String> = ["Lieve Zaakvoerder", "Emma Bediende", "Tom Begeleider"]
    private static let handlers: Set<String> = ["Hanne Behandelaar", "Bert Behandelaar"]

    static let all: [FileAct] = [
        FileAct(name: "resubmit", from: [.incomplete], allowed: applicants, asksLawFirst: false) {
            try await $0.counter.resubmit($1, since: $2, by: $3)
        },
        FileAct(
            name: "cancel",
            from: [.draft, .submitted, .incomplete, .inProcess, .onHold],
            allowed: applicants
        ) { try await $0.counter.cancel($1, since: $2, by: $3) },
        FileAct(name: "takeUp", from: [.submitted], allowed: handlers) {
            try await $0.counter.takeUp($1, since: $2, by: $3)
        },
        FileAct(name: "markIncomplete", from: [.submitted, .inProcess], allowed: handlers) {
            try await $0.counter.markIncomplete($1, reason: "Er ontbreekt iets.", since: $2, by: $3)
        },
        FileAct(name: "hold", from: [.inProcess], allowed: handlers) {
            try await $0.counter.hold($1, reason: "Wij wachten.", since: $2, by: $3)
        },
        FileAct(name: "resume", from: [.onHold], allowed: handlers) {
            try await $0.counter.resume($1, since: $2, by: $3)
        },
        FileAct(name: "reject", from: [.inProcess], allowed: handlers) {
            try await $0.counter.decide(.rejectForEquipment, on: [SeenFile($1, version: $2)], by: $3)
        },
        FileAct(
            name: "assign",
            from: [.submitted, .incomplete, .inProcess, .onHold],
            allowed: handlers,
            asksLawFirst: false
        ) { desk, id, version, actor in
            try await desk.counter.assign(id, to: desk.people.secondHandler.account, since: version, by: actor)
        },
        FileAct(
            name: "vote",
            from: [.submitted, .inProcess],
            allowed: ["Vera Stem"],
            hasVersion: false,
            asksLawFirst: false
        ) { desk, id, _, actor in
            try await desk.counter.vote(.against, on: id, motivation: "Te klein.", by: actor)
        },
        FileAct(
            name: "recordCheck",
            from: [.submitted, .incomplete, .inProcess, .onHold, .cancelled, .approved, .rejected],
            allowed: handlers,
            hasVersion: false,
            asksLawFirst: false
        ) { desk, id, _, actor in
            try await desk.counter.recordCheck(
                .telephone,
                of: id,
                forWholeEstablishment: true,
                on: desk.clock.today,
                note: "",
                by: actor
            )
        },
    ]
}
