package import TandemStore

extension Presenter {
    /// What an event is called in a log, also where a timeline passes over it in silence.
    package func eventTitle(of event: EventRecord) -> Word {
        let key = "\(event.subject)_\(event.act)"
        return Word(Self.onlyInLogs.contains(key) ? "events.\(key)" : "timeline.\(key)")
    }

    private static let onlyInLogs: Set<String> = [
        "application_declared", "application_edited", "bundle_discarded", "bundle_establishment_chosen",
        "bundle_started", "bundle_step_reached", "bundle_submitted", "bundle_trainings_chosen", "company_added",
        "company_changed", "company_imported", "contact_recorded", "do_not_call_asked", "do_not_call_lifted",
        "enrolment_count_imported", "enrolment_count_replaced",
        "establishment_added", "establishment_changed",
        "establishment_imported", "exclusion_imposed", "mandate_registered", "mandate_revoked", "mentor_added",
        "mentor_imported", "task_made", "task_settled",
    ]
}
