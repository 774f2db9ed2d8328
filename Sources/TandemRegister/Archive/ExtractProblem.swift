/// Why an extract as a whole is not taken; the register stays as it was.
package enum ExtractProblem: Error, Hashable, Sendable {
    case notFound(String)
    /// The zip or a file of it is broken; names it, with the words of the library.
    case unreadable(String, String)
    case fileMissing(String)
    /// Two entries with the same name.
    case fileTwice(String)
    /// The file `meta.csv` lacks a variable, or it makes no sense.
    case meta(String)
    /// The name of the zip says otherwise than its `meta.csv`.
    case nameDiffers(name: String, meta: String)
    /// The first line does not name the columns it should.
    case header(file: String, column: Int, expected: String, found: String)
    /// The file ends in the middle of a row.
    case cutOff(file: String, line: Int, column: Int)
    /// More rows are refused than a good file could have.
    case tooManyRefused(file: String, refused: Int, read: Int, first: RefusedRow?)
    /// A Full without enterprises, or an Update without anything.
    case empty
    /// Fewer than half of the enterprises that the register has.
    case shrunk(from: Int, to: Int)
    /// An Update while there is no register yet.
    case noRegister
    /// An Update that does not follow on the register.
    case gap(register: Int, extract: Int)
    /// Another import works on the same register.
    case busy(String)
}

extension ExtractProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notFound(let path): "there is no zip or folder at \(path)."
        case .unreadable(let file, let message): "\(file) cannot be read: \(message). Download it once more."
        case .fileMissing(let file): "the extract lacks \(file)."
        case .fileTwice(let file): "the extract has \(file) twice."
        case .meta(let what): "meta.csv is not to be trusted: \(what)."
        case .nameDiffers(let name, let meta): "the name \(name) and meta.csv differ: meta.csv says \(meta)."
        case .header(let file, let column, let expected, let found):
            "\(file), line 1, column \(column): '\(expected)' is expected, and '\(found)' stands there."
        case .cutOff(let file, let line, let column):
            "\(file) ends in the middle of a row, line \(line), column \(column). Download it once more."
        case .tooManyRefused(let file, let refused, let read, let first):
            "\(file) has too many faults: \(refused) of \(read) rows refused"
                + (first.map { ", the first on line \($0.line), column \($0.column): \($0.reason.rawValue)." } ?? ".")
        case .empty: "the extract is empty. Take the next Full."
        case .shrunk(let old, let new):
            "the extract has \(new) enterprises, and the register \(old). If that is right, say --even-if-smaller."
        case .noRegister: "there is no register yet: import a Full first."
        case .gap(let register, let extract):
            "the register stands at extract \(register), and Update \(extract) follows on \(extract - 1). "
                + "Import the Updates from \(register + 1) on, or a Full."
        case .busy(let path): "another import works on \(path)."
        }
    }
}
