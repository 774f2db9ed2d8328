internal import TandemCSV

/// Why a side file is refused: where, and what is wrong.
package struct EmployerProblem: Error, Hashable, Sendable {
    package let line: Int
    package let column: Int
    package let reason: Reason

    /// What is wrong at that place.
    package enum Reason: Hashable, Sendable {
        /// No CSV; in the words of the reader.
        case unreadable(String)
        /// A number that is none of an establishment, or whose check digits are wrong.
        case notAnEstablishment(String)
        /// The establishment stands on an earlier line.
        case twice(String)
        case notACommittee(String)
        case notASizeClass(String)
        case notACount(String)
        /// The number of employees does not lie in the class.
        case outsideClass(String)
    }

    init(_ reason: Reason, at position: CSVPosition) {
        line = position.line
        column = position.column
        self.reason = reason
    }

    init(_ error: CSVError) {
        line = error.line
        column = error.column
        reason = .unreadable(error.reason.words)
    }
}

extension EmployerProblem: CustomStringConvertible {
    package var description: String { "line \(line), column \(column): \(reason.words)" }
}

extension EmployerProblem.Reason {
    fileprivate var words: String {
        switch self {
        case .unreadable(let words): words
        case .notAnEstablishment(let text): "'\(text)' is no number of an establishment."
        case .twice(let text): "the establishment \(text) stands on an earlier line."
        case .notACommittee(let text): "'\(text)' is no number of a joint committee, such as 149.01."
        case .notASizeClass(let text): "'\(text)' is no class of size, such as size_5_9."
        case .notACount(let text): "'\(text)' is no number of people."
        case .outsideClass(let text): "\(text) does not lie in the class of size."
        }
    }
}

extension CSVError.Reason {
    fileprivate var words: String {
        switch self {
        case .notUTF8: "the file is not in UTF-8."
        case .nulByte: "a byte of value zero stands here."
        case .bareCarriageReturn: "a carriage return without line feed stands here."
        case .quoteInUnquotedField: "a quote stands in a field without quotes."
        case .textAfterClosingQuote: "text follows on a closing quote."
        case .unclosedQuote: "a quote is never closed."
        case .recordTooLong(let limit): "the line is longer than \(limit) bytes."
        case .wrongFieldCount(let expected, let found): "the line has \(found) fields instead of \(expected)."
        case .missingColumn(let name): "the column \(name) is missing."
        case .unknownColumn(let name, let nearest):
            "the column \(name) is not known" + (nearest.map { "; did you mean \($0)?" } ?? ".")
        case .duplicateColumn(let name): "the column \(name) stands there twice."
        }
    }
}
