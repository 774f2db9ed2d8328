import TandemActions
import TandemDomain
import TandemSQL
import TandemStore
import Testing

@testable import TandemWeb

extension TestSite {
    static let referenceDate = Day(iso: "2026-10-01") ?? Day(number: 0)

    /// Brings enrolments in: provider, training, learners, and more columns where a test needs them.
    func enrol(_ lines: [String], columns: String = "provider,training,enrolled") async throws {
        let text = (["reference_date,\(columns)"] + lines.map { "\(Self.referenceDate.iso),\($0)" })
            .joined(separator: "\n")
        let bytes = Array(text.utf8)
        _ = try await counter.importEnrolments(from: { AnyIterator(CollectionOfOne(bytes).makeIterator()) })
    }

    /// So many places for a training, each at a company of its own in one of these postal codes, with one mentor.
    func addPlaces(
        _ count: Int,
        _ training: String,
        in postalCodes: [String] = ["9300"],
        partnership: String = "elektriciens",
        validity: Validity? = nil,
        endedOn: Day? = nil,
        first: Int
    ) async throws {
        let site = self
        let validity = validity ?? Validity(from: Self.referenceDate, until: Self.referenceDate.adding(days: 400))
        try await database.write { session in
            for index in 0..<count {
                try site.addPlace(
                    session,
                    number: first + index,
                    training,
                    PostalCode(stored: postalCodes[index % postalCodes.count]),
                    partnership,
                    validity,
                    endedOn
                )
            }
        }
    }

    private func addPlace(
        _ session: any SQLSession,
        number: Int,
        _ training: String,
        _ postalCode: PostalCode,
        _ partnership: String,
        _ validity: Validity,
        _ endedOn: Day?
    ) throws {
        let company = try session.addCompany(
            Self.companyNumber(number),
            CompanyDetails(name: "Proefbedrijf \(number)", street: "Laan 1", postalCode: postalCode)
        )
        let establishment = try session.addEstablishment(
            Self.establishmentNumber(number),
            of: company,
            name: "Vestiging \(number)",
            street: "Laan 1",
            postalCode: postalCode
        )
        var file = ApplicationRecord(
            company: company,
            training: TrainingCode(training),
            system: .dualLearning,
            partnership: PartnershipCode(partnership),
            applicantKind: .company,
            organisation: .company(company),
            status: .approved
        )
        file.establishment = establishment
        (file.submittedOn, file.decidedOn, file.decisionMode) = (validity.from, validity.from, .manual)
        var recognition = RecognitionRecord(
            application: try session.add(file),
            company: company,
            establishment: establishment,
            training: file.training,
            system: .dualLearning,
            partnership: file.partnership,
            validity: validity
        )
        if let endedOn {
            recognition.status = .withdrawn
            (recognition.endedOn, recognition.endKind) = (endedOn, .urgentReason)
        }
        let id = try session.add(recognition)
        let mentor = try session.addMentor(
            numberHash: [UInt8]("\(number)".utf8),
            sealedNumber: [UInt8]("\(number)".utf8),
            firstName: "Mentor",
            lastName: "Proef",
            bornOn: validity.from
        )
        _ = try session.addMentor(mentor, to: id, from: validity.from)
    }
}
