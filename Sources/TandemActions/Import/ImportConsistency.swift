internal import TandemDomain
internal import TandemStore

/// Numbers and what they stand for, in the register and in the lines read so far.
struct KnownNumbers: Sendable {
    /// The line of each reference; nothing as a line where the register has it already.
    var references: [String: Int?] = [:]
    var companyOfEstablishment: [String: String] = [:]
    /// The words of a mentor's name, by the keyed hash of his number.
    var nameOfMentor: [[UInt8]: [String]] = [:]
}

/// What the lines of a file say of one another and of the register.
struct ImportConsistency {
    private let vault: NumberVault
    private var known: KnownNumbers
    private var renewals: [(reference: String, line: Int)] = []

    init(vault: NumberVault, known: KnownNumbers) {
        self.vault = vault
        self.known = known
    }

    mutating func problems(with row: RecognitionRow) -> [ImportProblem] {
        var problems: [ImportProblem] = []
        func note(_ kind: ImportProblem.Kind, _ name: String) {
            problems.append(ImportProblem(line: row.line, column: 1, name: name, kind: kind))
        }
        if let first = known.references.updateValue(row.line, forKey: row.reference) {
            note(.duplicateReference(firstLine: first), "reference")
        }
        let establishment = row.establishmentNumber.digits
        let company = known.companyOfEstablishment[establishment, default: row.companyNumber.digits]
        known.companyOfEstablishment[establishment] = company
        if company != row.companyNumber.digits { note(.establishmentOfOther, "establishment_number") }
        for mentor in row.mentors {
            let words = searchWords("\(mentor.firstName) \(mentor.lastName)")
            let hash = vault.hash(mentor.number)
            if known.nameOfMentor[hash, default: words] != words { note(.mentorOfOtherName, "mentors") }
            known.nameOfMentor[hash] = known.nameOfMentor[hash] ?? words
        }
        if let renewed = row.renews { renewals.append((renewed, row.line)) }
        return problems
    }

    /// Renewals of files that are neither in the register nor before them in the file.
    var unknownRenewals: [ImportProblem] {
        renewals.filter { renewal in
            guard let line = known.references[renewal.reference] else { return true }
            return line.map { $0 >= renewal.line } ?? false
        }
        .map { ImportProblem(line: $0.line, column: 1, name: "renews", kind: .unknownRenewal($0.reference)) }
    }
}
