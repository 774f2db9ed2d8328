import TandemPostgres
import TandemSQL
import TandemTestKit

/// A register with so many rows that reading a whole table is never the quickest way, for the planner of PostgreSQL, which
/// weighs what is there; SQLite plans by the schema alone.
actor LargeRegister {
    static let shared = LargeRegister()

    private var filled: Task<any SQLDatabase, any Error>?

    /// The register in which the plans of this run's make are asked.
    func database() async throws -> any SQLDatabase {
        if let filled { return try await filled.value }
        let task = Task {
            let database = try await TestRegister.small()
            guard database.dialect == .postgresql else { return database }
            try await database.write { try $0.runAll(Self.rows) }
            // The server notes what is on its disk some moments later; before that it marks no row as seen by all. While
            // other tests write, it may take longer for one table than for another.
            for _ in 1...15 {
                try await Task.sleep(for: .seconds(2))
                try await (database as? PostgresDatabase)?.vacuum()
                if try await database.read({ try $0.integer(Self.unseen) }) == 0 { break }
            }
            return database
        }
        filled = task
        return try await task.value
    }

    /// How many tables the server has yet to mark as seen by all, in nearly all of their pages.
    private static let unseen: SQL = """
        SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relname IN ('application', 'recognition', 'letter', 'task')
            AND relallvisible < relpages * 0.9
        """

    private static let rows: [SQL] = [
        // What is not on its way to the disk yet cannot be marked as seen by all, which an index alone needs.
        "SET LOCAL synchronous_commit = on",
        """
        INSERT INTO company (id, number, name, street, postal_code, joint_committee)
        SELECT i, lpad(CAST(i AS TEXT), 10, '0'), concat('Bedrijf ', i), 'K 1', '9000', '124'
        FROM generate_series(2, 20000) i
        """,
        """
        INSERT INTO establishment (id, number, company_id, name, street, postal_code)
        SELECT i, lpad(CAST(i AS TEXT), 10, '0'), i, concat('Vestiging ', i), 'K 1', '9000'
        FROM generate_series(2, 20000) i
        """,
        """
        INSERT INTO mentor (id, number_hash, number_cipher, first_name, last_name, born_on)
        SELECT i, decode(lpad(to_hex(i), 8, '0'), 'hex'), decode('02', 'hex'), 'Jan', concat('Mentor', i), '1980-01-01'
        FROM generate_series(2, 20000) i
        """,
        """
        INSERT INTO search_word (kind, word, subject_id)
        SELECT 'company', concat('w', i % 3000, 'x'), i FROM generate_series(2, 20000) i
        UNION ALL SELECT 'mentor', concat('m', i), i FROM generate_series(2, 20000) i
        """,
        """
        INSERT INTO bundle (id, company_id, establishment_id, account_id, organisation, applicant_kind, step, started_on,
            submitted_on)
        SELECT i, 2 + i % 19998, 2 + i % 19998, 1, concat('company:', 2 + i % 19998), 'company', 'overview',
            '2021-09-01', '2021-09-02' FROM generate_series(2, 60000) i
        """,
        """
        INSERT INTO application (id, bundle_id, company_id, establishment_id, training, system, partnership, advising,
            applicant_kind, organisation, account_id, status, submitted_on, due_on, handler_id, decided_on,
            decision_mode)
        SELECT i, i, 2 + i % 19998, 2 + i % 19998, CAST(1000 + i % 140 AS TEXT), 'duaal_leren',
            (ARRAY['bouw', 'horeca', 'vlaams', 'textiel', 'haar'])[1 + i % 5],
            CASE WHEN i % 9 = 0 THEN 'bouw' END, 'company', concat('company:', 2 + i % 19998), 1,
            CASE WHEN i % 20 = 0 THEN 'in_process' WHEN i % 20 = 1 THEN 'submitted' ELSE 'approved' END,
            CAST(CAST('2019-01-01' AS DATE) + i % 1500 AS TEXT),
            CASE WHEN i % 20 < 2 THEN CAST(CAST('2019-01-15' AS DATE) + i % 1500 AS TEXT) END,
            CASE WHEN i % 4 = 0 THEN 1 END,
            CASE WHEN i % 20 > 1 THEN CAST(CAST('2019-01-10' AS DATE) + i % 1500 AS TEXT) END,
            CASE WHEN i % 20 > 1 THEN 'manual' END
        FROM generate_series(2, 60000) i
        """,
        """
        INSERT INTO clock_step (application_id, position, kind, on_day)
        SELECT i, 1, 'started', '2021-09-06' FROM generate_series(2, 60000) i
        """,
        """
        INSERT INTO designation (id, application_id, mentor_id)
        SELECT i, i, 2 + i % 19998 FROM generate_series(2, 60000) i
        """,
        """
        INSERT INTO recognition (id, application_id, company_id, establishment_id, training, system, partnership,
            valid_from, valid_until, status)
        SELECT i, i, 2 + i % 19998, 2 + i % 19998, CAST(1000 + i % 140 AS TEXT), 'duaal_leren',
            (ARRAY['bouw', 'horeca', 'vlaams', 'textiel', 'haar'])[1 + i % 5],
            CAST(CAST('2019-01-10' AS DATE) + i % 1500 AS TEXT), CAST(CAST('2024-01-09' AS DATE) + i % 1500 AS TEXT),
            'approved' FROM generate_series(2, 60000) i WHERE i % 20 > 1
        """,
        """
        INSERT INTO recognition_mentor (id, recognition_id, mentor_id, valid_from)
        SELECT i, i, 2 + i % 19998, '2019-01-10' FROM generate_series(2, 60000) i WHERE i % 20 > 1
        """,
        """
        INSERT INTO mandate (id, company_id, holder, document_id, valid_from)
        SELECT i, i, concat('provider:', i % 400), 1, '2021-09-01' FROM generate_series(2, 20000) i
        """,
        """
        INSERT INTO letter (id, kind, partnership, company_id, application_id, addressee, subject, body, made_on, made_at)
        SELECT i, 'received', (ARRAY['bouw', 'horeca', 'vlaams', 'textiel', 'haar'])[1 + i % 5], 2 + i % 19998, i,
            'A', 'B', 'C', '2021-09-06', i FROM generate_series(2, 60000) i
        """,
        """
        INSERT INTO task (id, kind, partnership, company_id, recognition_id, made_on)
        SELECT r.id, 'expiry_notice', r.partnership, r.company_id, r.id, '2021-09-06' FROM recognition r WHERE r.id > 1
        """,
        """
        INSERT INTO check_record (id, application_id, establishment_id, partnership, kind, held_on, account_id)
        SELECT i, i, 2 + i % 19998, 'bouw', 'email', '2021-09-06', 1 FROM generate_series(2, 60000) i
        """,
        """
        INSERT INTO vote (id, application_id, account_id, vote, cast_on)
        SELECT i, i, 1, 'against', '2021-09-06' FROM generate_series(2, 20000) i
        """,
        """
        INSERT INTO advice (id, application_id, partnership, asked_on)
        SELECT i, i, 'bouw', '2021-09-06' FROM generate_series(2, 20000) i
        """,
        """
        INSERT INTO attachment (id, application_id, requirement, document_id, file_name, added_on)
        SELECT i, i, 'x', 1, 'a.pdf', '2021-09-06' FROM generate_series(2, 20000) i
        """,
        """
        INSERT INTO prospect (id, establishment, enterprise, name, municipality, is_natural_person, training, organisation,
            owner_id, state, ground, next_on, made_on, claimed_on, closed_on, application_id)
        SELECT i, concat('2', lpad(CAST(i AS TEXT), 9, '0')), lpad(CAST(i AS TEXT), 10, '0'), concat('Bedrijf ', i),
            'Gent', 0, '1535', concat('provider:', i % 40), 1,
            CASE WHEN i % 3 = 0 THEN 'not_interested' WHEN i % 3 = 1 THEN 'to_call' ELSE 'contacted' END,
            CASE WHEN i % 3 = 0 THEN 'no_time' END, CAST(CAST('2021-01-01' AS DATE) + i % 900 AS TEXT), '2021-01-01',
            '2021-01-01', CASE WHEN i % 3 = 0 THEN '2021-09-06' END, CASE WHEN i % 9 = 0 THEN i END
        FROM generate_series(2, 60000) i
        """,
        """
        INSERT INTO contact (id, held_on, kind, target, purpose, enterprise, prospect_id, account_id, organisation)
        SELECT i, '2021-09-06', 'telephone', 'company', 'prospecting', lpad(CAST(i AS TEXT), 10, '0'), i, 1,
            concat('provider:', i % 40) FROM generate_series(2, 60000) i
        """,
        """
        INSERT INTO register_link (id, company_id, establishment_id, name, street, told_in, told_on)
        SELECT i, 2 + i % 19998, CASE WHEN i > 20000 THEN 2 + i % 19998 END, 'Bedrijf', 'Laan 1', 140, '2021-09-06'
        FROM generate_series(3, 39990) i
        """,
        """
        INSERT INTO do_not_call (id, number, since, account_id, organisation, reason)
        SELECT i, lpad(CAST(i AS TEXT), 10, '0'), '2021-09-06', 1, 'provider:1', 'Gevraagd'
        FROM generate_series(2, 20000) i
        """,
        """
        INSERT INTO enrolment_count (id, reference_date, row_count, enrolled, digest, imported_on)
        SELECT i, concat(2000 + i, '-02-01'), 5000, 5000, decode('00', 'hex'), '2021-09-06'
        FROM generate_series(2, 20) i
        """,
        """
        INSERT INTO enrolment (id, count_id, training, provider, provider_name, provider_kind, postal_code, enrolled)
        SELECT i, 2 + i % 19, CAST(1000 + i / 20 % 140 AS TEXT), concat('OV', i), 'School', 'duaal_leren', '9000', 1
        FROM generate_series(2, 60000) i
        """,
        """
        INSERT INTO event (id, subject, subject_id, version, act, effective_on, recorded_at, role, state, digest)
        SELECT i, 'application', i, 1, 'submit', '2021-09-06', 0, 'handler', '{}', decode('00', 'hex')
        FROM generate_series(2, 60000) i
        UNION ALL SELECT 60000 + i, 'designation', i, 1, 'proposed', '2021-09-06', 0, 'handler', '{}', decode('00', 'hex')
        FROM generate_series(2, 60000) i
        """,
    ]
}
