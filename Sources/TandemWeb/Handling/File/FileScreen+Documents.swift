internal import TandemDomain
internal import TandemStore

extension FileScreen {
    /// The documents under what they prove, with those that lack.
    var criteria: [Model] {
        Criterion.allCases.compactMap { criterion in
            let lines = lines(under: criterion)
            guard !lines.isEmpty else { return nil }
            let name = presenter.reference.label(.criterion, criterion.rawValue) ?? criterion.rawValue
            return ["name": .text(name), "lines": .list(lines)]
        }
    }

    private func lines(under criterion: Criterion) -> [Model] {
        var lines = asked.filter { $0.criterion == criterion }.flatMap(lines)
        // What was added under a rule that asks it of others, or no longer, is shown as well.
        let known = Set(asked.map(\.code))
        let further = dossier.attachments.filter { !known.contains($0.requirement) }
        lines += further.filter { self.criterion(of: $0.requirement) == criterion }.map { line(for: $0) }
        return lines
    }

    /// What the partnership asked on the day of submission; the papers of mentors stand with the mentors.
    private var asked: [DocumentRequirement] {
        let hasStaff = dossier.company.details.employees != 0
        let day = file.submittedOn ?? presenter.today
        return presenter.reference.requirements(partnership: file.partnership, hasStaff: hasStaff, on: day)
            .filter { !$0.isPerMentor && $0.code != .declaration }
    }

    private func criterion(of code: RequirementCode) -> Criterion {
        presenter.reference.requirements.first { $0.code == code }?.criterion ?? .organisation
    }

    private func lines(_ requirement: DocumentRequirement) -> [Model] {
        let added = dossier.attachments.filter { $0.requirement == requirement.code }
        guard added.isEmpty else { return added.map { line(for: $0) } }
        let isRequired = requirement.isRequired(hasDerogation: false, isMandated: file.applicantKind != .company)
        let badge = isRequired ? Badge(.danger, "handlingFile.lacking") : Badge(.neutral, "handlingFile.notAdded")
        return [["label": .text(requirement.label), "badge": badge.model]]
    }

    private func line(for attachment: AttachmentRecord) -> Model {
        let url = Addresses.attachment.url(file.id.rawValue, attachment.id)
        return [
            "label": .text(presenter.requirement(attachment.requirement)),
            "link": Link(.verbatim(attachment.fileName), url: url).model,
            "addedOn": .word(Word("handlingFile.addedOn", ["day": DutchFormat.day(attachment.addedOn)])),
        ]
    }
}
