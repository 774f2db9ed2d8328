/// Why a synthetic register cannot be made.
package enum GeneratorProblem: Error, Hashable, Sendable {
    /// A file of the program itself is not there.
    case dataMissing(String)
    /// A row of a file of the program itself cannot be read.
    case dataMalformed(String, row: String)
    /// An option does not fit; the text says what to do.
    case option(String)
    /// A file cannot be written; the reason is the system's.
    case notWritten(String, reason: String)
}

extension GeneratorProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .dataMissing(let file): "The file \(file) of the program is missing; install it again."
        case .dataMalformed(let file, let row): "The file \(file) of the program has a wrong row: \(row)"
        case .option(let text): text
        case .notWritten(let path, let reason): "\(path) cannot be written: \(reason)"
        }
    }
}
