/// Something wrong in a file that is imported: where, and what.
package struct ImportProblem: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// The file is not the CSV it should be; the reason in English words of the reader.
        case unreadable(String)
        case missingColumn(String)
        case unknownColumn(String, nearest: String?)
        case duplicateColumn(String)
        case wrongFieldCount(expected: Int, found: Int)
        case empty
        case badNumber(String)
        case badDay(String)
        case badCount(String)
        /// A code that the reference data of the day lacks, with the nearest one.
        case unknownCode(String, nearest: String?)
        case duplicateReference(firstLine: Int?)
        /// A day lies before the day it must follow.
        case orderOfDays(before: String)
        /// The field does not go with the status.
        case notWithStatus(String)
        /// The field must be filled with this status.
        case neededWithStatus(String)
        case badMentor(String)
        /// The national number stands elsewhere with another name.
        case mentorOfOtherName
        case mentorTwice
        case unknownRenewal(String)
        /// The establishment stands elsewhere under another company.
        case establishmentOfOther
        case dayInFuture
        case badSchoolYear(String)
        /// The provider is not in the reference data and the file does not say what he is, with the nearest one.
        case unknownProvider(String, nearest: String?)
    }

    package let line: Int
    package let column: Int
    /// The name of the column of the file; nothing where the line as a whole is wrong.
    package let name: String?
    package let kind: Kind

    package init(line: Int, column: Int, name: String?, kind: Kind) {
        self.line = line
        self.column = column
        self.name = name
        self.kind = kind
    }
}

/// A file that was refused; nothing of it was stored.
package struct ImportRefused: Error, Sendable {
    /// The first problems, in the order of the file.
    package let problems: [ImportProblem]
    /// Whether reading stopped before the end because there were too many.
    package let wasCutOff: Bool
}

/// What an import read and stored.
package struct ImportReport: Sendable, Hashable {
    package let rows: Int
    package var companies = 0
    package var establishments = 0
    package var mentors = 0
    package var recognitions = 0
    package let wasDryRun: Bool

    init(rows: Int, wasDryRun: Bool) {
        self.rows = rows
        self.wasDryRun = wasDryRun
    }
}
