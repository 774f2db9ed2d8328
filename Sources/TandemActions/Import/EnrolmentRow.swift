internal import TandemCSV
internal import TandemDomain
internal import TandemStore

/// One line of a file of enrolments, read and found right.
struct EnrolmentRow: Sendable {
    let line: Int
    let referenceDate: Day
    let enrolment: EnrolmentRecord

    static let required = ["reference_date", "provider", "training", "enrolled"]
    static let optional = [
        "planned", "postal_code", "establishment_number", "programmed_from", "programmed_until", "provider_name",
        "provider_kind",
    ]

    /// What makes it one of its kind in a file.
    var key: [String] {
        [
            referenceDate.iso, enrolment.training.rawValue, enrolment.provider.rawValue, enrolment.postalCode.digits,
        ]
    }

    /// All that is stored of it, for the digest of its reference date.
    var content: String {
        let numbers = [enrolment.programmedFrom?.start, enrolment.programmedUntil?.start, enrolment.enrolled]
        let texts = [enrolment.providerName, enrolment.providerKind.rawValue, enrolment.establishment?.digits ?? ""]
        let last = (numbers + [enrolment.planned]).map { $0.map(String.init) ?? "" }
        return (key + texts + last).joined(separator: "\u{1F}")
    }
}

/// Reads the fields of one line, and notes everything that is wrong with it.
struct EnrolmentRowReader {
    private let reference: Reference
    private let columns: [String: CSVColumn]
    private let today: Day
    private(set) var problems: [ImportProblem] = []
    private var record: CSVRecord

    init(reference: Reference, header record: CSVRecord, today: Day) throws(CSVError) {
        self.reference = reference
        self.today = today
        self.record = record
        let header = try CSVHeader(record, required: EnrolmentRow.required, optional: EnrolmentRow.optional)
        var columns: [String: CSVColumn] = [:]
        for name in EnrolmentRow.required + EnrolmentRow.optional { columns[name] = try header.column(name) }
        self.columns = columns
    }

    /// The row, or nothing where a field is wrong; then `problems` says which.
    mutating func read(_ record: CSVRecord) -> EnrolmentRow? {
        problems = []
        self.record = record
        let (day, training, provider) = (day(), training(), provider())
        let (enrolled, planned) = (count("enrolled", isNeeded: true), count("planned", isNeeded: false))
        let (from, until) = (schoolYear("programmed_from"), schoolYear("programmed_until"))
        if let from, let until, until < from { note(.orderOfDays(before: "programmed_from"), "programmed_until") }
        let establishment = establishment()
        guard problems.isEmpty, let day, let training, let provider, let enrolled else { return nil }
        let enrolment = EnrolmentRecord(
            training: training,
            provider: provider.code,
            providerName: provider.name,
            providerKind: provider.kind,
            establishment: establishment,
            postalCode: provider.postalCode,
            programmedFrom: from,
            programmedUntil: until,
            enrolled: enrolled,
            planned: planned
        )
        return EnrolmentRow(line: record.line, referenceDate: day, enrolment: enrolment)
    }

    private mutating func day() -> Day? {
        let value = raw("reference_date")
        guard let day = Day(iso: value) else {
            note(value.isEmpty ? .empty : .badDay(value), "reference_date")
            return nil
        }
        if day > today { note(.dayInFuture, "reference_date") }
        return day
    }

    private mutating func training() -> TrainingCode? {
        let value = raw("training")
        if let training = reference.training(TrainingCode(value)) { return training.code }
        let known = reference.trainings.map(\.code.rawValue)
        note(value.isEmpty ? .empty : .unknownCode(value, nearest: nearest(value, among: known)), "training")
        return nil
    }

    private struct Place {
        let code: ProviderCode
        let name: String
        let kind: ProviderKind
        let postalCode: PostalCode
    }

    /// Who teaches, and where: as the reference data has it where the file is silent.
    private mutating func provider() -> Place? {
        let value = raw("provider")
        if value.isEmpty { note(.empty, "provider") }
        let known = reference.provider(ProviderCode(value))
        let name = raw("provider_name").isEmpty ? known?.name : raw("provider_name")
        let kind = raw("provider_kind").isEmpty ? known?.kind : kind()
        let postalCode = raw("postal_code").isEmpty ? known?.postalCode : postalCode()
        if let name, let kind, let postalCode {
            return Place(code: ProviderCode(value), name: name, kind: kind, postalCode: postalCode)
        }
        if known == nil, !value.isEmpty, problems.isEmpty {
            let codes = reference.providers.map(\.code.rawValue)
            note(.unknownProvider(value, nearest: nearest(value, among: codes)), "provider")
        }
        return nil
    }

    private mutating func kind() -> ProviderKind? {
        if let kind = ProviderKind(rawValue: raw("provider_kind")) { return kind }
        let known = ProviderKind.allCases.map(\.rawValue)
        note(.unknownCode(raw("provider_kind"), nearest: nearest(raw("provider_kind"), among: known)), "provider_kind")
        return nil
    }

    private mutating func postalCode() -> PostalCode? {
        if let code = PostalCode(raw("postal_code")), reference.postalPlace(code) != nil { return code }
        note(.unknownCode(raw("postal_code"), nearest: nil), "postal_code")
        return nil
    }

    private mutating func establishment() -> EstablishmentNumber? {
        let value = raw("establishment_number")
        if value.isEmpty { return nil }
        if let number = try? EstablishmentNumber(value) { return number }
        note(.badNumber(value), "establishment_number")
        return nil
    }

    private mutating func schoolYear(_ name: String) -> SchoolYear? {
        let value = raw(name)
        if value.isEmpty { return nil }
        if let year = SchoolYear(value) { return year }
        note(.badSchoolYear(value), name)
        return nil
    }

    private mutating func count(_ name: String, isNeeded: Bool) -> Int? {
        let value = raw(name)
        if value.isEmpty {
            if isNeeded { note(.empty, name) }
            return nil
        }
        if let count = Int(value), (0...Self.mostLearners).contains(count) { return count }
        note(.badCount(value), name)
        return nil
    }

    /// More learners no training has at one place; a larger number is a slip.
    private static let mostLearners = 100_000

    private func raw(_ name: String) -> String { columns[name].map { record[$0] } ?? "" }

    private mutating func note(_ kind: ImportProblem.Kind, _ name: String) {
        let position = columns[name].map { record.position(of: $0) }
        problems.append(
            ImportProblem(line: position?.line ?? record.line, column: position?.column ?? 1, name: name, kind: kind)
        )
    }
}
