package import TandemDomain

/// Whether an extract holds everything or what changed in a day.
package enum ExtractKind: String, CaseIterable, Sendable, Codable {
    case full
    case update
}

/// Which extract it is, as its `meta.csv` says.
package struct ExtractIdentity: Sendable, Hashable {
    package let number: Int
    package let kind: ExtractKind
    /// The day whose evening the extract shows.
    package let snapshot: Day
    /// When it was made, as written: `12-10-2025 07:21:18`.
    package let timestamp: String

    package init(number: Int, kind: ExtractKind, snapshot: Day, timestamp: String) {
        self.number = number
        self.kind = kind
        self.snapshot = snapshot
        self.timestamp = timestamp
    }

    /// Reads the rows of `meta.csv`.
    ///
    /// - Throws: ``ExtractProblem/meta(_:)``.
    init(meta: [String: String]) throws(ExtractProblem) {
        func value(_ name: String) throws(ExtractProblem) -> String {
            guard let value = meta[name.lowercased()] else { throw .meta("it lacks \(name)") }
            return value
        }
        let (number, kind) = (try value("ExtractNumber"), try value("ExtractType"))
        let (snapshot, version) = (try value("SnapshotDate"), try value("Version"))
        guard let readNumber = Int(number), readNumber > 0 else { throw .meta("ExtractNumber is '\(number)'") }
        guard let readKind = ExtractKind(rawValue: kind.lowercased()) else { throw .meta("ExtractType is '\(kind)'") }
        guard let day = Day(dayFirst: snapshot) else { throw .meta("SnapshotDate is '\(snapshot)'") }
        guard version.hasPrefix("1.") else { throw .meta("version \(version) of the format is not known") }
        self.init(number: readNumber, kind: readKind, snapshot: day, timestamp: try value("ExtractTimestamp"))
    }

    /// `full 140 of 2025-10-04`.
    package var words: String { "\(kind.rawValue) \(number) of \(snapshot)" }
}

/// What the name of an extract tells: `KboOpenData_0147_2025_10_12_Update.zip`, before October 2025 without the day.
struct ArchiveName: Hashable {
    let number: Int
    let year: Int
    let month: Int
    let day: Int?
    let kind: ExtractKind

    /// Nothing where the name follows neither pattern, as after a renaming.
    init?(_ name: String) {
        let stem = name.lowercased().hasSuffix(".zip") ? String(name.dropLast(4)) : name
        let parts = stem.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 5 || parts.count == 6, parts[0].lowercased() == "kboopendata",
            let kind = parts.last.flatMap({ ExtractKind(rawValue: $0.lowercased()) })
        else { return nil }
        let numbers = parts[1..<(parts.count - 1)].compactMap { Int($0) }
        guard numbers.count == parts.count - 2, (1...12).contains(numbers[2]) else { return nil }
        (number, year, month) = (numbers[0], numbers[1], numbers[2])
        day = numbers.count == 4 ? numbers[3] : nil
        self.kind = kind
    }

    /// Whether the name can be that of the extract: the day in the name may be one to three days after the snapshot.
    func fits(_ identity: ExtractIdentity) -> Bool {
        guard number == identity.number, kind == identity.kind else { return false }
        guard let day else {
            return (year, month) == (identity.snapshot.year, identity.snapshot.month) || isNextMonth(identity)
        }
        guard let made = Day(year, month, day) else { return false }
        return (0...3).contains(made.days(since: identity.snapshot))
    }

    private func isNextMonth(_ identity: ExtractIdentity) -> Bool {
        let next = identity.snapshot.adding(days: 7)
        return (year, month) == (next.year, next.month)
    }
}

extension Day {
    /// Reads `04-10-2025`.
    init?(dayFirst text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).compactMap { Int($0) }
        guard parts.count == 3, text.utf8.count == 10 else { return nil }
        self.init(parts[2], parts[1], parts[0])
    }
}
