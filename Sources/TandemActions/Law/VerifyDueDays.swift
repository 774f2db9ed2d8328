internal import TandemDomain
internal import TandemReference
package import TandemSQL
package import TandemStore

extension Counter {
    /// The open files whose stored due day is not what the legal clock works out from their steps.
    ///
    /// - Throws: an error of the database or of the reference data.
    package static func dueDayFindings(in database: any SQLDatabase) async throws -> [VerificationFinding] {
        let reference = try ReferenceLibrary.load()
        return try await database.read { session in
            try session.openDueDays().compactMap { id, submittedOn, dueOn in
                let holidays = reference.holidays
                let term = reference.figures.decisionTerm(on: submittedOn)
                let clock = LegalClock(term: term) { holidays.isWorkingDay($0) }
                let due = clock.dueDay(after: try session.clockSteps(of: id))
                return due == dueOn ? nil : .dueDayDiffers(application: id.rawValue)
            }
        }
    }
}
