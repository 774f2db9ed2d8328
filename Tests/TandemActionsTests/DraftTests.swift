import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@Suite struct `A draft` {
    @Test func `may be begun and submitted by the company and with its mandate alone (R4)`() async throws {
        let desk = try await TestCounter()
        let allowed: Set<String> = ["Lieve Zaakvoerder", "Emma Bediende", "Tom Begeleider"]
        for actor in desk.people.all {
            let refusal = try await desk.refusal {
                let bundle = try await desk.counter.startBundle(for: desk.company, by: actor)
                try await desk.counter.discardBundle(bundle, by: actor)
            }
            #expect((refusal == nil) == allowed.contains(actor.name), "\(actor.name)")
        }
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `is told all that it lacks at once (R5)`() async throws {
        let desk = try await TestCounter(jointCommittee: "302")
        let employee = desk.people.employee
        let bundle = try await desk.counter.startBundle(for: desk.company, by: employee)
        try await desk.counter.chooseTrainings([TestCounter.training], forBundle: bundle, by: employee)
        let refusal = try await desk.refusal { _ = try await desk.counter.submit(bundle: bundle, by: employee) }
        let file = try #require(try await desk.files(of: bundle).first)
        let lacks: [Lack] = [
            .establishment, .mentor, .document(RequirementCode("social_security_attest")), .declaration,
        ]
        #expect(refusal == .lacks(lacks.map { FileLack(application: file, lack: $0) }), "R5, R6")
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `cannot be submitted under a mandate that ended (R4)`() async throws {
        let desk = try await TestCounter()
        let bundle = try await desk.draft(by: desk.people.counsellor)
        let mandate = try #require(try await desk.database.read { try $0.mandates(of: desk.company).first })
        try await desk.counter.revokeMandate(mandate.id, by: desk.people.legalRepresentative)
        let refusal = try await desk.refusal {
            _ = try await desk.counter.submit(bundle: bundle, by: desk.people.counsellor)
        }
        #expect(refusal == .notAllowed)
        let twice = try await desk.refusal {
            try await desk.counter.revokeMandate(mandate.id, by: desk.people.legalRepresentative)
        }
        guard case .changedMeanwhile(by: "Lieve Zaakvoerder", act: "revoked", _) = twice else {
            Issue.record("\(String(describing: twice))")
            return
        }
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `asks the signed declaration of each file from who holds a mandate (R4)`() async throws {
        let desk = try await TestCounter()
        let bundle = try await desk.draft(by: desk.people.counsellor)
        let ids = try await desk.files(of: bundle)
        try await desk.counter.chooseTrainings(
            [TestCounter.training, TrainingCode("1099")],
            forBundle: bundle,
            by: desk.people.counsellor
        )
        let added = try #require(try await desk.files(of: bundle).first { !ids.contains($0) })
        let refusal = try await desk.refusal {
            _ = try await desk.counter.submit(bundle: bundle, by: desk.people.counsellor)
        }
        #expect(refusal == .lacks([FileLack(application: added, lack: .declaration)]))
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `is submitted once`() async throws {
        let desk = try await TestCounter()
        let bundle = try await desk.draft()
        _ = try await desk.counter.submit(bundle: bundle, by: desk.people.employee)
        let refusal = try await desk.refusal {
            _ = try await desk.counter.submit(bundle: bundle, by: desk.people.employee)
        }
        #expect(refusal == .notFrom(.submitted))
    }

    @Test func `is refused where the training is asked or recognised here already`() async throws {
        let desk = try await TestCounter()
        _ = try await desk.file(.submitted)
        let second = try await desk.draft()
        let file = try #require(try await desk.files(of: second).first)
        let refusal = try await desk.refusal {
            _ = try await desk.counter.submit(bundle: second, by: desk.people.employee)
        }
        #expect(refusal == .lacks([FileLack(application: file, lack: .alreadyThere(TestCounter.training))]))
    }

    @Test func `may lose its last document or mentor and get another`() async throws {
        let desk = try await TestCounter()
        let employee = desk.people.employee
        let bundle = try await desk.draft()
        let file = try #require(try await desk.files(of: bundle).first)
        let photo = RequirementCode("equipment_description")
        for name in ["een", "twee"] {
            try await desk.counter.attach(.document(name), as: photo, to: .bundle(bundle), by: employee)
            let attachment = try #require(try await desk.database.read { try $0.attachments(of: file).last })
            try await desk.counter.detach(attachment.id, in: .bundle(bundle), by: employee)
            let designation = try #require(try await desk.designations(of: file).first)
            try await desk.counter.removeDesignation(designation.id, in: .bundle(bundle), by: employee)
            let mentor = TestMentor(name == "een" ? "Piet" : "Joris")
            try await desk.counter.designate(mentor.proposal(), mentor.papers, in: .bundle(bundle), by: employee)
        }
        #expect(try await desk.designations(of: file).map(\.mentor.firstName) == ["Joris"])
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `may be thrown away before an establishment was chosen, and begun again`() async throws {
        let desk = try await TestCounter()
        let employee = desk.people.employee
        for _ in 1...2 {
            let bundle = try await desk.counter.startBundle(for: desk.company, by: employee)
            try await desk.counter.chooseTrainings([TestCounter.training], forBundle: bundle, by: employee)
            try await desk.counter.discardBundle(bundle, by: employee)
        }
        #expect(try await desk.database.read { try $0.draftBundles(of: desk.company).count } == 0)
        #expect(try await desk.findings().isEmpty)
    }

    @Test func `with a number that is somebody else's is stopped, and a handler looks (R31)`() async throws {
        let desk = try await TestCounter()
        let bundle = try await desk.draft()
        let known = try TestMentor("Jan").proposal()
        let wrong = MentorProposal(number: known.number, firstName: "Karel", lastName: "Anders")
        let refusal = try await desk.refusal {
            try await desk.counter.designate(wrong, TestMentor().papers, in: .bundle(bundle), by: desk.people.employee)
        }
        #expect(refusal == .numberInUse)
        let task = try #require(
            try await desk.database.read {
                try $0.openTasks(of: PartnershipCode("bouw"), kind: .nationalNumberInUse, after: nil, limit: 9).first
            }
        )
        #expect(task.detail == "Karel Anders")
        for actor in [desk.people.otherHandler, desk.people.voter, desk.people.auditor, desk.people.employee] {
            #expect(try await desk.refusal { try await desk.counter.settleTask(task.id, by: actor) } == .notAllowed)
        }
        try await desk.counter.settleTask(task.id, by: desk.people.handler)
        let twice = try await desk.refusal { try await desk.counter.settleTask(task.id, by: desk.people.secondHandler) }
        #expect(
            twice == .changedMeanwhile(by: "Hanne Behandelaar", act: "settled", at: desk.clock.wallClock.now())
                || twice == .notFound
        )
        #expect(try await desk.findings().isEmpty)
    }

    @Test(arguments: [
        (Array("%PDF-1.7".utf8), nil as Refusal?), ([], .documentEmpty), (Array("<html>".utf8), .documentKind),
        (Array("%PDF-".utf8) + [UInt8](repeating: 0, count: 10 * 1024 * 1024), .documentSize),
    ])
    func `takes documents that are what they say, of ten megabytes at most`(
        _ bytes: [UInt8],
        _ expected: Refusal?
    ) async throws {
        let desk = try await TestCounter()
        let bundle = try await desk.draft()
        let upload = Upload(fileName: "foto.pdf", bytes: bytes)
        let refusal = try await desk.refusal {
            try await desk.counter.attach(
                upload,
                as: RequirementCode("equipment_description"),
                to: .bundle(bundle),
                by: desk.people.employee
            )
        }
        #expect(refusal == expected)
    }
}

@Suite struct `A mentor to judge` {
    @Test func `is judged in handling by the partnership that decides alone (R22)`() async throws {
        let desk = try await TestCounter()
        let id = try await desk.file(.inProcess)
        let designation = try #require(try await desk.designations(of: id).first)
        let finding = MentorFinding(judgement: .accepted, extract: .blank)
        let own: Set<String> = ["Hanne Behandelaar", "Bert Behandelaar"]
        for actor in desk.people.all where !own.contains(actor.name) {
            let refusal = try await desk.refusal {
                try await desk.counter.judge(designation.id, finding, since: nil, by: actor)
            }
            #expect(refusal == .notAllowed, "\(actor.name)")
        }
    }

    @Test func `is never accepted with facts against minors (R10)`() async throws {
        let desk = try await TestCounter()
        let id = try await desk.file(.inProcess)
        let designation = try #require(try await desk.designations(of: id).first)
        let finding = MentorFinding(judgement: .accepted, extract: .factsAgainstMinors)
        let refusal = try await desk.refusal {
            try await desk.counter.judge(designation.id, finding, since: nil, by: desk.people.handler)
        }
        #expect(refusal == .acceptance([.extractForbids(.factsAgainstMinors)]))
    }

    @Test func `is judged by who was first, and the second reads who`() async throws {
        let desk = try await TestCounter()
        let id = try await desk.file(.inProcess)
        let designation = try #require(try await desk.designations(of: id).first)
        let finding = MentorFinding(judgement: .accepted, extract: .blank)
        let seen = designation.version
        try await desk.counter.judge(designation.id, finding, since: seen, by: desk.people.handler)
        let refusal = try await desk.refusal {
            try await desk.counter.judge(designation.id, finding, since: seen, by: desk.people.secondHandler)
        }
        let now = desk.clock.wallClock.now()
        #expect(refusal == .changedMeanwhile(by: "Hanne Behandelaar", act: "judged_accepted", at: now))
    }
}
