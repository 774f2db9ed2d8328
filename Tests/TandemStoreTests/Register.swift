import TandemSQL
import TandemStore
import TandemTestKit

/// Registers in memory for the tests of the store.
enum TestRegister {
    /// An empty register with the whole schema.
    static func empty() async throws -> any SQLDatabase {
        try await TestDatabase.empty()
    }

    /// A register with one row of every kind, all with identity 1.
    static func small() async throws -> any SQLDatabase {
        let database = try await empty()
        try await database.write { session in
            try session.runAll(smallRows)
        }
        return database
    }

    private static let smallRows: [SQL] = [
        "INSERT INTO account (id, slug, name) VALUES (1, 'tom', 'Tom')",
        "INSERT INTO company (id, number, name, street, postal_code) VALUES (1, '0400000000', 'De Steen', 'K 1', '9000')",
        "INSERT INTO capacity (id, account_id, role, organisation) VALUES (1, 1, 'handler', 'partnership:bouw')",
        """
        INSERT INTO establishment (id, number, company_id, name, street, postal_code)
        VALUES (1, '2100000000', 1, 'Gent', 'K 1', '9000')
        """,
        """
        INSERT INTO mentor (id, number_hash, number_cipher, first_name, last_name, born_on)
        VALUES (1, \([UInt8(1)]), \([UInt8(2)]), 'Jan', 'Peeters', '1980-01-01')
        """,
        "INSERT INTO document (id, digest, media_type, size) VALUES (1, \([UInt8(1)]), 'application/pdf', 9)",
        """
        INSERT INTO mandate (id, company_id, holder, document_id, valid_from)
        VALUES (1, 1, 'provider:OV0001', 1, '2021-09-01')
        """,
        """
        INSERT INTO bundle (id, company_id, account_id, organisation, applicant_kind, step, started_on)
        VALUES (1, 1, 1, 'company:1', 'company', 'overview', '2021-09-01')
        """,
        """
        INSERT INTO application (id, bundle_id, company_id, training, system, partnership, applicant_kind,
            organisation, status)
        VALUES (1, 1, 1, '1535', 'duaal_leren', 'bouw', 'company', 'company:1', 'draft')
        """,
        "INSERT INTO clock_step (application_id, position, kind, on_day) VALUES (1, 1, 'started', '2021-09-06')",
        "INSERT INTO designation (id, application_id, mentor_id) VALUES (1, 1, 1)",
        """
        INSERT INTO recognition (id, application_id, company_id, establishment_id, training, system, partnership,
            valid_from, valid_until, status)
        VALUES (1, 1, 1, 1, '1535', 'duaal_leren', 'bouw', '2021-09-06', '2026-09-05', 'approved')
        """,
        "INSERT INTO recognition_mentor (id, recognition_id, mentor_id, valid_from) VALUES (1, 1, 1, '2021-09-06')",
        """
        INSERT INTO check_record (id, establishment_id, partnership, kind, held_on, account_id)
        VALUES (1, 1, 'bouw', 'email', '2021-09-06', 1)
        """,
        """
        INSERT INTO vote (id, application_id, account_id, vote, cast_on) VALUES (1, 1, 1, 'against', '2021-09-06')
        """,
        "INSERT INTO advice (id, application_id, partnership, asked_on) VALUES (1, 1, 'bouw', '2021-09-06')",
        """
        INSERT INTO guidance (id, recognition_id, held_on, account_id, note) VALUES (1, 1, '2021-09-06', 1, 'Gesprek')
        """,
        """
        INSERT INTO exclusion (id, company_id, valid_from, is_urgent, motivation, account_id)
        VALUES (1, 1, '2021-09-06', 1, 'Onveilig', 1)
        """,
        "INSERT INTO task (id, kind, partnership, made_on) VALUES (1, 'expiry_notice', 'bouw', '2021-09-06')",
        """
        INSERT INTO prospect (id, establishment, enterprise, name, municipality, is_natural_person, training, organisation,
            owner_id, state, made_on, claimed_on)
        VALUES (1, '2100000000', '0400000000', 'De Steen', 'Gent', 0, '1535', 'partnership:bouw', 1, 'to_call',
            '2021-09-06', '2021-09-06')
        """,
        """
        INSERT INTO contact (id, held_on, kind, target, purpose, enterprise, prospect_id, account_id, organisation)
        VALUES (1, '2021-09-06', 'visit', 'company', 'prospecting', '0400000000', 1, 1, 'partnership:bouw')
        """,
        """
        INSERT INTO do_not_call (id, number, since, account_id, organisation, reason)
        VALUES (1, '0400000000', '2021-09-06', 1, 'partnership:bouw', 'Per brief gevraagd')
        """,
        """
        INSERT INTO enrolment_count (id, reference_date, row_count, enrolled, digest, imported_on)
        VALUES (1, '2021-02-01', 1, 9, \([UInt8(1)]), '2021-09-06')
        """,
        """
        INSERT INTO enrolment (id, count_id, training, provider, provider_name, provider_kind, postal_code, enrolled)
        VALUES (1, 1, '1535', 'OV0001', 'School', 'duaal_leren', '9000', 9)
        """,
    ]
}
