internal import TandemSQL

/// The statements about the index for searching: its arrays in parts, and what changed since it was made.
enum IndexStatements {
    static func insert(_ name: String, part: Int, _ bytes: [UInt8]) -> SQL {
        "INSERT INTO index_part (name, part, bytes) VALUES (\(name), \(part), \(bytes))"
    }

    static func parts(of name: String) -> SQL {
        "SELECT bytes FROM index_part WHERE name = \(name) ORDER BY part"
    }

    static let deleteParts: SQL = "DELETE FROM index_part"

    /// Notes a change: after which rank the name comes now, and how it was when the index was made.
    ///
    /// The name of old stays as it was noted first.
    static func insertChanged(_ stem: UInt32, gap: UInt32, nameBefore: [UInt8]?) -> SQL {
        """
        INSERT INTO changed (number, gap, name_before) VALUES (\(Int(stem)), \(Int(gap)), \(nameBefore))
        ON CONFLICT (number) DO UPDATE SET gap = excluded.gap
        """
    }

    static let changed: SQL = "SELECT number, gap FROM changed ORDER BY number"

    /// What changed, with the names of old of those that the index knows.
    static let changedNames: SQL = "SELECT number, gap, name_before FROM changed ORDER BY number"

    static let changedCount: SQL = "SELECT count(*) FROM changed"

    static let deleteChanged: SQL = "DELETE FROM changed"
}
