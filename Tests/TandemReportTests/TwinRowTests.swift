import TandemDomain
import TandemReference
import TandemReport
import TandemTwin
import Testing

@Suite struct `A file of the twin` {
    let reference: Reference
    let samples: [TwinSample]

    init() throws {
        reference = try ReferenceLibrary.load()
        samples = try TwinSample.all()
    }

    /// The files for which the condition does not hold; a message per file would be too many.
    private func files(where isWrong: (TwinRow) throws -> Bool) rethrows -> [String] {
        try samples.flatMap { sample in
            try sample.rows.filter(isWrong).map { "\($0.reference), seed \(sample.seed)" }
        }
    }

    @Test func `has numbers with right check digits`() throws {
        let wrong = try files { row in
            try CompanyNumber(row.companyNumber.digits) != row.companyNumber
                || EstablishmentNumber(row.establishmentNumber.digits) != row.establishmentNumber
                || row.mentors.contains { try NationalNumber($0.nationalNumber.digits) != $0.nationalNumber }
        }
        #expect(wrong.isEmpty)
    }

    @Test func `names mentors of 25 years or older`() {
        let wrong = files { row in
            row.mentors.isEmpty
                || row.mentors.contains { mentor in
                    mentor.nationalNumber.birthDay.map { row.submittedOn.years(since: $0) < 25 } ?? true
                }
        }
        #expect(wrong.isEmpty)
    }

    @Test func `gives each number one name and each file its own`() {
        for sample in samples {
            var companies: [CompanyNumber: String] = [:]
            var sites: [EstablishmentNumber: CompanyNumber] = [:]
            var people: [NationalNumber: String] = [:]
            let wrong = sample.rows.filter { row in
                let name = companies.updateValue(row.companyName, forKey: row.companyNumber)
                let company = sites.updateValue(row.companyNumber, forKey: row.establishmentNumber)
                let others = row.mentors.filter { mentor in
                    let name = "\(mentor.firstName) \(mentor.lastName)"
                    return people.updateValue(name, forKey: mentor.nationalNumber) ?? name != name
                }
                return name ?? row.companyName != row.companyName || company ?? row.companyNumber != row.companyNumber
                    || !others.isEmpty
            }
            #expect(wrong.isEmpty, "seed \(sample.seed)")
            #expect(Set(sample.rows.map(\.reference)).count == sample.rows.count, "seed \(sample.seed)")
        }
    }

    @Test func `is decided within fourteen days by hand, or on the fifteenth by silence (R12)`() {
        let wrong = files { row in
            guard let decidedOn = row.decidedOn else { return row.decisionMode != nil }
            let days = decidedOn.days(since: row.submittedOn)
            return switch row.decisionMode {
            case .automatic: days != 15 || row.status != .approved
            case .manual: !(0...14).contains(days)
            case nil: true
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test func `has its days in order`() {
        let wrong = files { row in
            row.endedOn.map { $0 < row.decidedOn ?? $0 } ?? false
                || row.cancelledOn.map { $0 < row.submittedOn } ?? false
                || (row.cancelledOn != nil) != (row.status == .cancelled)
                || row.status.isOpen && row.submittedOn.adding(days: 15) <= PublishedCells.measuredOn
        }
        #expect(wrong.isEmpty)
    }

    @Test func `lies with the partnership of its joint committee on the day of submission (R2)`() {
        // Print has more approved recognitions of this sector than requests since it has a partnership: the older
        // ones were handed over to it.
        let handedOver = PartnershipCode("grafische_papier")
        let wrong = files { row in
            guard let committee = row.jointCommittee, row.partnership != handedOver else { return false }
            return row.partnership != reference.competentPartnership(for: committee, on: row.submittedOn)
        }
        #expect(wrong.isEmpty)
    }

    @Test func `renews an expired recognition of the same training at the same establishment (R16)`() throws {
        for sample in samples {
            let byReference = Dictionary(uniqueKeysWithValues: sample.rows.map { ($0.reference, $0) })
            let renewals = sample.rows.filter { $0.renews != nil }
            #expect(!renewals.isEmpty, "seed \(sample.seed)")
            for row in renewals {
                let old = try #require(row.renews.flatMap { byReference[$0] })
                #expect(old.training == row.training, "\(row.reference)")
                #expect(old.establishmentNumber == row.establishmentNumber, "\(row.reference)")
                #expect(old.submittedOn < row.submittedOn, "\(row.reference)")
            }
        }
    }

    @Test func `is the only approved one for its training at its establishment`() {
        for sample in samples {
            // A renewal may lie beside what it renews, which has expired by now.
            let places = sample.approved.map { [$0.establishmentNumber.digits, $0.training.rawValue] }
            #expect(Set(places).count == places.count, "seed \(sample.seed)")
        }
    }

    @Test func `is the same for the same seed, and another for another`() throws {
        let sample = try #require(samples.first)
        #expect(try Twin(reference: reference, seed: sample.seed).rows() == sample.rows)
        #expect(samples.last?.rows != sample.rows)
    }

    @Test func `is one line of the written file, under a header`() throws {
        let sample = try #require(samples.first)
        var lines: [String] = []
        // The first piece is enough: the others are written the same way.
        #expect(throws: Enough.self) {
            try Twin(reference: reference, seed: sample.seed).write { bytes in
                lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
                throw Enough()
            }
        }
        let expected = [TwinRow.columns] + sample.rows.prefix(max(0, lines.count - 1)).map(\.fields)
        #expect(lines == expected.map { $0.joined(separator: ",") })
        #expect(lines.count > 100)
    }

    private struct Enough: Error {}
}
