internal import TandemDomain
internal import TandemStore

/// A draft as it stands in a list: what was chosen so far.
struct DraftLine: Sendable {
    let bundle: BundleRecord
    let companyName: String
    let establishmentName: String?
    let trainings: [TrainingCode]
}

extension Presenter {
    /// The open files of an applicant: what, where, whose move, and the day.
    func table(of files: [ApplicantFile], _ caption: Word, showsCompany: Bool) -> Table {
        Table(
            caption,
            columns: [
                "applying.columnTraining",
                Table.Column(showsCompany ? "applying.columnCompany" : "applying.columnPlace"),
                "applying.columnStatus", "applying.columnMove", "applying.columnDue",
            ],
            rows: files.map { row(of: $0, showsCompany: showsCompany) }
        )
    }

    private func row(of file: ApplicantFile, showsCompany: Bool) -> [Table.Cell] {
        let application = file.application
        let place = file.establishmentName ?? ""
        return [
            .link(training(application.training), url: Addresses.applicantFile.url(application.id.rawValue)),
            showsCompany ? .pair(file.companyName, place) : .text(place),
            .badge(status(application.status)),
            .word(mover(of: application)),
            due(of: application),
        ]
    }

    /// Whose move it is, in a word or two.
    func mover(of file: ApplicationRecord) -> Word {
        switch file.status.nextMove {
        case .applicant: "applying.moverApplicant"
        case .handler: .verbatim(shortPartnership(file.partnership))
        case .nobody: "applying.moverNobody"
        }
    }

    private func due(of file: ApplicationRecord) -> Table.Cell {
        guard let dueOn = file.dueOn else { return .word("applying.noDue") }
        return .pair(DutchFormat.short(dueOn), DutchFormat.relative(dueOn, to: today))
    }

    /// The drafts of an applicant, each with the way back into it.
    func table(of drafts: [DraftLine], showsCompany: Bool) -> Table {
        Table(
            "applying.drafts",
            columns: [
                Table.Column(showsCompany ? "applying.columnCompany" : "applying.columnPlace"),
                "applying.columnTrainings", "applying.columnStarted", "applying.columnContinue",
            ],
            rows: drafts.map { draft in
                [
                    showsCompany
                        ? .pair(draft.companyName, draft.establishmentName ?? "")
                        : draft.establishmentName.map { .text($0) } ?? .word("applying.notChosen"),
                    draft.trainings.isEmpty
                        ? .word("applying.notChosen") : .text(draft.trainings.map(training).joined(separator: ", ")),
                    .day(draft.bundle.startedOn),
                    .action("applying.continue", url: draft.bundle.url),
                ]
            }
        )
    }
}

extension BundleRecord {
    /// Where the guided form opens again.
    var url: String {
        switch step {
        case .establishment: Addresses.draftEstablishment.url(id)
        case .trainings: Addresses.draftTrainings.url(id)
        case .documents: Addresses.documentsStep.draft.url(id)
        case .mentors: Addresses.mentorsStep.draft.url(id)
        case .declaration: Addresses.declarationStep.draft.url(id)
        case .overview: Addresses.draftOverview.url(id)
        }
    }
}
