internal import TandemCSV
internal import TandemDomain

/// One line of a file of applications, read and found right.
struct RecognitionRow: Sendable {
    var line = 0
    var reference = ""
    var companyNumber = CompanyNumber(stored: "")
    var companyName = ""
    var companyStreet = ""
    var companyPostalCode = PostalCode(stored: "")
    var jointCommittee: JointCommitteeNumber?
    var employees: Int?
    var establishmentNumber = EstablishmentNumber(stored: "")
    var establishmentName = ""
    var establishmentStreet = ""
    var establishmentPostalCode = PostalCode(stored: "")
    var training = TrainingCode("")
    var system = TrainingSystem.dualLearning
    var partnership = PartnershipCode.flemish
    var applicant = ApplicantKind.company
    var submittedOn = Day(number: 0)
    var status = ApplicationStatus.submitted
    var decidedOn: Day?
    var decisionMode: DecisionMode?
    var rejectionReason: ReasonCode?
    var endedOn: Day?
    var endKind: RecognitionStatus?
    var cancelledOn: Day?
    var mentors: [MentorProposal] = []
    var renews: String?

    static let required = [
        "reference", "company_number", "company_name", "company_street", "company_postal_code", "joint_committee",
        "employees", "establishment_number", "establishment_name", "establishment_street",
        "establishment_postal_code", "training", "partnership", "applicant", "submitted_on", "status", "decided_on",
        "decision_mode", "rejection_reason", "ended_on", "end_kind", "cancelled_on", "mentors", "renews",
    ]
}

/// Reads the fields of one line, and notes everything that is wrong with it.
struct RecognitionRowReader {
    let reference: Reference
    let columns: [String: CSVColumn]
    let today: Day
    private(set) var problems: [ImportProblem] = []

    init(reference: Reference, header: CSVHeader, today: Day) throws(CSVError) {
        self.reference = reference
        self.today = today
        var columns: [String: CSVColumn] = [:]
        for name in RecognitionRow.required { columns[name] = try header.column(name) }
        self.columns = columns
    }

    /// The row, or nothing where a field is wrong; then `problems` says which.
    mutating func read(_ record: CSVRecord) -> RecognitionRow? {
        problems = []
        var row = RecognitionRow()
        row.line = record.line
        readPlace(record, &row)
        readFile(record, &row)
        readOutcome(record, &row)
        row.mentors = mentors(record)
        row.renews = optional("renews", record)
        return problems.isEmpty ? row : nil
    }

    private mutating func readPlace(_ record: CSVRecord, _ row: inout RecognitionRow) {
        row.reference = text("reference", record)
        row.companyNumber = number("company_number", record) { try CompanyNumber($0) } ?? row.companyNumber
        row.companyName = text("company_name", record)
        row.companyStreet = text("company_street", record)
        row.companyPostalCode = postalCode("company_postal_code", record) ?? row.companyPostalCode
        row.jointCommittee = jointCommittee(record)
        row.employees = employees(record)
        row.establishmentNumber =
            number("establishment_number", record) { try EstablishmentNumber($0) } ?? row.establishmentNumber
        row.establishmentName = text("establishment_name", record)
        row.establishmentStreet = text("establishment_street", record)
        row.establishmentPostalCode = postalCode("establishment_postal_code", record) ?? row.establishmentPostalCode
    }

    private mutating func readFile(_ record: CSVRecord, _ row: inout RecognitionRow) {
        row.submittedOn = day("submitted_on", record) ?? row.submittedOn
        if let training = reference.training(TrainingCode(text("training", record))) {
            row.training = training.code
            row.system = training.system
        } else {
            unknown("training", record, among: reference.trainings.map(\.code.rawValue))
        }
        row.applicant = closed("applicant", record) ?? row.applicant
        row.partnership = partnership(record, row)
    }

    private mutating func readOutcome(_ record: CSVRecord, _ row: inout RecognitionRow) {
        guard let status: ApplicationStatus = closed("status", record) else { return }
        if status == .draft { return unknown("status", record, among: []) }
        row.status = status
        row.decidedOn = optionalDay("decided_on", record, only: status.isDecided, needed: status.isDecided, status)
        row.cancelledOn = optionalDay(
            "cancelled_on",
            record,
            only: status == .cancelled,
            needed: status == .cancelled,
            status
        )
        row.endedOn = optionalDay("ended_on", record, only: status == .approved, needed: false, status)
        row.decisionMode = optionalClosed(
            "decision_mode",
            record,
            only: status.isDecided,
            needed: status.isDecided,
            status
        )
        row.endKind = optionalClosed("end_kind", record, only: status == .approved, needed: false, status)
        row.rejectionReason = rejectionReason(record, status)
        checkAgreement(record, row)
    }

    /// What the fields say of one another: both or none, and days in their order.
    private mutating func checkAgreement(_ record: CSVRecord, _ row: RecognitionRow) {
        if row.decisionMode == .automatic, row.status == .rejected {
            note(.notWithStatus(row.status.rawValue), "decision_mode", record)
        }
        if (row.endedOn == nil) != (row.endKind == nil) {
            note(.neededWithStatus("ended_on, end_kind"), row.endedOn == nil ? "ended_on" : "end_kind", record)
        }
        if row.endKind == .approved { unknown("end_kind", record, among: ["withdrawn", "discontinued"]) }
        follows("decided_on", row.decidedOn, after: "submitted_on", row.submittedOn, record)
        follows("cancelled_on", row.cancelledOn, after: "submitted_on", row.submittedOn, record)
        if let decidedOn = row.decidedOn { follows("ended_on", row.endedOn, after: "decided_on", decidedOn, record) }
        for (name, day) in [("submitted_on", row.submittedOn), ("decided_on", row.decidedOn ?? row.submittedOn)]
        where day > today {
            note(.dayInFuture, name, record)
        }
    }

    private mutating func follows(_ name: String, _ day: Day?, after other: String, _ first: Day, _ record: CSVRecord) {
        if let day, day < first { note(.orderOfDays(before: other), name, record) }
    }
}

extension RecognitionRowReader {
    private mutating func note(_ kind: ImportProblem.Kind, _ name: String, _ record: CSVRecord) {
        let position = columns[name].map { record.position(of: $0) }
        problems.append(
            ImportProblem(
                line: position?.line ?? record.line,
                column: position?.column ?? 1,
                name: name,
                kind: kind
            )
        )
    }

    private func raw(_ name: String, _ record: CSVRecord) -> String { columns[name].map { record[$0] } ?? "" }

    private func optional(_ name: String, _ record: CSVRecord) -> String? {
        let value = raw(name, record)
        return value.isEmpty ? nil : value
    }

    private mutating func text(_ name: String, _ record: CSVRecord) -> String {
        let value = raw(name, record)
        if value.allSatisfy(\.isWhitespace) { note(.empty, name, record) }
        return value
    }

    private mutating func unknown(_ name: String, _ record: CSVRecord, among known: [String]) {
        let value = raw(name, record)
        note(value.isEmpty ? .empty : .unknownCode(value, nearest: nearest(value, among: known)), name, record)
    }

    private mutating func number<Value>(
        _ name: String,
        _ record: CSVRecord,
        _ read: (String) throws -> Value
    ) -> Value? {
        let value = text(name, record)
        if value.isEmpty { return nil }
        if let number = try? read(value) { return number }
        note(.badNumber(value), name, record)
        return nil
    }

    private mutating func day(_ name: String, _ record: CSVRecord) -> Day? {
        let value = raw(name, record)
        if let day = Day(iso: value) { return day }
        note(value.isEmpty ? .empty : .badDay(value), name, record)
        return nil
    }

    private mutating func optionalDay(
        _ name: String,
        _ record: CSVRecord,
        only isAllowed: Bool,
        needed: Bool,
        _ status: ApplicationStatus
    ) -> Day? {
        guard hasRightPresence(name, record, isAllowed, needed, status) else { return nil }
        return day(name, record)
    }

    private mutating func optionalClosed<Value: RawRepresentable & CaseIterable>(
        _ name: String,
        _ record: CSVRecord,
        only isAllowed: Bool,
        needed: Bool,
        _ status: ApplicationStatus
    ) -> Value? where Value.RawValue == String {
        guard hasRightPresence(name, record, isAllowed, needed, status) else { return nil }
        return closed(name, record)
    }

    /// Whether there is something to read; notes a field that must not or must be filled with this status.
    private mutating func hasRightPresence(
        _ name: String,
        _ record: CSVRecord,
        _ isAllowed: Bool,
        _ needed: Bool,
        _ status: ApplicationStatus
    ) -> Bool {
        guard optional(name, record) != nil else {
            if needed { note(.neededWithStatus(status.rawValue), name, record) }
            return false
        }
        if !isAllowed { note(.notWithStatus(status.rawValue), name, record) }
        return isAllowed
    }

    private mutating func closed<Value: RawRepresentable & CaseIterable>(
        _ name: String,
        _ record: CSVRecord
    ) -> Value? where Value.RawValue == String {
        if let value = Value(rawValue: raw(name, record)) { return value }
        unknown(name, record, among: Value.allCases.map(\.rawValue))
        return nil
    }

    private mutating func postalCode(_ name: String, _ record: CSVRecord) -> PostalCode? {
        let value = text(name, record)
        if let code = PostalCode(value), reference.postalPlace(code) != nil { return code }
        if !value.isEmpty { note(.unknownCode(value, nearest: nil), name, record) }
        return nil
    }

    private mutating func jointCommittee(_ record: CSVRecord) -> JointCommitteeNumber? {
        guard let value = optional("joint_committee", record) else { return nil }
        if let number = JointCommitteeNumber(value), reference.committee(number) != nil { return number }
        unknown("joint_committee", record, among: reference.committees.map(\.number.rawValue))
        return nil
    }

    private mutating func employees(_ record: CSVRecord) -> Int? {
        guard let value = optional("employees", record) else { return nil }
        if let count = Int(value), count >= 0 { return count }
        note(.badCount(value), "employees", record)
        return nil
    }

    private mutating func partnership(_ record: CSVRecord, _ row: RecognitionRow) -> PartnershipCode {
        guard let value = optional("partnership", record) else {
            return reference.competentPartnership(for: row.jointCommittee, on: row.submittedOn)
        }
        let code = PartnershipCode(value)
        if reference.partnership(code) == nil {
            unknown("partnership", record, among: reference.partnerships.map(\.code.rawValue))
        }
        return code
    }

    private mutating func rejectionReason(_ record: CSVRecord, _ status: ApplicationStatus) -> ReasonCode? {
        let isRejected = status == .rejected
        guard hasRightPresence("rejection_reason", record, isRejected, isRejected, status) else { return nil }
        let code = ReasonCode(raw("rejection_reason", record))
        if reference.rejectionReason(code) != nil { return code }
        unknown("rejection_reason", record, among: reference.rejectionReasons.map(\.code.rawValue))
        return nil
    }

    private mutating func mentors(_ record: CSVRecord) -> [MentorProposal] {
        guard let value = optional("mentors", record) else { return [] }
        var found: [MentorProposal] = []
        for part in value.split(separator: "|", omittingEmptySubsequences: false) {
            let fields = part.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 3, !fields[1].isEmpty, !fields[2].isEmpty,
                let number = try? NationalNumber(fields[0])
            else {
                note(.badMentor(String(part)), "mentors", record)
                continue
            }
            if found.contains(where: { $0.number == number }) { note(.mentorTwice, "mentors", record) }
            found.append(MentorProposal(number: number, firstName: fields[1], lastName: fields[2]))
        }
        return found
    }
}
