internal import TandemSQL

extension PostgresDatabase {
    /// Makes a database beside the one that the settings name, empty or as a copy of a template.
    ///
    /// - Throws: ``SQLError``.
    package static func make(
        _ name: String,
        from template: String = "template0",
        with settings: PostgresSettings
    ) async throws {
        let (name, template) = (try SQLTable(name, []).name, try SQLTable(template, []).name)
        try await outsideTransactions("CREATE DATABASE \(name) TEMPLATE \(template) ENCODING 'UTF8'", settings)
    }

    /// Removes a database beside the one that the settings name, with whoever is connected to it.
    ///
    /// - Throws: ``SQLError``.
    package static func remove(_ name: String, with settings: PostgresSettings) async throws {
        let name = try SQLTable(name, []).name
        try await outsideTransactions("DROP DATABASE IF EXISTS \(name) WITH (FORCE)", settings)
    }

    /// Makes a place for tables in a folder that belongs to the server.
    ///
    /// - Throws: ``SQLError``.
    package static func makeTablespace(
        _ name: String,
        at folder: String,
        with settings: PostgresSettings
    ) async throws {
        let name = try SQLTable(name, []).name
        let quoted = folder.replacing("'", with: "''")
        try await outsideTransactions("CREATE TABLESPACE \(name) LOCATION '\(quoted)'", settings)
    }

    /// Runs what no transaction may hold.
    static func outsideTransactions(_ script: String, _ settings: PostgresSettings) async throws {
        try await onThreadOfItsOwn {
            try PostgresLine(settings).open(until: .now + settings.patience).runScript(script)
        }
    }
}
