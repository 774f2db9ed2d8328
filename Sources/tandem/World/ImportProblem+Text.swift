internal import TandemActions

extension ImportRefused {
    /// All problems, one a line, in the order of the file.
    var summary: String {
        let lines = problems.map(\.text).joined(separator: "\n")
        let tail = wasCutOff ? "\nThere may be more: reading stopped here." : ""
        return "The file was refused, and nothing was stored.\n\(lines)\(tail)"
    }
}

extension ImportProblem {
    /// `line 12, column 40, training: …`.
    var text: String {
        let place = "line \(line), column \(column)" + (name.map { ", \($0)" } ?? "")
        return "\(place): \(kind.text)"
    }
}

extension ImportProblem.Kind {
    fileprivate var text: String {
        switch self {
        case .unreadable(let reason): "the file is no good CSV here: \(reason)"
        case .missingColumn(let name): "the column \(name) is missing"
        case .unknownColumn(let name, let nearest): "the column \(name) is not known" + didYouMean(nearest)
        case .duplicateColumn(let name): "the column \(name) stands there twice"
        case .wrongFieldCount(let expected, let found): "\(found) fields where the header has \(expected)"
        case .empty: "is empty, and has to be filled"
        case .badNumber(let value): "'\(value)' is no valid number: check its length and check digits"
        case .badDay(let value): "'\(value)' is no day; write 2020-09-14"
        case .badCount(let value): "'\(value)' is no whole number"
        case .unknownCode(let value, let nearest): "'\(value)' is not in the reference data" + didYouMean(nearest)
        case .duplicateReference(let line):
            "stands in the \(line.map { "file already, on line \($0)" } ?? "register already")"
        case .orderOfDays(let other): "lies before \(other)"
        case .notWithStatus(let status): "must be empty with \(status)"
        case .neededWithStatus(let status): "must be filled with \(status)"
        case .badMentor(let value):
            "'\(value)' is no mentor; write national number;first name;last name"
        case .mentorOfOtherName: "a national number stands elsewhere with another name"
        case .mentorTwice: "names the same person twice"
        case .unknownRenewal(let reference): "'\(reference)' is not in the register, nor on a line before"
        case .establishmentOfOther: "belongs to another company elsewhere in the file or the register"
        case .dayInFuture: "lies after today"
        case .badSchoolYear(let value): "'\(value)' is no school year; write 2026-2027"
        case .unknownProvider(let value, let nearest):
            "'\(value)' is not in the reference data; fill provider_name, provider_kind and postal_code"
                + didYouMean(nearest)
        }
    }

    private func didYouMean(_ nearest: String?) -> String { nearest.map { "; did you mean '\($0)'?" } ?? "" }
}
