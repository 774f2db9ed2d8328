import TandemDomain
import TandemSQL
import TandemStore
import TandemTestKit
import Testing

@Suite struct `The schema` {
    @Test func `is what stands on file`() async throws {
        let database = try await TestRegister.empty()
        try expectRecorded(
            try await RecordedSchema.text(of: database),
            in: RecordedSchema.file(of: database.dialect)
        )
    }

    @Test func `has the same tables, columns and named constraints in both makes`() throws {
        let sqlite = try RecordedSchema.names(onFileOf: .sqlite)
        var postgresql = try RecordedSchema.names(onFileOf: .postgresql)
        // What tells PostgreSQL's writers whether a commit arrived is its own.
        postgresql.subtract(["table write_mark", "write_mark.writer", "write_mark.last_write", "write_mark.opened_at"])
        #expect(sqlite == postgresql)
        #expect(sqlite.count > 200)
    }

    @Test func `is made by all migrations once`() async throws {
        let database = try await TestDatabase.blank()
        #expect(try await database.missingMigrations() == Migration.all.map(\.name))
        #expect(try await database.migrate(now: 1) == Migration.all.map(\.name))
        #expect(try await database.migrate(now: 2).isEmpty)
        #expect(try await database.missingMigrations().isEmpty)
        #expect(Migration.all.map(\.number) == Array(1...Migration.all.count))
    }

    /// A change of the good row of each table that its named check must refuse.
    static let refused: [(constraint: String, statement: String)] = [
        ("company_number_has_ten_digits", "UPDATE company SET number = '123'"),
        ("company_name_is_not_blank", "UPDATE company SET name = ' '"),
        ("employees_are_not_negative", "UPDATE company SET employees = -1"),
        ("role_is_known", "UPDATE capacity SET role = 'king'"),
        ("establishment_number_has_ten_digits", "UPDATE establishment SET number = '123'"),
        ("establishment_name_is_not_blank", "UPDATE establishment SET name = ''"),
        ("mentor_has_a_name", "UPDATE mentor SET last_name = ' '"),
        ("document_is_at_most_ten_megabytes", "UPDATE document SET size = 10485761"),
        ("document_type_is_allowed", "UPDATE document SET media_type = 'text/html'"),
        ("mandate_does_not_end_before_it_starts", "UPDATE mandate SET valid_until = '2021-08-31'"),
        ("applicant_kind_is_known", "UPDATE bundle SET applicant_kind = 'king'"),
        ("submitted_bundle_has_an_establishment", "UPDATE bundle SET submitted_on = '2021-09-06'"),
        ("status_is_known", "UPDATE application SET status = 'lost'"),
        ("submitted_application_has_a_day", "UPDATE application SET status = 'submitted'"),
        ("submitted_application_has_an_establishment", "UPDATE application SET submitted_on = '2021-09-06'"),
        ("decided_application_has_a_day_and_a_mode", "UPDATE application SET decided_on = '2021-09-06'"),
        (
            "decision_mode_is_known",
            """
            UPDATE application SET status = 'approved', establishment_id = 1, submitted_on = '2021-09-06',
                decided_on = '2021-09-07', decision_mode = 'lottery'
            """
        ),
        (
            "only_an_approval_is_automatic",
            """
            UPDATE application SET status = 'rejected', establishment_id = 1, submitted_on = '2021-09-06',
                decided_on = '2021-09-07', decision_mode = 'automatic', main_reason = 'conviction'
            """
        ),
        ("rejected_application_has_a_main_reason", "UPDATE application SET main_reason = 'conviction'"),
        (
            "decision_does_not_precede_submission",
            """
            UPDATE application SET status = 'approved', establishment_id = 1, submitted_on = '2021-09-06',
                decided_on = '2021-09-05', decision_mode = 'manual'
            """
        ),
        ("only_a_running_term_has_a_due_day", "UPDATE application SET due_on = '2021-09-20'"),
        ("cancelled_application_has_a_day", "UPDATE application SET cancelled_on = '2021-09-20'"),
        ("clock_step_is_known", "UPDATE clock_step SET kind = 'jumped'"),
        ("judgement_is_known", "UPDATE designation SET judgement = 'liked'"),
        ("refused_mentor_has_a_reason", "UPDATE designation SET judgement = 'refused'"),
        ("extract_verdict_is_known", "UPDATE designation SET extract_verdict = 'fine'"),
        (
            "facts_against_minors_forbid",
            "UPDATE designation SET extract_verdict = 'facts_against_minors', judgement = 'accepted'"
        ),
        (
            "recognition_status_is_known",
            "UPDATE recognition SET status = 'lost', ended_on = '2021-10-01', end_kind = 'register'"
        ),
        ("ended_recognition_has_day_and_kind", "UPDATE recognition SET ended_on = '2021-10-01'"),
        (
            "end_kind_is_known",
            "UPDATE recognition SET status = 'withdrawn', ended_on = '2021-10-01', end_kind = 'whim'"
        ),
        ("recognition_ends_after_it_starts", "UPDATE recognition SET valid_until = '2021-09-05'"),
        ("renewal_state_is_known", "UPDATE recognition SET renewal_state = 'maybe'"),
        ("mentor_does_not_leave_before_coming", "UPDATE recognition_mentor SET valid_until = '2021-09-05'"),
        ("check_kind_is_known", "UPDATE check_record SET kind = 'dream'"),
        ("vote_is_known", "UPDATE vote SET vote = 'perhaps'"),
        ("advice_is_known", "UPDATE advice SET verdict = 'perhaps', given_on = '2021-09-07', account_id = 1"),
        ("given_advice_has_day_and_person", "UPDATE advice SET verdict = 'reserved'"),
        ("guidance_says_what_was_done", "UPDATE guidance SET note = ' '"),
        ("exclusion_does_not_end_before_it_starts", "UPDATE exclusion SET valid_until = '2021-09-05'"),
        ("exclusion_is_motivated", "UPDATE exclusion SET motivation = ''"),
        ("task_kind_is_known", "UPDATE task SET kind = 'nap'"),
        ("prospect_numbers_have_ten_digits", "UPDATE prospect SET establishment = '123'"),
        ("prospect_state_is_known", "UPDATE prospect SET state = 'lost'"),
        ("prospect_is_closed_by_its_state", "UPDATE prospect SET closed_on = '2021-09-07'"),
        ("refused_prospect_has_a_ground", "UPDATE prospect SET state = 'not_interested', closed_on = '2021-09-07'"),
        ("later_prospect_has_a_day", "UPDATE prospect SET state = 'later'"),
        ("new_prospect_has_no_owner", "UPDATE prospect SET state = 'new'"),
        ("contact_kind_is_known", "UPDATE contact SET kind = 'dream'"),
        ("contact_purpose_is_known", "UPDATE contact SET purpose = 'fun'"),
        ("contact_is_with_a_company_or_a_school", "UPDATE contact SET target = 'school'"),
        ("do_not_call_says_why", "UPDATE do_not_call SET reason = ' '"),
        ("lifted_do_not_call_has_day_and_person", "UPDATE do_not_call SET lifted_on = '2021-09-07'"),
        ("enrolled_is_not_negative", "UPDATE enrolment SET enrolled = -1"),
        ("planned_is_not_negative", "UPDATE enrolment SET planned = -1"),
        (
            "programme_does_not_end_before_it_starts",
            "UPDATE enrolment SET programmed_from = 2021, programmed_until = 2020"
        ),
    ]

    @Test func `refuses each bad row by a check whose name says why`() async throws {
        let database = try await TestRegister.small()
        for (constraint, statement) in Self.refused {
            await #expect(throws: SQLError.check(constraint), "\(constraint)") {
                try await database.write { try $0.run(SQL(stringLiteral: statement)) }
            }
        }
    }

    @Test func `has no check that the table above does not try`() async throws {
        let names = try await RecordedSchema.checks(of: TestRegister.empty()).keys
        #expect(names.count > 20)
        #expect(Set(names).subtracting(Self.refused.map(\.constraint)).isEmpty)
    }

    /// The closed lists of the domain, by the check that repeats them.
    static let lists: [String: [String]] = [
        "role_is_known": Role.allCases.filter { $0 != .system }.map(\.rawValue),
        "applicant_kind_is_known": ApplicantKind.allCases.map(\.rawValue),
        "status_is_known": ApplicationStatus.allCases.map(\.rawValue),
        "decision_mode_is_known": DecisionMode.allCases.map(\.rawValue),
        "clock_step_is_known": ClockStep.Kind.allCases.map(\.rawValue),
        "judgement_is_known": MentorJudgement.allCases.map(\.rawValue),
        "extract_verdict_is_known": ExtractVerdict.allCases.map(\.rawValue),
        "recognition_status_is_known": RecognitionStatus.allCases.map(\.rawValue),
        "end_kind_is_known": RecognitionEnd.allCases.map(\.rawValue),
        "renewal_state_is_known": RenewalState.allCases.map(\.rawValue),
        "check_kind_is_known": CheckKind.allCases.map(\.rawValue),
        "vote_is_known": Vote.allCases.map(\.rawValue),
        "advice_is_known": AdviceVerdict.allCases.map(\.rawValue),
        "task_kind_is_known": TaskKind.allCases.map(\.rawValue),
        "prospect_state_is_known": ProspectState.allCases.map(\.rawValue),
        "contact_kind_is_known": ContactKind.allCases.map(\.rawValue),
        "contact_purpose_is_known": ContactPurpose.allCases.map(\.rawValue),
        "document_type_is_allowed": MediaType.allCases.map(\.rawValue),
    ]

    @Test func `knows the same closed lists as the domain`() async throws {
        let checks = try await RecordedSchema.checks(of: TestRegister.empty())
        let lists = checks.filter { $0.value.contains(/^\(*\w+ (?:IN|= ANY) \([^)]*\)\)*$/) }
            .mapValues { $0.matches(of: /'([^']*)'/).map { String($0.output.1) } }
        #expect(lists == Self.lists)
    }

    @Test(arguments: ["UPDATE event SET act = 'x'", "DELETE FROM event"])
    func `lets no event be changed or removed`(_ statement: String) async throws {
        let database = try await TestCounter().database
        await #expect(throws: SQLError.self) {
            try await database.write { try $0.run(SQL(stringLiteral: statement)) }
        }
    }
}
