package import TandemDomain
package import TandemSQL

extension SQLSession {
    /// The steps of the legal clock of a file, in order.
    ///
    /// - Throws: ``SQLError``.
    package func clockSteps(of id: Identifier<RecognitionApplication>) throws -> [ClockStep] {
        try rows("SELECT kind, on_day FROM clock_step WHERE application_id = \(id) ORDER BY position")
            .map { ClockStep(try $0.value(0), on: try $0.day(1)) }
    }

    /// The day on which the file was last submitted, on which its mentors count as designated; nothing for a draft.
    ///
    /// A file that was sent back may hold a younger extract than its first submission.
    ///
    /// - Throws: ``SQLError``.
    package func designationDay(of id: Identifier<RecognitionApplication>) throws -> Day? {
        try clockSteps(of: id).last { $0.kind == .started }?.on
    }

    /// - Throws: ``SQLError``.
    package func add(_ step: ClockStep, to id: Identifier<RecognitionApplication>) throws {
        try run(
            """
            INSERT INTO clock_step (application_id, position, kind, on_day)
            SELECT \(id), coalesce(max(position), 0) + 1, \(step.kind), \(step.on)
            FROM clock_step WHERE application_id = \(id)
            """
        )
    }

    /// Every open file with the day it was submitted and the due day that is stored for it.
    ///
    /// - Throws: ``SQLError``.
    package func openDueDays() throws -> [(Identifier<RecognitionApplication>, submittedOn: Day, dueOn: Day?)] {
        try rows(
            """
            SELECT id, submitted_on, due_on FROM application
            WHERE status IN ('submitted', 'file_incomplete', 'in_process', 'on_hold') ORDER BY id
            """
        )
        .map { (try $0.id(0), try $0.day(1), try $0.optionalDay(2)) }
    }
}
