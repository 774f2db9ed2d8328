internal import TandemSQL

extension Migration {
    /// What the company register said the last time of each company and establishment, through which extract the
    /// counter followed it, and the tasks that come of it.
    static let registerLink = Migration(
        number: 4,
        name: "register-link",
        tables: """
            CREATE TABLE register_link (
                id INTEGER PRIMARY KEY,
                company_id INTEGER NOT NULL REFERENCES company (id),
                establishment_id INTEGER REFERENCES establishment (id),
                name TEXT NOT NULL,
                street TEXT NOT NULL,
                postal_code TEXT,
                owner TEXT,
                told_in INTEGER NOT NULL,
                told_on TEXT NOT NULL,
                changes TEXT NOT NULL DEFAULT '',
                gone_in INTEGER,
                gone_on TEXT
            ) STRICT;

            CREATE UNIQUE INDEX register_link_of_company ON register_link (company_id) WHERE establishment_id IS NULL;
            CREATE UNIQUE INDEX register_link_of_establishment ON register_link (establishment_id)
                WHERE establishment_id IS NOT NULL;
            CREATE INDEX register_link_by_company ON register_link (company_id, id);

            CREATE TABLE followed_register (
                name TEXT PRIMARY KEY,
                extract INTEGER NOT NULL,
                snapshot TEXT NOT NULL,
                followed_at INTEGER NOT NULL
            ) STRICT;
            """,
        sqlite: """
            ALTER TABLE task RENAME TO task_before;

            DROP INDEX task_open;
            DROP INDEX task_by_recognition;

            CREATE TABLE task (
                id INTEGER PRIMARY KEY,
                kind TEXT NOT NULL,
                partnership TEXT NOT NULL,
                company_id INTEGER REFERENCES company (id),
                application_id INTEGER REFERENCES application (id),
                recognition_id INTEGER REFERENCES recognition (id),
                detail TEXT NOT NULL DEFAULT '',
                made_on TEXT NOT NULL,
                done_on TEXT,
                done_by INTEGER REFERENCES account (id),
                version INTEGER NOT NULL DEFAULT 1,
                CONSTRAINT task_kind_is_known CHECK (kind IN (
                    'end_running_agreements', 'national_number_in_use', 'confirm_new_mentor', 'expiry_notice',
                    'company_ended', 'company_changed'))
            ) STRICT;

            INSERT INTO task (id, kind, partnership, company_id, application_id, recognition_id, detail, made_on,
                done_on, done_by, version)
            SELECT id, kind, partnership, company_id, application_id, recognition_id, detail, made_on, done_on,
                done_by, version
            FROM task_before;

            DROP TABLE task_before;

            CREATE INDEX task_open ON task (partnership, made_on, id) WHERE done_on IS NULL;
            CREATE INDEX task_by_recognition ON task (recognition_id, kind) WHERE recognition_id IS NOT NULL;
            """,
        postgresql: """
            ALTER TABLE task DROP CONSTRAINT task_kind_is_known;
            ALTER TABLE task ADD CONSTRAINT task_kind_is_known CHECK (kind IN (
                'end_running_agreements', 'national_number_in_use', 'confirm_new_mentor', 'expiry_notice',
                'company_ended', 'company_changed'));
            """
    )
}
