package import TandemDomain
package import TandemSQL

/// A company of the counter, or an establishment of it, as the company register is compared with it.
package struct FollowedSubject: Sendable, Hashable {
    package let company: Identifier<Company>
    /// Nothing where it is the company itself.
    package let establishment: Identifier<Establishment>?
    /// The ten digits of its number.
    package let digits: String
    /// What the register said before; nothing where it never held it.
    package let link: RegisterLink?
}

/// What the company register said the last time of a company or an establishment.
package struct RegisterLink: Sendable, Hashable {
    package let id: Int64
    package let facts: RegisterFacts
    /// The extract that told it, and the day that this extract shows.
    package let toldIn: Int
    package let toldOn: Day
    /// What is told otherwise than the counter had it, and nobody took over or set aside yet.
    package let changes: Set<RegisterChange>
    /// The day from which the register holds it no more.
    package let goneOn: Day?
    package let goneIn: Int?
}

/// What the company register said the last time of a company and of its establishments.
package struct RegisterLinks: Sendable, Hashable {
    package let company: RegisterLink?
    package let establishments: [Identifier<Establishment>: RegisterLink]

    package init(company: RegisterLink?, establishments: [Identifier<Establishment>: RegisterLink]) {
        self.company = company
        self.establishments = establishments
    }
}

/// The last extract through which the counter followed the company register.
package struct FollowedExtract: Sendable, Hashable {
    package let number: Int
    package let snapshot: Day
    package let at: Instant
}

extension SQLSession {
    /// Companies in the order of their identities, each with what the register said of it.
    ///
    /// - Throws: ``SQLError``.
    package func followedCompanies(after id: Int64, limit: Int) throws -> [FollowedSubject] {
        try rows(followedCompaniesStatement(after: id, limit: limit)).map { row in
            FollowedSubject(
                company: try row.id(0),
                establishment: nil,
                digits: try row.text(1),
                link: try registerLink(row, from: 2)
            )
        }
    }

    /// Establishments in the order of their identities, each with what the register said of it.
    ///
    /// - Throws: ``SQLError``.
    package func followedEstablishments(after id: Int64, limit: Int) throws -> [FollowedSubject] {
        try rows(followedEstablishmentsStatement(after: id, limit: limit)).map { row in
            FollowedSubject(
                company: try row.id(0),
                establishment: try row.id(1),
                digits: try row.text(2),
                link: try registerLink(row, from: 3)
            )
        }
    }

    /// What the register said of a company and of its establishments.
    ///
    /// - Throws: ``SQLError``.
    package func registerLinks(of company: Identifier<Company>) throws -> RegisterLinks {
        let rows = try rows(
            """
            SELECT l.establishment_id, \(linkColumns) FROM register_link l WHERE l.company_id = \(company)
            ORDER BY l.id
            """
        )
        var own: RegisterLink?
        var links: [Identifier<Establishment>: RegisterLink] = [:]
        for row in rows {
            let link = try registerLink(row, from: 1)
            if let establishment: Identifier<Establishment> = try row.optionalID(0) {
                links[establishment] = link
            } else {
                own = link
            }
        }
        return RegisterLinks(company: own, establishments: links)
    }

    /// Notes what the register says of a company or an establishment, over what it said before.
    ///
    /// - Throws: ``SQLError``.
    package func note(
        _ facts: RegisterFacts,
        of subject: FollowedSubject,
        in extract: Int,
        on day: Day,
        changes: Set<RegisterChange>
    ) throws {
        let words = changes.map(\.rawValue).sorted().joined(separator: ",")
        if let link = subject.link {
            try run(
                """
                UPDATE register_link SET name = \(facts.name), street = \(facts.street),
                    postal_code = \(facts.postalCode), owner = \(facts.owner), told_in = \(extract), told_on = \(day),
                    changes = \(words), gone_in = \(Int?.none), gone_on = \(Day?.none)
                WHERE id = \(link.id)
                """
            )
        } else {
            try run(
                """
                INSERT INTO register_link (company_id, establishment_id, name, street, postal_code, owner, told_in,
                    told_on, changes)
                VALUES (\(subject.company), \(subject.establishment), \(facts.name), \(facts.street),
                    \(facts.postalCode), \(facts.owner), \(extract), \(day), \(words))
                """
            )
        }
    }

    /// Notes that the register holds it no more.
    ///
    /// - Throws: ``SQLError``.
    package func noteEnd(of link: RegisterLink, in extract: Int, on day: Day) throws {
        try run("UPDATE register_link SET gone_in = \(extract), gone_on = \(day) WHERE id = \(link.id)")
    }

    /// Notes that somebody took over what the register said, or set it aside.
    ///
    /// - Throws: ``SQLError``.
    package func settleChanges(of link: RegisterLink) throws {
        try run("UPDATE register_link SET changes = '' WHERE id = \(link.id)")
    }

    /// The last extract through which the company register was followed; nothing where it never was.
    ///
    /// - Throws: ``SQLError``.
    package func followedExtract() throws -> FollowedExtract? {
        try row("SELECT extract, snapshot, followed_at FROM followed_register WHERE name = 'company-register'").map {
            FollowedExtract(number: try $0.int(0), snapshot: try $0.day(1), at: try $0.instant(2))
        }
    }

    /// - Throws: ``SQLError``.
    package func noteFollowed(_ extract: Int, snapshot: Day, at instant: Instant) throws {
        try run(
            """
            INSERT INTO followed_register (name, extract, snapshot, followed_at)
            VALUES ('company-register', \(extract), \(snapshot), \(instant))
            ON CONFLICT (name) DO UPDATE SET extract = excluded.extract, snapshot = excluded.snapshot,
                followed_at = excluded.followed_at
            """
        )
    }
}

/// The statement that reads a batch of companies with their links.
package func followedCompaniesStatement(after id: Int64, limit: Int) -> SQL {
    """
    SELECT c.id, c.number, \(linkColumns) FROM company c
    LEFT JOIN register_link l ON l.company_id = c.id AND l.establishment_id IS NULL
    WHERE c.id > \(id) ORDER BY c.id LIMIT \(limit)
    """
}

/// The statement that reads a batch of establishments with their links.
package func followedEstablishmentsStatement(after id: Int64, limit: Int) -> SQL {
    """
    SELECT e.company_id, e.id, e.number, \(linkColumns) FROM establishment e
    LEFT JOIN register_link l ON l.establishment_id = e.id
    WHERE e.id > \(id) ORDER BY e.id LIMIT \(limit)
    """
}

private let linkColumns: SQL =
    "l.id, l.name, l.street, l.postal_code, l.owner, l.told_in, l.told_on, l.changes, l.gone_on, l.gone_in"

/// Nothing where a join found no link.
private func registerLink(_ row: SQLRow, from offset: Int) throws -> RegisterLink? {
    guard let id = try row.optionalInt(offset) else { return nil }
    return RegisterLink(
        id: Int64(id),
        facts: RegisterFacts(
            name: try row.text(offset + 1),
            street: try row.text(offset + 2),
            postalCode: try row.optionalText(offset + 3).map(PostalCode.init(stored:)),
            owner: try row.optionalText(offset + 4).map(CompanyNumber.init(stored:))
        ),
        toldIn: try row.int(offset + 5),
        toldOn: try row.day(offset + 6),
        changes: Set(
            try row.text(offset + 7).split(separator: ",").compactMap { RegisterChange(rawValue: String($0)) }
        ),
        goneOn: try row.optionalDay(offset + 8),
        goneIn: try row.optionalInt(offset + 9)
    )
}
