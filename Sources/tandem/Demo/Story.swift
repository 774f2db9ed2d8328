internal import TandemActions
internal import TandemDomain
internal import TandemSQL
internal import TandemStore

/// How far a file of the demonstration came.
enum Plot: CaseIterable {
    case submittedYesterday, submittedLongAgo, lastDay, incomplete, inProcess, judged, onHold, approved, rejected
    case cancelled, draft, threeTogether, foreignTraining

    static let all = allCases

    /// How many days ago it was submitted.
    var age: Int {
        switch self {
        case .submittedYesterday: 1
        case .submittedLongAgo: 11
        case .lastDay: 14
        case .incomplete, .judged: 9
        case .inProcess: 6
        case .onHold: 12
        case .approved: 8
        case .rejected: 10
        case .cancelled: 7
        case .draft: 2
        case .threeTogether: 5
        case .foreignTraining: 4
        }
    }

    var fileCount: Int { self == .threeTogether ? 3 : 1 }

    var mentorCount: Int { self == .judged ? 3 : 1 }
}

/// What becomes of the files of one company.
final class Story {
    let plot: Plot
    private let place: DemoPlace
    private let partnership: PartnershipCode
    private let cast: DemoCast.Assembled
    private let today: Day
    private var bundle: Int64 = 0
    private var files: [Identifier<RecognitionApplication>] = []

    init(plot: Plot, place: DemoPlace, partnership: PartnershipCode, cast: DemoCast.Assembled, today: Day) {
        self.plot = plot
        self.place = place
        self.partnership = partnership
        self.cast = cast
        self.today = today
    }

    private var applicant: Actor { place.counsellor ?? place.representative }

    private func day(_ afterSubmission: Int) -> Day { today.adding(days: afterSubmission - plot.age) }

    /// The scenes of this story; each finds what the one before left.
    func scenes(on stage: Stage, number: Int) -> [Scene] {
        let opening = Scene(day: day(0)) { counter in
            try await self.prepare(counter, number: number)
            if self.plot != .draft { self.files = try await counter.submit(bundle: self.bundle, by: self.applicant) }
        }
        guard let handler = cast.handlers[partnership] else { return [opening] }
        return [opening] + sequel(by: handler)
    }

    private func sequel(by handler: Actor) -> [Scene] {
        switch plot {
        case .submittedYesterday, .submittedLongAgo, .lastDay, .draft: []
        case .incomplete:
            [
                scene(2) { try await $0.markIncomplete($1, reason: Texts.incomplete, since: nil, by: handler) }
            ]
        case .inProcess, .foreignTraining: [takeUp(1, handler)]
        case .judged:
            [takeUp(1, handler), administrativeCheck(2, handler), visit(4, handler), judging(5, handler), voting(6)]
        case .onHold:
            [takeUp(2, handler), scene(5) { try await $0.hold($1, reason: Texts.onHold, since: nil, by: handler) }]
        case .approved:
            [takeUp(1, handler), administrativeCheck(1, handler), judging(2, handler)] + [
                Scene(day: day(5)) { try await $0.decide(.approve, on: self.files.map { SeenFile($0) }, by: handler) }
            ]
        case .rejected:
            [takeUp(2, handler), visit(6, handler)] + [
                Scene(day: day(7)) {
                    try await $0.decide(Texts.rejection, on: self.files.map { SeenFile($0) }, by: handler)
                }
            ]
        case .cancelled: [scene(3) { try await $0.cancel($1, since: nil, by: self.applicant) }]
        case .threeTogether: [takeUp(1, handler), judging(3, handler)]
        }
    }

    /// An act on each file of the story.
    private func scene(
        _ after: Int,
        _ act: @escaping (Counter, Identifier<RecognitionApplication>) async throws -> Void
    ) -> Scene {
        Scene(day: day(after)) { counter in
            for file in self.files { try await act(counter, file) }
        }
    }

    private func takeUp(_ after: Int, _ handler: Actor) -> Scene {
        scene(after) { try await $0.takeUp($1, since: nil, by: handler) }
    }

    private func administrativeCheck(_ after: Int, _ handler: Actor) -> Scene {
        check(after, .administrative, Texts.administrative, handler)
    }

    private func visit(_ after: Int, _ handler: Actor) -> Scene {
        check(after, .physicalVisit, Texts.visit, handler)
    }

    private func check(_ after: Int, _ kind: CheckKind, _ note: String, _ handler: Actor) -> Scene {
        scene(after) { counter, file in
            try await counter.recordCheck(
                kind,
                of: file,
                forWholeEstablishment: false,
                on: self.day(after),
                note: note,
                by: handler
            )
        }
    }

    /// Every mentor is accepted but the last of three, who is refused.
    private func judging(_ after: Int, _ handler: Actor) -> Scene {
        scene(after) { counter, file in
            let designations = try await counter.database.read { try $0.designations(of: file) }
            for (index, designation) in designations.enumerated() {
                let finding =
                    index == 2
                    ? MentorFinding(judgement: .refused, extract: .unacceptableEntries, reason: Texts.refusedMentor)
                    : MentorFinding(judgement: .accepted, extract: .blank)
                try await counter.judge(designation.id, finding, since: nil, by: handler)
            }
        }
    }

    private func voting(_ after: Int) -> Scene {
        scene(after) { counter, file in
            guard let voter = self.cast.voters[self.partnership] else { return }
            try await counter.vote(.favourable, on: file, motivation: "", by: voter)
        }
    }
}

extension Story {
    /// A draft with everything that submission asks.
    private func prepare(_ counter: Counter, number: Int) async throws {
        try await authorise(counter)
        bundle = try await counter.startBundle(for: place.company.id, by: applicant)
        try await counter.chooseEstablishment(place.establishment, forBundle: bundle, by: applicant)
        let codes = try await trainings(counter)
        try await counter.chooseTrainings(codes, forBundle: bundle, by: applicant)
        try await attachDocuments(counter)
        for index in 0..<plot.mentorCount { try await propose(counter, number: number * 5 + index) }
        try await declare(counter)
        try await counter.reachStep(.overview, ofBundle: bundle, by: applicant)
    }

    /// The company routes to its partnership, and gives a mandate where somebody applies for it.
    private func authorise(_ counter: Counter) async throws {
        if let legalForm = place.legalForm {
            var details = place.company.details
            details.legalForm = legalForm
            details.jointCommittee = nil
            try await counter.changeCompany(
                place.company.id,
                to: details,
                since: place.company.version,
                by: place.representative
            )
        }
        guard let counsellor = place.counsellor, let holder = counsellor.organisation else { return }
        _ = try await counter.registerMandate(
            of: place.company.id,
            for: holder,
            from: day(0).adding(days: -30),
            until: nil,
            signed: demoDocument("Machtiging"),
            by: counsellor
        )
    }

    /// Trainings that nobody asked or has here.
    private func trainings(_ counter: Counter) async throws -> [TrainingCode] {
        let place = place
        let day = day(0)
        let taken = try await counter.database.read { session in
            let valid = try session.recognitions(at: place.establishment).filter { $0.state(on: day) == .approved }
            return Set(valid.map(\.training))
        }
        let dual = counter.reference.trainings(on: day)
            .filter { $0.system == .dualLearning && !$0.isPreparatory && !taken.contains($0.code) }
        let own = dual.filter { $0.submittingSector == partnership }
        let foreign = dual.filter { $0.submittingSector != partnership && $0.submittingSector != .flemish }
        let pool = plot == .foreignTraining ? foreign : own.count < plot.fileCount ? dual : own
        return pool.prefix(plot.fileCount).map(\.code)
    }

    private func attachDocuments(_ counter: Counter) async throws {
        let scope = EditScope.bundle(bundle)
        let hasStaff = place.company.details.employees != 0
        let asked = counter.reference.requirements(partnership: partnership, hasStaff: hasStaff, on: day(0))
        for requirement in asked where !requirement.isPerMentor && requirement.need != .withMandate {
            try await counter.attach(demoDocument("Bijlage"), as: requirement.code, to: scope, by: applicant)
        }
    }

    private func propose(_ counter: Counter, number: Int) async throws {
        var names = DemoNames(skipping: 7 + number * 3)
        let name = names.next().split(separator: " ").map(String.init)
        let number = demoNationalNumber(number)
        try await counter.designate(
            MentorProposal(number: number, firstName: name[0], lastName: name[1]),
            MentorPapers(
                yearsOfPractice: 12,
                extract: demoDocument("Uittreksel 596.2"),
                extractIssuedOn: day(0).adding(days: -40)
            ),
            in: .bundle(bundle),
            by: applicant
        )
    }

    private func declare(_ counter: Counter) async throws {
        let id = bundle
        let drafts = try await counter.database.read { try $0.applications(ofBundle: id).map(\.id) }
        let signed = place.counsellor == nil ? [] : drafts
        try await counter.declare(
            Dictionary(uniqueKeysWithValues: signed.map { ($0, demoDocument("Verklaring op eer")) }),
            hasTicked: true,
            in: .bundle(bundle),
            by: applicant
        )
    }
}

/// A national number with right check digits, from serial numbers that are hardly in use.
private func demoNationalNumber(_ number: Int) -> NationalNumber {
    let base = (70 + number % 20) * 10_000_000 + (number / 20 % 12 + 1) * 100_000 + (number / 240 % 28 + 1) * 1000 + 901
    let check = 97 - base % 97
    return NationalNumber(stored: "\(base)\(check < 10 ? "0" : "")\(check)")
}

/// What the people of the demonstration write.
private enum Texts {
    static let incomplete = "Het uittreksel van de mentor is niet leesbaar. Laad een nieuwe scan op en dien opnieuw in."
    static let onHold = "De onderneming verhuist deze maand. We plannen het bezoek zodra de nieuwe werkplaats klaar is."
    static let administrative = "Gegevens in het ondernemingsregister nagekeken."
    static let visit = "Rondleiding gekregen, uitrusting bekeken en met de mentor gesproken."
    static let refusedMentor = "De vermeldingen op het uittreksel zijn niet aanvaardbaar."
    static let rejection = Verdict.reject(
        main: ReasonCode("company_equipment_or_activities"),
        further: [],
        motivation: "De activiteiten in deze vestiging dekken te weinig van het opleidingsplan."
    )
}
