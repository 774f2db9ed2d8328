internal import TandemDomain

extension Tables {
    /// The figures of the decrees; nothing where one lacks.
    func legalFigures() -> LegalFigures? {
        checkFigureNames()
        let parts = (decisionFigures(), recognitionFigures(), mentorFigures(), appealFigures())
        let (cell, authority) = (integers("smallest_published_cell"), figure("authority") { $0.text("value") })
        let supply = supplyFigures()
        guard let decision = parts.0, let recognition = parts.1, let mentor = parts.2, let appeal = parts.3,
            let cell, let authority, let supply
        else { return nil }
        return LegalFigures(
            decision: decision,
            recognition: recognition,
            mentor: mentor,
            appeal: appeal,
            smallestPublishedCell: cell,
            authority: authority,
            supply: supply
        )
    }

    private func decisionFigures() -> DecisionFigures? {
        let days = (integers("decision_term_days"), integers("decision_warning_days"))
        let unit: Dated<TermUnit>? = figure("decision_term_unit") { $0.choice("value") }
        let incomplete: Dated<IncompleteEffect>? = figure("decision_incomplete_effect") { $0.choice("value") }
        let hold: Dated<HoldEffect>? = figure("decision_hold_effect") { $0.choice("value") }
        guard let term = days.0, let warning = days.1, let unit, let incomplete, let hold else { return nil }
        return DecisionFigures(
            termDays: term,
            termUnit: unit,
            incompleteEffect: incomplete,
            holdEffect: hold,
            warningDays: warning
        )
    }

    private func recognitionFigures() -> RecognitionFigures? {
        let years = integers("recognition_validity_years")
        let months = (
            integers("recognition_renewal_earliest_months"), integers("recognition_expiry_warning_months")
        )
        let withdrawn = yesOrNo("recognition_withdrawn_without_mentor")
        guard let years, let earliest = months.0, let warning = months.1, let withdrawn else { return nil }
        return RecognitionFigures(
            validityYears: years,
            renewalEarliestMonths: earliest,
            expiryWarningMonths: warning,
            withdrawnWithoutMentor: withdrawn
        )
    }

    private func mentorFigures() -> MentorFigures? {
        let ages = (integers("mentor_minimum_age"), integers("mentor_derogation_minimum_age"))
        let practice = integers("mentor_practice_years")
        let extract = (integers("mentor_extract_maximum_months"), integers("mentor_extract_retention_days"))
        let training = (integers("mentor_training_maximum_months"), integers("mentor_training_warning_days"))
        let compulsory = yesOrNo("mentor_training_compulsory")
        guard let age = ages.0, let derogationAge = ages.1, let practice, let extractMonths = extract.0,
            let retention = extract.1, let trainingMonths = training.0, let warning = training.1, let compulsory
        else { return nil }
        return MentorFigures(
            minimumAge: age,
            derogationMinimumAge: derogationAge,
            practiceYears: practice,
            extractMaximumMonths: extractMonths,
            extractRetentionDays: retention,
            trainingCompulsory: compulsory,
            trainingMaximumMonths: trainingMonths,
            trainingWarningDays: warning
        )
    }

    private func appealFigures() -> AppealFigures? {
        let days = (integers("appeal_term_days"), integers("appeal_acknowledgement_days"))
        guard let term = days.0, let acknowledgement = days.1 else { return nil }
        return AppealFigures(termDays: term, acknowledgementDays: acknowledgement)
    }

    private func supplyFigures() -> SupplyFigures? {
        let percents = (integers("supply_tight_percent"), integers("supply_ample_percent"))
        let few = integers("supply_few_providers")
        guard let tight = percents.0, let ample = percents.1, let few else { return nil }
        return SupplyFigures(tightPercent: tight, amplePercent: ample, fewProviders: few)
    }

    private func integers(_ name: String) -> Dated<Int>? { figure(name) { $0.integer("value") } }

    private func yesOrNo(_ name: String) -> Dated<Bool>? { figure(name) { $0.isYes("value") } }

    private func figure<Value>(_ name: String, _ read: (Row) -> Value?) -> Dated<Value>? {
        let rows = rows(.figures).filter { $0["figure"] == name }
        if rows.isEmpty { noteMissing(name) }
        return Dated(rows.compactMap { $0.entry(read($0)) })
    }

    private static let figureNames: Set<String> = [
        "decision_term_days", "decision_term_unit", "decision_incomplete_effect", "decision_hold_effect",
        "decision_warning_days", "recognition_validity_years", "recognition_renewal_earliest_months",
        "recognition_expiry_warning_months", "recognition_withdrawn_without_mentor", "mentor_minimum_age",
        "mentor_derogation_minimum_age", "mentor_practice_years", "mentor_extract_maximum_months",
        "mentor_extract_retention_days", "mentor_training_compulsory", "mentor_training_maximum_months",
        "mentor_training_warning_days", "appeal_term_days", "appeal_acknowledgement_days",
        "smallest_published_cell", "authority", "supply_tight_percent", "supply_ample_percent", "supply_few_providers",
    ]

    private func checkFigureNames() {
        for row in rows(.figures) { row.checkCode("figure", among: Self.figureNames) }
    }
}

extension Row {
    /// A dated entry with this value and the row's days, source, and whether it is provisional.
    func entry<Value>(_ value: Value?) -> Dated<Value>.Entry? {
        guard let value, let period, let provisional = isYes("provisional") else { return nil }
        if provisional && self["note"].isEmpty { note("een voorlopige waarde vraagt een toelichting", at: "note") }
        return .init(value, period, source: self["source"], isProvisional: provisional, note: self["note"])
    }
}
