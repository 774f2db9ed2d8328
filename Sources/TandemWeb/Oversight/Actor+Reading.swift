internal import TandemDomain

extension Actor {
    /// Whether the letters about a file are this person's to read: those who see everything that happened to it, and
    /// those who act for the company.
    func mayReadLetters(about subject: Subject, on day: Day) -> Bool {
        may(.readEvents, to: subject, on: day)
            || actsForCompany(of: subject, on: day) && may(.readCompany, to: subject, on: day)
    }

    /// Whether this person belongs to the company, or holds its mandate.
    func actsForCompany(of subject: Subject, on day: Day) -> Bool {
        relation(to: subject, on: day) == .ownCompany || holdsMandate(for: subject, on: day)
    }

    /// The page of a file as this person has it: who applies has another than who handles.
    func fileURL(of id: Identifier<RecognitionApplication>) -> String {
        role.applicantKind == nil ? Addresses.dossier.url(id.rawValue) : Addresses.applicantFile.url(id.rawValue)
    }

    /// The partnership whose lists this person sees: his own as a handler, the one he asks for where he sees all.
    func listedPartnership(asked: String?) -> PartnershipCode? {
        switch role {
        case .department, .auditor, .appealsSecretary: asked.flatMap { $0.isEmpty ? nil : PartnershipCode($0) }
        case .legalRepresentative, .companyEmployee, .providerCounsellor, .sectorConsultant, .workplaceCounsellor,
            .handler, .voter, .system:
            partnership
        }
    }

    /// Whether this person may choose of which partnership he sees a list.
    var choosesPartnership: Bool {
        switch role {
        case .department, .auditor, .appealsSecretary: true
        case .legalRepresentative, .companyEmployee, .providerCounsellor, .sectorConsultant, .workplaceCounsellor,
            .handler, .voter, .system:
            false
        }
    }
}
