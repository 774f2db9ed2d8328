/// Why a register was not backed up or not restored.
enum BackupRefusal: Error, Equatable, CustomStringConvertible {
    case noFile(String)
    case noRegister(String)
    /// The file was copied while in use: part of it lies beside it.
    case isInUse(String)
    /// A register stands where the backup would be restored.
    case isThere(String)
    /// What was checked is not sound; `kept` says where it can be looked at.
    case unsound(FileCheck, kept: String?)
    /// The restored register is not what the backup was.
    case differs(String)

    var description: String {
        switch self {
        case .noFile(let path): "there is no file \(path)"
        case .noRegister(let path): "\(path) is no register"
        case .isInUse(let path): "\(path) is in use: stop the server first"
        case .isThere(let path): "there is a register at \(path) already; --replace puts it aside"
        case .unsound(let check, let kept):
            (["something is wrong" + (kept.map { "; what was copied is kept as \($0)" } ?? "")] + check.problems)
                .joined(separator: "\n")
        case .differs(let path): "\(path) does not hold what the backup holds"
        }
    }
}
