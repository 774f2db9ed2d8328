internal import TandemSQL

/// Why a statement failed, and what that means for its transaction.
struct PostgresFailure: Error {
    let error: SQLError
    let consequence: Consequence

    enum Consequence {
        /// The transaction is over, the connection serves on.
        case none
        /// The transaction lost against another, or met a changed schema: it may be run again from its beginning.
        case again
        /// The connection is of no use any more: gone, or at a server that no longer leads.
        case connectionLost
    }

    init(_ error: SQLError, _ consequence: Consequence = .none) {
        self.error = error
        self.consequence = consequence
    }

    /// Reads an answer that tells of a failure; the message never holds arguments.
    init(_ result: PostgresResult) {
        let code = result.errorField("C") ?? ""
        let subject = Self.subject(result)
        switch code {
        case "23505": self.init(.unique(Self.columns(result)))
        case "23514": self.init(.check(subject))
        case "23503": self.init(.foreignKey)
        case "40001", "40P01": self.init(.busy, .again)
        case "0A000" where result.errorField("R") == "RevalidateCachedQuery": self.init(.busy, .again)
        case "55P03", "57014": self.init(.busy)
        case "25006": self.init(.unavailable("the server takes no writes: it is a replica"), .connectionLost)
        case "57P01", "57P02", "57P03", "57P05", "25P03":
            self.init(.unavailable("the server ended the connection (\(code))"), .connectionLost)
        case "53100": self.init(.unavailable("the disk of the server is full (53100)"))
        case _ where ["53", "58"].contains(code.prefix(2)):
            self.init(.unavailable("the server lacks what it needs to answer (\(code))"))
        case _ where code.hasPrefix("08"): self.init(.unavailable("the connection broke (\(code))"), .connectionLost)
        // What the schema raises, and what is wrong with a text of the program: neither holds arguments.
        case _ where code == "P0001" || code.hasPrefix("42"):
            self.init(.other(code: code, message: result.errorField("M") ?? ""))
        case _: self.init(.other(code: code, message: subject))
        }
    }

    /// The name of the constraint, else of the column or the table.
    private static func subject(_ result: PostgresResult) -> String {
        ["n", "c", "t"].lazy.compactMap { result.errorField($0) }.first ?? ""
    }

    /// The columns of a key that is there already, as SQLite names them: `vote.application_id, vote.account_id`.
    ///
    /// The detail reads `Key (application_id, account_id)=(1, 2) already exists.`; what stands behind the equals sign is
    /// never looked at.
    private static func columns(_ result: PostgresResult) -> String {
        let detail = result.errorField("D") ?? ""
        guard let table = result.errorField("t"), let open = detail.firstIndex(of: "("),
            let close = detail.firstRange(of: ")=")
        else { return subject(result) }
        return detail[detail.index(after: open)..<close.lowerBound].split(separator: ", ")
            .map { "\(table).\($0)" }
            .joined(separator: ", ")
    }
}
