internal import TandemCSV
internal import TandemDomain

extension Tables {
    func partnerships() -> [Partnership] {
        checkPartnershipFigureNames()
        let grants = Dictionary(grouping: rows(.partnershipPowers)) { $0["partnership"] }
            .mapValues { $0.compactMap(\.grant) }
        return rows(.partnerships).compactMap { row in
            guard let code = row.text("code"), let name = row.text("name_nl"), let short = row.text("short_name"),
                let kind: Partnership.Kind = row.choice("kind"), let period = row.period
            else { return nil }
            return Partnership(
                code: PartnershipCode(code),
                name: name,
                shortName: short,
                kind: kind,
                period: period,
                grants: grants[code] ?? [],
                mentorTrainingTermMonths: figure("mentor_training_term_months", of: code),
                learnersPerMentor: figure("learners_per_mentor", of: code)
            )
        }
    }

    private func figure(_ name: String, of partnership: String) -> Dated<Int>? {
        let rows = rows(.partnershipFigures).filter { $0["partnership"] == partnership && $0["figure"] == name }
        return Dated(rows.compactMap { $0.entry($0.integer("value")) })
    }

    private func checkPartnershipFigureNames() {
        let names: Set = ["mentor_training_term_months", "learners_per_mentor"]
        for row in rows(.partnershipFigures) { row.checkCode("figure", among: names) }
    }

    func competences() -> Competences {
        Competences(rows(.competences).compactMap(\.competence), legalForms: legalForms())
    }

    private func legalForms() -> [LegalFormCompetence] {
        rows(.legalFormCompetences).compactMap { row in
            guard let form = row.text("legal_form"), let partnership = row.text("partnership"),
                let period = row.period
            else { return nil }
            return LegalFormCompetence(
                legalForm: form,
                partnership: PartnershipCode(partnership),
                reportedSector: row.orNothing("reported_sector"),
                period: period,
                source: row["source"]
            )
        }
    }

    func trainings() -> [Training] { rows(.trainings).compactMap(\.training) }

    func trainingActivities() -> [TrainingActivity] {
        rows(.trainingActivities).flatMap { row in
            guard let training = row.text("training"), let breadth: TrainingActivity.Breadth = row.choice("breadth"),
                let edition = row.integer("edition"), let codes = row.text("codes"), let period = row.period
            else { return [TrainingActivity]() }
            return codes.split(separator: " ").compactMap { digits in
                guard (2...7).contains(digits.count), digits.allSatisfy(\.isNumber) else {
                    row.note("\(digits) is geen code van NACE-BEL", at: "codes")
                    return nil
                }
                return TrainingActivity(
                    training: TrainingCode(training),
                    breadth: breadth,
                    edition: edition,
                    digits: String(digits),
                    period: period
                )
            }
        }
    }

    func providers() -> [Provider] {
        rows(.providers).compactMap { row in
            guard let code = row.text("code"), let name = row.text("name"), let kind: ProviderKind = row.choice("kind"),
                let postalCode = row.postalCode("postal_code"), let municipality = row.text("municipality"),
                let establishment = row.establishment("establishment"), let period = row.period
            else { return nil }
            return Provider(
                code: ProviderCode(code),
                name: name,
                kind: kind,
                postalCode: postalCode,
                municipality: municipality,
                establishment: establishment,
                period: period
            )
        }
    }
}

extension Row {
    func orNothing(_ column: String) -> String? { self[column].isEmpty ? nil : self[column] }

    /// Notes a code that is not one of those that the program knows.
    func checkCode(_ column: String, among codes: Set<String>) {
        guard let code = text(column), !codes.contains(code) else { return }
        note("onbekende code \(code)" + suggestion(nearest(code, among: codes.sorted())), at: column)
    }

    fileprivate var grant: Partnership.Grant? {
        guard let power: Power = choice("power"), let period else { return nil }
        return .init(power, period)
    }

    fileprivate var competence: Competence? {
        guard let committee = committee("committee"), let partnership = text("partnership"), let period else {
            return nil
        }
        return Competence(
            committee: committee,
            partnership: PartnershipCode(partnership),
            reportedSector: orNothing("reported_sector"),
            period: period,
            source: self["source"]
        )
    }

    fileprivate var training: Training? {
        guard let code = text("code"), let name = text("name_nl"), let system: TrainingSystem = choice("system"),
            let level: TrainingLevel = choice("level"), let finality: Finality? = optionalChoice("finality"),
            let hours: WorkplaceHours = choice("workplace_hours"), let isPreparatory = isYes("preparatory"),
            let period
        else { return nil }
        return Training(
            code: TrainingCode(code),
            name: name,
            system: system,
            level: level,
            finality: finality,
            studyDomain: orNothing("study_domain"),
            workplaceHours: hours,
            isPreparatory: isPreparatory,
            submittingSector: orNothing("submitting_sector").map { PartnershipCode($0) },
            period: period,
            source: self["source"]
        )
    }
}
