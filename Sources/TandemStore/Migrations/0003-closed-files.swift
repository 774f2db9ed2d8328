internal import TandemSQL

extension Migration {
    /// Lists of ended files by training and by handler begin in an index of their own, as those of open files do.
    static let closedFiles = Migration(
        number: 3,
        name: "closed-files",
        tables: """
            CREATE INDEX application_by_training ON application (training, status, submitted_on, id);
            CREATE INDEX application_handled ON application (handler_id, status, submitted_on, id)
                WHERE handler_id IS NOT NULL;
            """,
        sqlite: "",
        postgresql: ""
    )
}
