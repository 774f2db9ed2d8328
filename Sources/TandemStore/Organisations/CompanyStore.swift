package import TandemDomain
package import TandemSQL

/// A company (*onderneming*) as the register keeps it.
package struct CompanyRecord: Sendable, Hashable {
    package let id: Identifier<Company>
    package let number: CompanyNumber
    package var details: CompanyDetails
    package let version: Int
}

/// What a company says of itself, or the company register says of it.
package struct CompanyDetails: Sendable, Hashable {
    package var name: String
    package var street: String
    package var postalCode: PostalCode
    package var jointCommittee: JointCommitteeNumber?
    package var legalForm: String?
    package var employees: Int?
    package var email: String?
    package var telephone: String?

    package init(
        name: String,
        street: String,
        postalCode: PostalCode,
        jointCommittee: JointCommitteeNumber? = nil,
        legalForm: String? = nil,
        employees: Int? = nil,
        email: String? = nil,
        telephone: String? = nil
    ) {
        self.name = name
        self.street = street
        self.postalCode = postalCode
        self.jointCommittee = jointCommittee
        self.legalForm = legalForm
        self.employees = employees
        self.email = email
        self.telephone = telephone
    }
}

/// An establishment (*vestiging*) of a company.
package struct EstablishmentRecord: Sendable, Hashable {
    package let id: Identifier<Establishment>
    package let number: EstablishmentNumber
    package let company: Identifier<Company>
    package let name: String
    package let street: String
    package let postalCode: PostalCode
    package let version: Int
}

extension SQLSession {
    /// - Throws: ``SQLError``.
    package func company(_ id: Identifier<Company>) throws -> CompanyRecord? {
        try row("SELECT \(companyColumns) FROM company c WHERE c.id = \(id)").map { try companyRecord($0) }
    }

    /// Several companies at once, by their identity.
    ///
    /// - Throws: ``SQLError``.
    package func companies(_ ids: some Sequence<Identifier<Company>>) throws -> [Identifier<Company>: CompanyRecord] {
        let found = try rows("SELECT \(companyColumns) FROM company c WHERE c.id IN (\(Array(Set(ids))))")
            .map { try companyRecord($0) }
        return Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    }

    /// - Throws: ``SQLError``.
    package func company(_ number: CompanyNumber) throws -> CompanyRecord? {
        try row("SELECT \(companyColumns) FROM company c WHERE c.number = \(number)").map { try companyRecord($0) }
    }

    /// The names of companies by their identity, for a list on one page.
    ///
    /// - Throws: ``SQLError``.
    package func companyNames(_ ids: some Sequence<Identifier<Company>>) throws -> [Identifier<Company>: String] {
        let rows = try rows("SELECT id, name FROM company WHERE id IN (\(Array(Set(ids))))")
        return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.id(0), try $0.text(1)) })
    }

    /// - Throws: ``SQLError/unique(_:)`` where the number is there already.
    package func addCompany(_ number: CompanyNumber, _ details: CompanyDetails) throws -> Identifier<Company> {
        let id = Identifier<Company>(try add(NewRow(company: number, details)))
        try index(details.name, as: .company, id.rawValue)
        return id
    }

    /// Changes what a company says of itself, if nobody did since `version`.
    ///
    /// - Returns: whether the version was still the last.
    /// - Throws: ``SQLError``.
    package func change(_ id: Identifier<Company>, to details: CompanyDetails, since version: Int) throws -> Bool {
        let changed = try run(updateCompany(id, to: details, version: (from: version, to: version + 1)))
        guard changed == 1 else { return false }
        try unindex(.company, id.rawValue)
        try index(details.name, as: .company, id.rawValue)
        return true
    }

    /// - Throws: ``SQLError``.
    package func establishment(_ id: Identifier<Establishment>) throws -> EstablishmentRecord? {
        try row("SELECT \(establishmentColumns) FROM establishment e WHERE e.id = \(id)")
            .map { try establishmentRecord($0) }
    }

    /// Several establishments at once, by their identity.
    ///
    /// - Throws: ``SQLError``.
    package func establishments(
        _ ids: some Sequence<Identifier<Establishment>>
    ) throws -> [Identifier<Establishment>: EstablishmentRecord] {
        let found = try rows("SELECT \(establishmentColumns) FROM establishment e WHERE e.id IN (\(Array(Set(ids))))")
            .map { try establishmentRecord($0) }
        return Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    }

    /// - Throws: ``SQLError``.
    package func establishment(_ number: EstablishmentNumber) throws -> EstablishmentRecord? {
        try row("SELECT \(establishmentColumns) FROM establishment e WHERE e.number = \(number)")
            .map { try establishmentRecord($0) }
    }

    /// - Throws: ``SQLError``.
    package func establishments(of company: Identifier<Company>) throws -> [EstablishmentRecord] {
        try rows("SELECT \(establishmentColumns) FROM establishment e WHERE e.company_id = \(company) ORDER BY e.id")
            .map { try establishmentRecord($0) }
    }

    /// - Throws: ``SQLError/unique(_:)`` where the number is there already.
    package func addEstablishment(
        _ number: EstablishmentNumber,
        of company: Identifier<Company>,
        name: String,
        street: String,
        postalCode: PostalCode
    ) throws -> Identifier<Establishment> {
        Identifier(
            try add(NewRow(establishment: number, of: company, name: name, street: street, postalCode: postalCode))
        )
    }

    /// Changes name and address of an establishment, if nobody did since it was read.
    ///
    /// - Returns: whether its version was still the last.
    /// - Throws: ``SQLError``.
    package func change(
        _ place: EstablishmentRecord,
        name: String,
        street: String,
        postalCode: PostalCode
    ) throws -> Bool {
        try run(
            """
            UPDATE establishment SET name = \(name), street = \(street), postal_code = \(postalCode),
                version = version + 1
            WHERE id = \(place.id) AND version = \(place.version)
            """
        ) == 1
    }

    /// The companies that an organisation holds a mandate of on `day`, or the company itself, by name.
    ///
    /// - Throws: ``SQLError``.
    package func companies(managedBy organisation: Organisation, on day: Day, limit: Int) throws -> [CompanyRecord] {
        switch organisation {
        case .company(let id): return try company(id).map { [$0] } ?? []
        case .provider, .partnership, .service: break
        }
        return try rows(
            """
            SELECT \(companyColumns) FROM company c WHERE c.id IN (
                SELECT company_id FROM mandate WHERE holder = \(organisation) AND valid_from <= \(day)
                    AND (valid_until IS NULL OR valid_until >= \(day))
                    AND (revoked_on IS NULL OR revoked_on > \(day)))
            ORDER BY c.name, c.id LIMIT \(limit)
            """
        )
        .map { try companyRecord($0) }
    }

    /// Companies by number or by the beginnings of the words of their name.
    ///
    /// - Throws: ``SQLError``.
    package func companies(matching text: String, limit: Int) throws -> [CompanyRecord] {
        if let number = try? CompanyNumber(text) { return try company(number).map { [$0] } ?? [] }
        return try rows(
            """
            SELECT \(companyColumns) FROM company c WHERE c.id IN (\(subjectsNamed(text, .company)))
            ORDER BY c.name, c.id LIMIT \(limit)
            """
        )
        .map { try companyRecord($0) }
    }
}

/// Writes what a company says of itself over what it said before.
func updateCompany(
    _ id: Identifier<Company>,
    to details: CompanyDetails,
    version: (from: Int, to: Int)
) -> SQL {
    """
    UPDATE company SET name = \(details.name), street = \(details.street), postal_code = \(details.postalCode),
        joint_committee = \(details.jointCommittee), legal_form = \(details.legalForm),
        employees = \(details.employees), email = \(details.email), telephone = \(details.telephone),
        version = \(version.to)
    WHERE id = \(id) AND version = \(version.from)
    """
}

let companyColumns: SQL =
    """
    c.id, c.number, c.name, c.street, c.postal_code, c.joint_committee, c.legal_form, c.employees, c.email,
    c.telephone, c.version
    """
let companyColumnCount = 11

let establishmentColumns: SQL = "e.id, e.number, e.company_id, e.name, e.street, e.postal_code, e.version"

func companyRecord(_ row: SQLRow, from offset: Int = 0) throws -> CompanyRecord {
    CompanyRecord(
        id: try row.id(offset),
        number: CompanyNumber(stored: try row.text(offset + 1)),
        details: CompanyDetails(
            name: try row.text(offset + 2),
            street: try row.text(offset + 3),
            postalCode: PostalCode(stored: try row.text(offset + 4)),
            jointCommittee: try row.optionalText(offset + 5).map(JointCommitteeNumber.init(stored:)),
            legalForm: try row.optionalText(offset + 6),
            employees: try row.optionalInt(offset + 7),
            email: try row.optionalText(offset + 8),
            telephone: try row.optionalText(offset + 9)
        ),
        version: try row.int(offset + 10)
    )
}

func establishmentRecord(_ row: SQLRow, from offset: Int = 0) throws -> EstablishmentRecord {
    EstablishmentRecord(
        id: try row.id(offset),
        number: EstablishmentNumber(stored: try row.text(offset + 1)),
        company: try row.id(offset + 2),
        name: try row.text(offset + 3),
        street: try row.text(offset + 4),
        postalCode: PostalCode(stored: try row.text(offset + 5)),
        version: try row.int(offset + 6)
    )
}
