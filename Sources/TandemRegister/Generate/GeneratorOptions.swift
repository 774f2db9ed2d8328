package import TandemDomain

/// What a synthetic register is to be like; the same options give the same bytes.
package struct GeneratorOptions: Sendable {
    /// 1 is as large as the real register.
    package var scale = 0.001
    package var seed: UInt64 = 1
    package var dirt = Dirt.none
    /// The number of the first extract, a Full.
    package var extract = 140
    /// The day on which the first extract is made; it shows the register of the day before.
    package var date = Day(number: 20_366)
    /// How many daily updates follow.
    package var updates = 0
    package var fulls = FullSelection.first
    package var faults: [ScriptedFault] = []
    package var isZipped = false
    /// Enterprises that are to be in it too; their numbers must not be in the ranges of the others.
    package var additional: [AdditionalEnterprise] = []
    /// How many pieces are made side by side.
    package var workers = 2

    package init() {}

    /// Refuses what would give no register, or one that is not true to what was asked.
    func check() throws(GeneratorProblem) {
        guard scale > 0, scale <= 1 else { throw .option("The scale lies above 0 and is at most 1.") }
        guard updates >= 0, updates <= 400 else { throw .option("At most 400 updates can be made.") }
        guard workers > 0 else { throw .option("At least one piece is made at a time.") }
        if dirt == .hostile && scale > 0.01 {
            throw .option("A hostile register is made in memory: its scale is at most 0.01.")
        }
        if dirt == .hostile && (updates > 0 || !faults.isEmpty) {
            throw .option("A hostile register is a Full alone, without updates.")
        }
        for fault in faults where !(extract...(extract + updates)).contains(fault.extract) {
            throw .option("The fault '\(fault)' names no extract from \(extract) to \(extract + updates).")
        }
    }
}

/// Which Fulls are written beside the updates: that of every day, the first, or the first and the last.
package enum FullSelection: String, CaseIterable, Sendable {
    case all, first, last
}

/// Something wrong in the sequence of extracts, that a reader must notice: `gap:143`.
package struct ScriptedFault: Hashable, Sendable {
    package let kind: Kind
    /// The number of the extract.
    package let extract: Int

    /// What is wrong.
    package enum Kind: String, CaseIterable, Sendable {
        /// The update is not delivered.
        case gap
        /// The update is a file of no bytes.
        case empty
        /// The update is delivered again the next day, with the same number.
        case `repeat`
        /// An update stands beside the Full of the same number.
        case same
        /// The activities of a fifth of all entities are written anew.
        case mass
    }

    package init(_ kind: Kind, extract: Int) {
        self.kind = kind
        self.extract = extract
    }

    /// Reads `gap:143`.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])), let extract = Int(parts[1]) else {
            return nil
        }
        self.init(kind, extract: extract)
    }
}

extension ScriptedFault: CustomStringConvertible {
    package var description: String { "\(kind.rawValue):\(extract)" }
}
