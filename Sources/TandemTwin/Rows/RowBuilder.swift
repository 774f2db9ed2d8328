internal import TandemDomain

/// Puts names and numbers on the drafts: what the file shows.
struct RowBuilder {
    private let register: CompanyRegister
    private let joining: Joining
    private let names: InventedNames
    private var companies: [Face?]
    private var sites: [Face?]
    private var people: [TwinMentor?]
    /// The first day on which a file names each mentor, over all sectors.
    private var firstNamed: [Day]
    private var numbers = InventedPeople()
    private let postalCodes: [[PostalCode]]
    private var random: TwinRandom

    /// How a company or an establishment presents itself.
    private struct Face {
        let name: String
        let street: String
        let postalCode: PostalCode
        var employees: Int?
    }

    init(
        _ register: CompanyRegister,
        _ joining: Joining,
        _ reference: Reference,
        _ random: inout TwinRandom
    ) throws {
        self.register = register
        self.joining = joining
        self.random = TwinRandom(seed: random.next())
        names = try InventedNames.load()
        companies = Array(repeating: nil, count: register.companies.count)
        sites = Array(repeating: nil, count: register.sites.count)
        people = Array(repeating: nil, count: register.mentors.count)
        firstNamed = register.mentors.map(\.firstNamed)
        for (mentor, kept) in joining.mentor.enumerated() {
            firstNamed[kept] = min(firstNamed[kept], firstNamed[mentor])
        }
        let byProvince = Dictionary(grouping: reference.places.all, by: \.province.rawValue)
        postalCodes = try Provinces.codes(register.cells).map { code in
            guard let places = byProvince[code] else { throw TwinProblem.noPlace(province: code) }
            return places.filter(\.isPrimary).map(\.postalCode)
        }
    }

    mutating func row(_ draft: FileDraft, _ references: [String], _ index: Int, training: TrainingCode) -> TwinRow {
        let site = joining.site[draft.site]
        let company = joining.company[register.sites[site].company]
        let (companyFace, siteFace) = (face(ofCompany: company), face(ofSite: site))
        return TwinRow(
            reference: references[index],
            companyNumber: InventedNumbers.company(company),
            companyName: companyFace.name,
            companyStreet: companyFace.street,
            companyPostalCode: companyFace.postalCode,
            jointCommittee: committee(draft),
            employees: companyFace.employees,
            establishmentNumber: InventedNumbers.establishment(site),
            establishmentName: siteFace.name,
            establishmentStreet: siteFace.street,
            establishmentPostalCode: siteFace.postalCode,
            training: training,
            partnership: register.sectors[draft.sector].partnership,
            applicant: draft.applicant,
            submittedOn: draft.submitted,
            status: status(draft),
            decidedOn: draft.decided,
            decisionMode: draft.decided == nil ? nil : draft.isAutomatic ? .automatic : .manual,
            rejectionReason: draft.fate == .rejected ? ReasonCode(draft.reason) : nil,
            endedOn: draft.ended,
            endKind: draft.ended == nil ? nil : draft.fate == .withdrawn ? .withdrawn : .discontinued,
            cancelledOn: draft.cancelled,
            mentors: mentors(draft),
            renews: draft.renews.map { references[$0] }
        )
    }

    /// Always the same committee for a company in a sector.
    private func committee(_ draft: FileDraft) -> JointCommitteeNumber? {
        let committees = register.sectors[draft.sector].committees
        guard !committees.isEmpty else { return nil }
        return committees[register.sites[draft.site].company % committees.count]
    }

    private mutating func status(_ draft: FileDraft) -> ApplicationStatus {
        switch draft.fate {
        case .approved, .withdrawn, .discontinued, .expired: .approved
        case .rejected: .rejected
        case .cancelled: .cancelled
        case .open:
            random.element(of: [.submitted, .inProcess, .inProcess, .inProcess, .incomplete, .onHold]) ?? .submitted
        }
    }

    private mutating func mentors(_ draft: FileDraft) -> [TwinMentor] {
        var mentors: [Int] = []
        for mentor in draft.mentors.map({ joining.mentor[$0] }) where !mentors.contains(mentor) {
            mentors.append(mentor)
        }
        return mentors.map { person($0) }
    }

    /// Ages at the first designation; the youngest a mentor may be, and the oldest here.
    private static let ages = 25...60

    private mutating func person(_ mentor: Int) -> TwinMentor {
        if let person = people[mentor] { return person }
        let name = names.person(&random)
        let age = min(random.within(Self.ages), random.within(Self.ages))
        let born = firstNamed[mentor].adding(years: -age).adding(days: -1 - random.below(364))
        let person = TwinMentor(
            nationalNumber: numbers.nationalNumber(born: born),
            firstName: name.first,
            lastName: name.last
        )
        people[mentor] = person
        return person
    }

    private mutating func face(ofCompany company: Int) -> Face {
        if let face = companies[company] { return face }
        let draft = register.companies[company]
        let seat = face(ofSite: joining.site[draft.sites[0]])
        let employees = register.sizes[draft.size].employees.map { range in
            range.lowerBound + min(random.below(range.count), random.below(range.count))
        }
        let face = Face(name: seat.name, street: seat.street, postalCode: seat.postalCode, employees: employees)
        companies[company] = face
        return face
    }

    private mutating func face(ofSite site: Int) -> Face {
        if let face = sites[site] { return face }
        let sector = register.sectors[register.sites[site].sector]
        let first = register.companies[register.sites[site].company].sites[0]
        // An establishment bears the name of its company, which is that of the first establishment.
        let name =
            first == site
            ? names.company(sector, isPublic: sector.committees.isEmpty, &random) : face(ofSite: first).name
        let codes = postalCodes[register.sites[site].province]
        let face = Face(name: name, street: names.street(&random), postalCode: codes[random.below(codes.count)])
        sites[site] = face
        return face
    }
}
