internal import TandemSQL

extension Migration {
    /// What schools and centres offer, and how many learners they have on each reference date.
    ///
    /// A row names its provider as the file did, for later files may name him otherwise. Only the count of a date has a
    /// history: it holds the digest of its rows, which a later file for the same date replaces as a whole.
    static let enrolments = Migration(
        number: 5,
        name: "enrolments",
        tables: """
            CREATE TABLE enrolment_count (
                id INTEGER PRIMARY KEY,
                reference_date TEXT NOT NULL UNIQUE,
                row_count INTEGER NOT NULL,
                enrolled INTEGER NOT NULL,
                digest BLOB NOT NULL,
                imported_on TEXT NOT NULL,
                version INTEGER NOT NULL DEFAULT 1
            ) STRICT;

            CREATE TABLE enrolment (
                id INTEGER PRIMARY KEY,
                count_id INTEGER NOT NULL REFERENCES enrolment_count (id),
                training TEXT NOT NULL,
                provider TEXT NOT NULL,
                provider_name TEXT NOT NULL,
                provider_kind TEXT NOT NULL,
                establishment TEXT,
                postal_code TEXT NOT NULL,
                programmed_from INTEGER,
                programmed_until INTEGER,
                enrolled INTEGER NOT NULL,
                planned INTEGER,
                CONSTRAINT one_enrolment_per_place UNIQUE (count_id, training, provider, postal_code),
                CONSTRAINT enrolled_is_not_negative CHECK (enrolled >= 0),
                CONSTRAINT planned_is_not_negative CHECK (planned IS NULL OR planned >= 0),
                CONSTRAINT programme_does_not_end_before_it_starts CHECK (programmed_until >= programmed_from)
            ) STRICT;

            CREATE INDEX enrolment_by_training ON enrolment (training, count_id);

            CREATE INDEX recognition_by_training ON recognition (training, valid_until, establishment_id);
            """,
        sqlite: "",
        postgresql: ""
    )
}
