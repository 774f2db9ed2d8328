internal import ArgumentParser
internal import TandemActions
internal import TandemReference
internal import TandemRegister
internal import TandemSQL
internal import TandemStore
internal import TandemWeb

/// An error in words for an operator, with the exit code that goes with it.
struct ReadableFailure: Error, CustomStringConvertible {
    let description: String
    let code: ExitCode

    /// Words for the errors of the database, of settings and of imports; nothing for errors that speak for themselves.
    init?(_ error: any Error) {
        switch error {
        case let error as SQLError: self.init(error)
        case let error as MissingSetting: self.init(description: error.description, code: ExitCode(78))
        case let error as CopyRefusal:
            self.init(description: "nothing was copied: \(error).", code: ExitCode(1))
        case let error as BackupRefusal: self.init(description: "\(error).", code: ExitCode(1))
        case let error as ImportRefused: self.init(description: error.summary, code: ExitCode(1))
        case let error as GeneratorProblem: self.init(description: error.description, code: ExitCode(1))
        case let error as ExtractProblem: self.init(description: error.description, code: ExitCode(1))
        case let error as EmployerProblem: self.init(description: error.description, code: ExitCode(1))
        case let error as TooManyEnds: self.init(description: error.description, code: ExitCode(1))
        case let error as ReferenceFault:
            self.init(
                description: error.problems.map(\.description).joined(separator: "\n"),
                code: ExitCode(1)
            )
        case let error as CannotListen:
            self.init(
                description: "cannot listen on \(error.listening.host):\(error.listening.port): \(error.reason).",
                code: ExitCode(1)
            )
        case _: return nil
        }
    }

    private init(_ error: SQLError) {
        switch error {
        case .unavailable(let message):
            self.init(description: "the database cannot be used: \(message).", code: ExitCode(69))
        case .busy:
            self.init(description: "another program keeps the database busy; try again later.", code: ExitCode(69))
        case .unknownOutcome:
            self.init(
                description: "the connection broke at the very end: look whether it was done before doing it again.",
                code: ExitCode(69)
            )
        case .unique, .check, .foreignKey, .unexpectedRow, .other:
            self.init(description: "the database answered: \(error).", code: ExitCode(70))
        }
    }

    private init(description: String, code: ExitCode) {
        self.description = description
        self.code = code
    }
}

/// A setting that the environment has to give.
struct MissingSetting: Error, CustomStringConvertible {
    let name: String
    let purpose: String

    var description: String {
        "\(name) is not set (or too short): it needs at least 32 characters that nobody can guess; it \(purpose)."
    }
}
