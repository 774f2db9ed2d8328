internal import TandemDomain
internal import TandemStore

/// `GET /aanvragen/{id}/opleidingen`: for which trainings the establishment asks to be recognised.
struct TrainingsScreen: DraftScreen {
    static let template = "applying/trainings"

    let presenter: Presenter
    let draft: Draft
    /// What stands in the way of a training here: a recognition that is valid, or a file that is open.
    let taken: [TrainingCode: Word]
    var form = Form()

    var step: BundleStep { .trainings }
    var title: Word { "draft.trainingsTitle" }
    var errors: FormErrors { form.errors }

    var model: Model {
        [
            "steps": steps,
            "action": .text(Addresses.draftTrainings.url(draft.bundle?.id ?? 0)),
            "error": .maybe(form.errors["trainings"]),
            "groups": .list(groups),
            "buttons": Buttons(
                .init("draft.next"),
                links: [back, Link("draft.later", url: draft.home.url)].compactMap(\.self)
            ).model,
        ]
    }

    /// The trainings of the deciding sector first, the others by system and field of study.
    private var groups: [Model] {
        let all = presenter.reference.trainings(on: presenter.today).sorted { $0.name < $1.name }
        let own = all.filter { $0.submittingSector == draft.competent && draft.competent != .flemish }
        let others = Dictionary(grouping: all.filter { !own.contains($0) }, by: groupTitle)
        let suggested = own.isEmpty ? [] : [group(suggestedTitle, own, isOpen: true, index: 0)]
        return suggested
            + others.keys.sorted().enumerated().map { index, title in
                group(.verbatim(title), others[title] ?? [], isOpen: own.isEmpty && index == 0, index: index + 1)
            }
    }

    private var suggestedTitle: Word {
        Word("draft.suggested", ["partnership": presenter.shortPartnership(draft.competent)])
    }

    private func groupTitle(_ training: Training) -> String {
        let system = presenter.reference.label(.system, training.system.rawValue) ?? training.system.rawValue
        guard let domain = training.studyDomain else { return system }
        switch training.system {
        case .dualLearning: return domain
        case .partTimeEducation, .apprenticeship, .adultEducation: return "\(system): \(domain)"
        }
    }

    private func group(_ title: Word, _ trainings: [Training], isOpen: Bool, index: Int) -> Model {
        let chosen = Set(form.data.all("trainings"))
        return [
            "title": .word(title),
            "count": .number(trainings.count),
            "isOpen": .flag(isOpen || trainings.contains { chosen.contains($0.code.rawValue) }),
            "choices": .list(trainings.map { choice($0, chosen) }),
        ]
    }

    private func choice(_ training: Training, _ chosen: Set<String>) -> Model {
        let isTaken = taken[training.code] != nil
        return [
            "id": .text("training-\(training.code.rawValue)"),
            "value": .text(training.code.rawValue),
            "name": .text(presenter.training(training.code)),
            "level": .maybe(presenter.reference.label(.trainingLevel, training.level.rawValue)),
            "isChosen": .flag(chosen.contains(training.code.rawValue) && !isTaken),
            "taken": .maybe(taken[training.code]),
        ]
    }
}
