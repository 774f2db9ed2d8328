/// Why a register was not copied; nothing of it is at the target then.
package enum CopyRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    case sourceIsNoRegister
    /// Steps of the schema that the source has not taken yet.
    case sourceLacks([String])
    /// Steps of the schema that a newer program took.
    case sourceIsNewer([String])
    case targetIsNewer([String])
    /// The target holds tables of somebody else.
    case targetIsNoRegister
    case targetIsNotEmpty(table: String)
    /// Source and target have different tables or columns though both took the same steps.
    case schemaDiffers(table: String)
    /// What the target holds after writing is not what the source held.
    case differs(table: String)
    /// The connection to one of them broke, and what was on its way is lost.
    case connectionBroke

    package var description: String {
        switch self {
        case .sourceIsNoRegister: "the source is no register"
        case .sourceLacks(let steps):
            "the source lacks the steps \(steps.joined(separator: ", ")): run 'tandem migrate' on it"
        case .sourceIsNewer(let steps):
            "a newer version of Tandem made the source (\(steps.joined(separator: ", "))): copy with that version"
        case .targetIsNewer(let steps):
            "a newer version of Tandem made the target (\(steps.joined(separator: ", "))): copy with that version"
        case .targetIsNoRegister: "the target holds tables that are none of Tandem's; copy into an empty database"
        case .targetIsNotEmpty(let table):
            "the target holds rows already (table \(table)); copy into an empty database or a new file"
        case .schemaDiffers(let table):
            "source and target have another table \(table); nothing can be copied between them"
        case .differs(let table): "table \(table) does not hold at the target what it holds in the source"
        case .connectionBroke: "a connection broke in the middle"
        }
    }
}
