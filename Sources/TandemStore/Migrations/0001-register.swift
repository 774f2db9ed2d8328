internal import TandemSQL

extension Migration {
    /// The register of recognitions: organisations, files, decisions, events.
    ///
    /// Tables from which a row may be removed never give its identity out again, because events speak of it.
    static let register = Migration(
        number: 1,
        name: "register",
        tables: """
            CREATE TABLE account (
                id INTEGER PRIMARY KEY,
                slug TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                email TEXT
            ) STRICT;

            CREATE TABLE company (
                id INTEGER PRIMARY KEY,
                number TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                street TEXT NOT NULL,
                postal_code TEXT NOT NULL,
                joint_committee TEXT,
                legal_form TEXT,
                employees INTEGER,
                email TEXT,
                telephone TEXT,
                version INTEGER NOT NULL DEFAULT 1,
                CONSTRAINT company_number_has_ten_digits CHECK (length(number) = 10),
                CONSTRAINT company_name_is_not_blank CHECK (trim(name) <> ''),
                CONSTRAINT employees_are_not_negative CHECK (employees IS NULL OR employees >= 0)
            ) STRICT;

            CREATE TABLE capacity (
                id INTEGER PRIMARY KEY,
                account_id INTEGER NOT NULL REFERENCES account (id),
                role TEXT NOT NULL,
                organisation TEXT NOT NULL,
                CONSTRAINT one_capacity_per_role_and_organisation UNIQUE (account_id, role, organisation),
                CONSTRAINT role_is_known CHECK (role IN (
                    'legal_representative', 'company_employee', 'provider_counsellor', 'sector_consultant',
                    'workplace_counsellor', 'handler', 'voter', 'department', 'appeals_secretary', 'auditor'))
            ) STRICT;

            CREATE INDEX capacity_by_organisation ON capacity (organisation);

            CREATE TABLE establishment (
                id INTEGER PRIMARY KEY,
                number TEXT NOT NULL UNIQUE,
                company_id INTEGER NOT NULL REFERENCES company (id),
                name TEXT NOT NULL,
                street TEXT NOT NULL,
                postal_code TEXT NOT NULL,
                version INTEGER NOT NULL DEFAULT 1,
                CONSTRAINT establishment_number_has_ten_digits CHECK (length(number) = 10),
                CONSTRAINT establishment_name_is_not_blank CHECK (trim(name) <> '')
            ) STRICT;

            CREATE INDEX establishment_by_company ON establishment (company_id);

            CREATE TABLE mentor (
                id INTEGER PRIMARY KEY,
                number_hash BLOB NOT NULL UNIQUE,
                number_cipher BLOB NOT NULL,
                first_name TEXT NOT NULL,
                last_name TEXT NOT NULL,
                born_on TEXT NOT NULL,
                version INTEGER NOT NULL DEFAULT 1,
                CONSTRAINT mentor_has_a_name CHECK (trim(first_name) <> '' AND trim(last_name) <> '')
            ) STRICT;

            CREATE TABLE document (
                id INTEGER PRIMARY KEY,
                digest BLOB NOT NULL UNIQUE,
                media_type TEXT NOT NULL,
                size INTEGER NOT NULL,
                content BLOB,
                CONSTRAINT document_is_at_most_ten_megabytes CHECK (size BETWEEN 1 AND 10485760),
                CONSTRAINT document_type_is_allowed CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png'))
            ) STRICT;

            CREATE TABLE mandate (
                id INTEGER PRIMARY KEY,
                company_id INTEGER NOT NULL REFERENCES company (id),
                holder TEXT NOT NULL,
                document_id INTEGER NOT NULL REFERENCES document (id),
                valid_from TEXT NOT NULL,
                valid_until TEXT,
                revoked_on TEXT,
                version INTEGER NOT NULL DEFAULT 1,
                CONSTRAINT mandate_does_not_end_before_it_starts CHECK (valid_until IS NULL OR valid_until >= valid_from)
            ) STRICT;

            CREATE INDEX mandate_by_company ON mandate (company_id);
            CREATE INDEX mandate_by_document ON mandate (document_id);
            CREATE INDEX mandate_by_holder ON mandate (holder, company_id);

            CREATE TABLE bundle (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                company_id INTEGER NOT NULL REFERENCES company (id),
                establishment_id INTEGER REFERENCES establishment (id),
                account_id INTEGER NOT NULL REFERENCES account (id),
                organisation TEXT NOT NULL,
                applicant_kind TEXT NOT NULL,
                step TEXT NOT NULL,
                started_on TEXT NOT NULL,
                submitted_on TEXT,
                version INTEGER NOT NULL DEFAULT 1,
                CONSTRAINT applicant_kind_is_known CHECK (applicant_kind IN (
                    'company', 'provider', 'sector_consultant', 'workplace_counsellor')),
                CONSTRAINT submitted_bundle_has_an_establishment CHECK (
                    submitted_on IS NULL OR establishment_id IS NOT NULL)
            ) STRICT;

            CREATE INDEX bundle_by_company ON bundle (company_id, submitted_on);
            CREATE INDEX bundle_by_organisation ON bundle (organisation, submitted_on);

            CREATE TABLE application (
                id INTEGER PRIMARY KEY,
                reference TEXT UNIQUE,
                bundle_id INTEGER REFERENCES bundle (id),
                company_id INTEGER NOT NULL REFERENCES company (id),
                establishment_id INTEGER REFERENCES establishment (id),
                training TEXT NOT NULL,
                system TEXT NOT NULL,
                partnership TEXT NOT NULL,
                advising TEXT,
                applicant_kind TEXT NOT NULL,
                organisation TEXT NOT NULL,
                account_id INTEGER REFERENCES account (id),
                status TEXT NOT NULL,
                submitted_on TEXT,
                due_on TEXT,
                handler_id INTEGER REFERENCES account (id),
                decided_on TEXT,
                decision_mode TEXT,
                decided_by INTEGER REFERENCES account (id),
                main_reason TEXT,
                further_reasons TEXT NOT NULL DEFAULT '',
                cancelled_on TEXT,
                declared_on TEXT,
                declaration_id INTEGER REFERENCES document (id),
                renews_id INTEGER,
                is_open INTEGER NOT NULL GENERATED ALWAYS AS (CASE WHEN status IN (
                    'submitted', 'file_incomplete', 'in_process', 'on_hold') THEN 1 ELSE 0 END) STORED,
                version INTEGER NOT NULL DEFAULT 1,
                CONSTRAINT status_is_known CHECK (status IN (
                    'draft', 'submitted', 'file_incomplete', 'in_process', 'on_hold', 'cancelled', 'approved',
                    'rejected')),
                CONSTRAINT submitted_application_has_a_day CHECK (
                    status IN ('draft', 'cancelled') OR submitted_on IS NOT NULL),
                CONSTRAINT submitted_application_has_an_establishment CHECK (
                    submitted_on IS NULL OR establishment_id IS NOT NULL),
                CONSTRAINT decided_application_has_a_day_and_a_mode CHECK (
                    (status IN ('approved', 'rejected')) = (decided_on IS NOT NULL)
                    AND (decided_on IS NULL) = (decision_mode IS NULL)),
                CONSTRAINT decision_mode_is_known CHECK (decision_mode IN ('manual', 'automatic')),
                CONSTRAINT only_an_approval_is_automatic CHECK (decision_mode <> 'automatic' OR status = 'approved'),
                CONSTRAINT rejected_application_has_a_main_reason CHECK (
                    (status = 'rejected') = (main_reason IS NOT NULL)),
                CONSTRAINT decision_does_not_precede_submission CHECK (decided_on >= submitted_on),
                CONSTRAINT only_a_running_term_has_a_due_day CHECK (
                    due_on IS NULL OR status IN ('submitted', 'in_process', 'on_hold')),
                CONSTRAINT cancelled_application_has_a_day CHECK ((status = 'cancelled') = (cancelled_on IS NOT NULL))
            ) STRICT;

            CREATE INDEX application_by_urgency ON application (
                partnership, is_open, coalesce(due_on, '9999-12-31'), id);
            CREATE INDEX application_by_urgency_everywhere ON application (is_open, coalesce(due_on, '9999-12-31'), id);
            CREATE INDEX application_by_status ON application (partnership, status, submitted_on, id);
            CREATE INDEX application_by_status_everywhere ON application (status, submitted_on, id);
            CREATE INDEX application_by_advising ON application (
                advising, is_open, coalesce(due_on, '9999-12-31'), id) WHERE advising IS NOT NULL;
            CREATE INDEX application_by_company ON application (company_id, id);
            CREATE INDEX application_by_establishment ON application (establishment_id, training);
            CREATE INDEX application_by_bundle ON application (bundle_id);
            CREATE INDEX application_with_declaration ON application (declaration_id) WHERE declaration_id IS NOT NULL;
            CREATE INDEX application_by_organisation ON application (organisation, id);
            CREATE INDEX application_by_handler ON application (
                handler_id, is_open, coalesce(due_on, '9999-12-31'), id) WHERE handler_id IS NOT NULL;
            CREATE INDEX application_fallen_due ON application (due_on, id) WHERE due_on IS NOT NULL;

            CREATE TABLE clock_step (
                application_id INTEGER NOT NULL REFERENCES application (id),
                position INTEGER NOT NULL,
                kind TEXT NOT NULL,
                on_day TEXT NOT NULL,
                PRIMARY KEY (application_id, position),
                CONSTRAINT clock_step_is_known CHECK (kind IN ('started', 'paused', 'resumed', 'stopped', 'ended'))
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE attachment (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                application_id INTEGER NOT NULL REFERENCES application (id),
                requirement TEXT NOT NULL,
                document_id INTEGER NOT NULL REFERENCES document (id),
                file_name TEXT NOT NULL,
                added_on TEXT NOT NULL
            ) STRICT;

            CREATE INDEX attachment_by_application ON attachment (application_id);
            CREATE INDEX attachment_by_document ON attachment (document_id);

            CREATE TABLE designation (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                application_id INTEGER NOT NULL REFERENCES application (id),
                mentor_id INTEGER NOT NULL REFERENCES mentor (id),
                years_of_practice INTEGER,
                asks_age INTEGER NOT NULL DEFAULT 0,
                asks_experience INTEGER NOT NULL DEFAULT 0,
                proof_id INTEGER REFERENCES document (id),
                extract_id INTEGER REFERENCES document (id),
                extract_issued_on TEXT,
                extract_verdict TEXT NOT NULL DEFAULT 'unseen',
                grants_age INTEGER NOT NULL DEFAULT 0,
                grants_experience INTEGER NOT NULL DEFAULT 0,
                judgement TEXT NOT NULL DEFAULT 'pending',
                judgement_reason TEXT,
                judged_by INTEGER REFERENCES account (id),
                judged_on TEXT,
                version INTEGER NOT NULL DEFAULT 1,
                CONSTRAINT mentor_is_proposed_once UNIQUE (application_id, mentor_id),
                CONSTRAINT judgement_is_known CHECK (judgement IN ('pending', 'accepted', 'refused')),
                CONSTRAINT refused_mentor_has_a_reason CHECK (judgement <> 'refused' OR judgement_reason IS NOT NULL),
                CONSTRAINT extract_verdict_is_known CHECK (extract_verdict IN (
                    'unseen', 'blank', 'acceptable_entries', 'unacceptable_entries', 'facts_against_minors')),
                CONSTRAINT facts_against_minors_forbid CHECK (
                    extract_verdict <> 'facts_against_minors' OR judgement <> 'accepted')
            ) STRICT;

            CREATE INDEX designation_by_mentor ON designation (mentor_id);
            CREATE INDEX designation_with_extract ON designation (extract_id, application_id)
                WHERE extract_id IS NOT NULL;
            CREATE INDEX designation_with_proof ON designation (proof_id) WHERE proof_id IS NOT NULL;

            CREATE TABLE recognition (
                id INTEGER PRIMARY KEY,
                application_id INTEGER NOT NULL UNIQUE REFERENCES application (id),
                company_id INTEGER NOT NULL REFERENCES company (id),
                establishment_id INTEGER NOT NULL REFERENCES establishment (id),
                training TEXT NOT NULL,
                system TEXT NOT NULL,
                partnership TEXT NOT NULL,
                valid_from TEXT NOT NULL,
                valid_until TEXT NOT NULL,
                status TEXT NOT NULL,
                ended_on TEXT,
                end_kind TEXT,
                renews_id INTEGER REFERENCES recognition (id),
                renewal_state TEXT NOT NULL DEFAULT 'to_contact',
                renewal_on TEXT,
                version INTEGER NOT NULL DEFAULT 1,
                CONSTRAINT recognition_status_is_known CHECK (status IN ('approved', 'withdrawn', 'discontinued')),
                CONSTRAINT ended_recognition_has_day_and_kind CHECK (
                    (status = 'approved') = (ended_on IS NULL) AND (ended_on IS NULL) = (end_kind IS NULL)),
                CONSTRAINT end_kind_is_known CHECK (end_kind IN (
                    'after_guidance', 'urgent_reason', 'no_valid_mentor', 'exclusion', 'register', 'imported')),
                CONSTRAINT recognition_ends_after_it_starts CHECK (valid_until >= valid_from),
                CONSTRAINT renewal_state_is_known CHECK (renewal_state IN (
                    'to_contact', 'contacted', 'renews', 'refuses', 'stopped'))
            ) STRICT;

            CREATE INDEX recognition_by_company ON recognition (company_id, id);
            CREATE INDEX recognition_by_establishment ON recognition (establishment_id, training);
            CREATE INDEX recognition_by_renewed ON recognition (renews_id) WHERE renews_id IS NOT NULL;
            CREATE INDEX recognition_by_end ON recognition (partnership, valid_until, id) WHERE status = 'approved';
            CREATE INDEX recognition_by_end_everywhere ON recognition (valid_until, id) WHERE status = 'approved';

            CREATE TABLE recognition_mentor (
                id INTEGER PRIMARY KEY,
                recognition_id INTEGER NOT NULL REFERENCES recognition (id),
                mentor_id INTEGER NOT NULL REFERENCES mentor (id),
                valid_from TEXT NOT NULL,
                valid_until TEXT,
                version INTEGER NOT NULL DEFAULT 1,
                CONSTRAINT mentor_does_not_leave_before_coming CHECK (valid_until IS NULL OR valid_until >= valid_from)
            ) STRICT;

            CREATE INDEX recognition_mentor_by_recognition ON recognition_mentor (recognition_id);
            CREATE INDEX recognition_mentor_by_mentor ON recognition_mentor (mentor_id);
            CREATE INDEX recognition_mentor_that_left ON recognition_mentor (valid_until)
                WHERE valid_until IS NOT NULL;
            CREATE UNIQUE INDEX one_place_per_mentor ON recognition_mentor (recognition_id, mentor_id)
                WHERE valid_until IS NULL;

            CREATE TABLE check_record (
                id INTEGER PRIMARY KEY,
                application_id INTEGER REFERENCES application (id),
                establishment_id INTEGER NOT NULL REFERENCES establishment (id),
                partnership TEXT NOT NULL,
                kind TEXT NOT NULL,
                held_on TEXT NOT NULL,
                account_id INTEGER NOT NULL REFERENCES account (id),
                note TEXT NOT NULL DEFAULT '',
                CONSTRAINT check_kind_is_known CHECK (kind IN (
                    'administrative', 'telephone', 'email', 'physical_visit', 'virtual_visit'))
            ) STRICT;

            CREATE INDEX check_by_application ON check_record (application_id);
            CREATE INDEX check_by_establishment ON check_record (establishment_id, held_on);

            CREATE TABLE vote (
                id INTEGER PRIMARY KEY,
                application_id INTEGER NOT NULL REFERENCES application (id),
                account_id INTEGER NOT NULL REFERENCES account (id),
                vote TEXT NOT NULL,
                motivation TEXT NOT NULL DEFAULT '',
                cast_on TEXT NOT NULL,
                version INTEGER NOT NULL DEFAULT 1,
                CONSTRAINT one_vote_per_person UNIQUE (application_id, account_id),
                CONSTRAINT vote_is_known CHECK (vote IN ('favourable', 'against', 'abstention'))
            ) STRICT;

            CREATE TABLE advice (
                id INTEGER PRIMARY KEY,
                application_id INTEGER NOT NULL REFERENCES application (id),
                partnership TEXT NOT NULL,
                verdict TEXT,
                motivation TEXT NOT NULL DEFAULT '',
                asked_on TEXT NOT NULL,
                given_on TEXT,
                account_id INTEGER REFERENCES account (id),
                version INTEGER NOT NULL DEFAULT 1,
                CONSTRAINT one_advice_per_sector UNIQUE (application_id, partnership),
                CONSTRAINT advice_is_known CHECK (verdict IN ('favourable', 'reserved', 'unfavourable')),
                CONSTRAINT given_advice_has_day_and_person CHECK (
                    (verdict IS NULL) = (given_on IS NULL) AND (verdict IS NULL) = (account_id IS NULL))
            ) STRICT;

            CREATE TABLE guidance (
                id INTEGER PRIMARY KEY,
                recognition_id INTEGER NOT NULL REFERENCES recognition (id),
                held_on TEXT NOT NULL,
                account_id INTEGER NOT NULL REFERENCES account (id),
                note TEXT NOT NULL,
                CONSTRAINT guidance_says_what_was_done CHECK (trim(note) <> '')
            ) STRICT;

            CREATE INDEX guidance_by_recognition ON guidance (recognition_id);

            CREATE TABLE exclusion (
                id INTEGER PRIMARY KEY,
                company_id INTEGER NOT NULL REFERENCES company (id),
                establishment_id INTEGER REFERENCES establishment (id),
                valid_from TEXT NOT NULL,
                valid_until TEXT,
                is_urgent INTEGER NOT NULL,
                motivation TEXT NOT NULL,
                account_id INTEGER NOT NULL REFERENCES account (id),
                CONSTRAINT exclusion_does_not_end_before_it_starts CHECK (
                    valid_until IS NULL OR valid_until >= valid_from),
                CONSTRAINT exclusion_is_motivated CHECK (trim(motivation) <> '')
            ) STRICT;

            CREATE INDEX exclusion_by_company ON exclusion (company_id);

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
                    'end_running_agreements', 'national_number_in_use', 'confirm_new_mentor', 'expiry_notice'))
            ) STRICT;

            CREATE INDEX task_open ON task (partnership, made_on, id) WHERE done_on IS NULL;
            CREATE INDEX task_by_recognition ON task (recognition_id, kind) WHERE recognition_id IS NOT NULL;

            CREATE TABLE letter (
                id INTEGER PRIMARY KEY,
                kind TEXT NOT NULL,
                partnership TEXT NOT NULL,
                company_id INTEGER NOT NULL REFERENCES company (id),
                application_id INTEGER REFERENCES application (id),
                recognition_id INTEGER REFERENCES recognition (id),
                addressee TEXT NOT NULL,
                subject TEXT NOT NULL,
                body TEXT NOT NULL,
                made_on TEXT NOT NULL,
                made_at INTEGER NOT NULL
            ) STRICT;

            CREATE INDEX letter_by_partnership ON letter (partnership, id);
            CREATE INDEX letter_by_company ON letter (company_id, id);
            CREATE INDEX letter_by_application ON letter (application_id) WHERE application_id IS NOT NULL;
            CREATE INDEX letter_by_recognition ON letter (recognition_id, kind) WHERE recognition_id IS NOT NULL;

            CREATE TABLE search_word (
                kind TEXT NOT NULL,
                word TEXT NOT NULL,
                subject_id INTEGER NOT NULL,
                PRIMARY KEY (kind, word, subject_id)
            ) STRICT, WITHOUT ROWID;

            CREATE INDEX search_word_by_subject ON search_word (kind, subject_id);

            CREATE TABLE event (
                id INTEGER PRIMARY KEY,
                subject TEXT NOT NULL,
                subject_id INTEGER NOT NULL,
                version INTEGER NOT NULL,
                act TEXT NOT NULL,
                effective_on TEXT NOT NULL,
                recorded_at INTEGER NOT NULL,
                account_id INTEGER,
                role TEXT NOT NULL,
                organisation TEXT,
                state TEXT NOT NULL,
                note_digest BLOB,
                digest BLOB NOT NULL,
                CONSTRAINT one_event_per_version UNIQUE (subject, subject_id, version)
            ) STRICT;

            CREATE TABLE event_note (
                event_id INTEGER PRIMARY KEY REFERENCES event (id),
                note TEXT NOT NULL
            ) STRICT;

            CREATE TABLE lease (
                name TEXT PRIMARY KEY,
                holder TEXT NOT NULL,
                expires_at INTEGER NOT NULL,
                done_through TEXT
            ) STRICT;
            """,
        sqlite: """
            CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
            BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;

            CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
            BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
            """,
        postgresql: """
            CREATE FUNCTION events_stay() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'events are never changed or removed'; END $$;

            CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
            FOR EACH ROW EXECUTE FUNCTION events_stay();

            CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
            FOR EACH ROW EXECUTE FUNCTION events_stay();

            CREATE TRIGGER events_are_never_emptied BEFORE TRUNCATE ON event
            FOR EACH STATEMENT EXECUTE FUNCTION events_stay();
            """
    )
}
