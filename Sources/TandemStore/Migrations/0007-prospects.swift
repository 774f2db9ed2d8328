internal import TandemSQL

extension Migration {
    /// Calling companies: prospects, contacts, and who asked not to be called.
    ///
    /// They go by the numbers of the company register, because most of these companies have no file yet.
    static let prospects = Migration(
        number: 7,
        name: "prospects",
        tables: """
            CREATE TABLE prospect (
                id INTEGER PRIMARY KEY,
                establishment TEXT NOT NULL,
                enterprise TEXT NOT NULL,
                name TEXT NOT NULL,
                municipality TEXT NOT NULL,
                is_natural_person INTEGER NOT NULL,
                training TEXT NOT NULL,
                provider TEXT,
                list_name TEXT NOT NULL DEFAULT '',
                organisation TEXT NOT NULL,
                owner_id INTEGER REFERENCES account (id),
                state TEXT NOT NULL,
                ground TEXT,
                later_on TEXT,
                next_step TEXT NOT NULL DEFAULT '',
                next_on TEXT,
                score INTEGER,
                made_on TEXT NOT NULL,
                claimed_on TEXT,
                closed_on TEXT,
                application_id INTEGER REFERENCES application (id),
                version INTEGER NOT NULL DEFAULT 1,
                CONSTRAINT prospect_numbers_have_ten_digits CHECK (
                    length(establishment) = 10 AND length(enterprise) = 10),
                CONSTRAINT prospect_state_is_known CHECK (state IN (
                    'new', 'to_call', 'contacted', 'interested', 'later', 'applied', 'not_interested')),
                CONSTRAINT prospect_is_closed_by_its_state CHECK (
                    (closed_on IS NOT NULL) = (state IN ('applied', 'not_interested'))),
                CONSTRAINT refused_prospect_has_a_ground CHECK ((state = 'not_interested') = (ground IS NOT NULL)),
                CONSTRAINT later_prospect_has_a_day CHECK ((state = 'later') = (later_on IS NOT NULL)),
                CONSTRAINT new_prospect_has_no_owner CHECK (
                    (owner_id IS NULL) = (claimed_on IS NULL) AND (state <> 'new' OR owner_id IS NULL)
                    AND (owner_id IS NOT NULL OR state IN ('new', 'applied', 'not_interested')))
            ) STRICT;

            CREATE UNIQUE INDEX prospect_open ON prospect (establishment) WHERE closed_on IS NULL;
            CREATE INDEX prospect_by_establishment ON prospect (establishment, id);
            CREATE INDEX prospect_by_enterprise ON prospect (enterprise, id);
            CREATE INDEX prospect_of_owner ON prospect (
                owner_id, organisation, coalesce(later_on, next_on, '9999-12-31'), id) WHERE closed_on IS NULL;
            CREATE INDEX prospect_of_organisation ON prospect (
                organisation, coalesce(later_on, next_on, '9999-12-31'), id) WHERE closed_on IS NULL;
            CREATE INDEX prospect_done_of_owner ON prospect (owner_id, organisation, closed_on, id)
                WHERE closed_on IS NOT NULL;
            CREATE INDEX prospect_done_of_organisation ON prospect (organisation, closed_on, id)
                WHERE closed_on IS NOT NULL;
            CREATE INDEX prospect_with_application ON prospect (application_id) WHERE application_id IS NOT NULL;

            CREATE TABLE contact (
                id INTEGER PRIMARY KEY,
                held_on TEXT NOT NULL,
                kind TEXT NOT NULL,
                target TEXT NOT NULL,
                purpose TEXT NOT NULL,
                sector TEXT,
                enterprise TEXT,
                establishment TEXT,
                provider TEXT,
                prospect_id INTEGER REFERENCES prospect (id),
                recognition_id INTEGER REFERENCES recognition (id),
                outcome TEXT,
                account_id INTEGER NOT NULL REFERENCES account (id),
                organisation TEXT NOT NULL,
                note TEXT NOT NULL DEFAULT '',
                CONSTRAINT contact_kind_is_known CHECK (kind IN ('visit', 'virtual', 'telephone', 'email')),
                CONSTRAINT contact_purpose_is_known CHECK (purpose IN (
                    'prospecting', 'recognition', 'renewal', 'guidance', 'information', 'other')),
                CONSTRAINT contact_is_with_a_company_or_a_school CHECK (
                    (target = 'company' AND enterprise IS NOT NULL AND provider IS NULL)
                    OR (target = 'school' AND provider IS NOT NULL AND enterprise IS NULL))
            ) STRICT;

            CREATE INDEX contact_by_enterprise ON contact (enterprise, held_on, id) WHERE enterprise IS NOT NULL;
            CREATE INDEX contact_by_prospect ON contact (prospect_id, id) WHERE prospect_id IS NOT NULL;
            CREATE INDEX contact_by_recognition ON contact (recognition_id) WHERE recognition_id IS NOT NULL;
            CREATE INDEX contact_by_organisation ON contact (organisation, held_on, id);

            CREATE TABLE do_not_call (
                id INTEGER PRIMARY KEY,
                number TEXT NOT NULL,
                since TEXT NOT NULL,
                account_id INTEGER NOT NULL REFERENCES account (id),
                organisation TEXT NOT NULL,
                reason TEXT NOT NULL,
                lifted_on TEXT,
                lifted_by INTEGER REFERENCES account (id),
                version INTEGER NOT NULL DEFAULT 1,
                CONSTRAINT do_not_call_says_why CHECK (trim(reason) <> ''),
                CONSTRAINT lifted_do_not_call_has_day_and_person CHECK ((lifted_on IS NULL) = (lifted_by IS NULL))
            ) STRICT;

            CREATE UNIQUE INDEX do_not_call_now ON do_not_call (number) WHERE lifted_on IS NULL;
            """,
        sqlite: "",
        postgresql: ""
    )
}
