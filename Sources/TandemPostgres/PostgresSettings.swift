/// Where the register is on PostgreSQL, and how patient a connection to it is.
package struct PostgresSettings: Sendable {
    /// A connection string as libpq reads it: `postgres://name@host1,host2/register?sslmode=verify-full`.
    ///
    /// Passwords are better given by `PGPASSFILE` or `PGPASSWORD`; certificates by the options of the address.
    package var address: String
    /// What the connections are for.
    package var purpose: Purpose
    /// How many connections read at once; one more writes.
    package var readers: Int
    /// For how long a broken or missing connection is looked for again before the caller is told.
    package var patience: Duration

    /// - Parameters:
    ///   - address: the connection string.
    ///   - purpose: what the connections are for.
    ///   - readers: how many connections read at once.
    ///   - patience: longer than a new leader takes, so that a failover is a wait and no error.
    package init(
        _ address: String,
        for purpose: Purpose = .serving,
        readers: Int = 8,
        patience: Duration = .seconds(30)
    ) {
        self.address = address
        self.purpose = purpose
        self.readers = readers
        self.patience = patience
    }

    package enum Purpose: Sendable {
        /// People wait: no statement takes longer than half a minute.
        case serving
        /// A command of an operator reads or writes the whole register, for as long as that takes.
        case maintenance
        /// Readings that may lag: a replica first, any server else.
        case replica
    }

    /// Whether a text is an address of this make, and no path of a file.
    package static func isAddress(_ text: String) -> Bool {
        text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
    }

    /// Options that the address may overrule: it is read after them.
    var defaults: [(name: String, value: String)] {
        [
            ("application_name", "tandem"), ("connect_timeout", "5"), ("tcp_user_timeout", "10000"),
            ("keepalives_idle", "5"), ("keepalives_interval", "2"), ("keepalives_count", "3"),
            ("target_session_attrs", purpose == .replica ? "prefer-standby" : "read-write"),
        ]
    }

    /// What every connection sets for itself; times in milliseconds.
    var session: String {
        """
        SET client_encoding = 'UTF8'; SET client_min_messages = 'warning'; SET bytea_output = 'hex';
        SET statement_timeout = \(statementMilliseconds); SET lock_timeout = 10000;
        SET idle_in_transaction_session_timeout = \(purpose == .maintenance ? 0 : 60000);
        """
    }

    var statementMilliseconds: Int { purpose == .maintenance ? 0 : 30_000 }
}
