internal import TandemDomain

/// A company of the twin, as one sector sees it; companies in two sectors are joined at the end.
struct CompanyDraft: Sendable {
    let sector: Int
    /// Index in the size classes of table 5.
    let size: Int
    var sites: [Int] = []
    /// Whether a recognition of it was approved in the last school year, so that table 5 counts it.
    var isRecent = false
}

/// An establishment of a company, as one sector sees it.
struct SiteDraft: Sendable {
    let company: Int
    let sector: Int
    /// How many recognitions were approved here in the last school year.
    var recent = 0
    /// All files here whose recognition is approved on the measurement date.
    var files: [Int] = []
    var mentors: [Int] = []
    /// Index in the provinces; nothing until it has one.
    var province = 0
}

/// A mentor (*mentor*): who is older than 25 on the first day that a file names them.
struct MentorDraft: Sendable {
    var firstNamed: Day
}

/// A size class of table 5, by the numbers in its code (`size_1_4`).
struct TwinSize: Sendable {
    let code: String
    /// The numbers of employees; nothing where the size is unknown.
    let employees: ClosedRange<Int>?

    /// The largest employer the twin invents.
    private static let mostEmployees = 2400

    init(code: String) {
        self.code = code
        let bounds = code.split(separator: "_").compactMap { Int($0) }
        employees = bounds.first.map { lower in
            let upper = code.hasSuffix("plus") ? Self.mostEmployees : bounds.last ?? lower
            return lower...max(lower, upper)
        }
    }
}
