internal import TandemActions
internal import TandemDomain
internal import TandemStore

/// Something that keeps files from being submitted, as the overview says it, with the step that mends it.
struct LackLine: Hashable, Sendable {
    /// What it is about: a training, a mentor or a document.
    let about: String?
    let text: Word
    let url: String

    var model: Model {
        ["about": .maybe(about), "text": .word(text), "url": .text(url)]
    }
}

extension Draft {
    /// Each lack once, however many files have it.
    func lines(of lacks: [FileLack], _ presenter: Presenter) -> [LackLine] {
        var seen: Set<LackLine> = []
        return lacks.map { line(of: $0, presenter) }.filter { seen.insert($0).inserted }
    }

    private func line(of lack: FileLack, _ presenter: Presenter) -> LackLine {
        LackLine(about: subject(of: lack, presenter), text: lackWord(lack.lack), url: url(mending: lack.lack))
    }

    private func subject(of lack: FileLack, _ presenter: Presenter) -> String? {
        switch lack.lack {
        case .document(let code): presenter.requirement(code)
        case .mentorObjection(let id, _): designations.first { $0.id == id }?.mentor.name
        case .trainingNotOffered(let code), .alreadyThere(let code): presenter.training(code)
        case .declaration where isMandated, .renewalTooEarly:
            files.first { $0.id == lack.application }.map { presenter.training($0.training) }
        case .establishment, .training, .mentor, .declaration, .mandate, .excluded: nil
        }
    }

    private func url(mending lack: Lack) -> String {
        switch lack {
        case .establishment: scope.url(of: .establishment)
        case .training, .trainingNotOffered, .alreadyThere: scope.url(of: .trainings)
        case .document: scope.url(of: .documents)
        case .mentor: scope.url(of: .mentors)
        case .mentorObjection(let id, _):
            designations.first { $0.id == id }
                .map { designation in
                    let first = mentors.first { $0.mentor.id == designation.mentor.id } ?? designation
                    return Addresses.mentorItem.url(scope, first.id.rawValue)
                } ?? scope.url(of: .mentors)
        case .declaration: scope.url(of: .declaration)
        case .mandate: Addresses.newMandate.url(company.id.rawValue)
        case .excluded, .renewalTooEarly: Addresses.company.url(company.id.rawValue)
        }
    }
}
