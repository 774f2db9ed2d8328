internal import TandemDomain
internal import TandemStore

/// The step with the mentors: who is proposed, what stands in his way, and whom the company had before.
struct MentorsScreen: DraftScreen {
    static let template = "applying/mentors"

    let presenter: Presenter
    let draft: Draft
    /// The mentors the company had before, each with what he showed last time.
    let known: [KnownMentor]

    var step: BundleStep { .mentors }
    var title: Word { "papers.mentorsTitle" }

    var model: Model {
        let norms = presenter.reference.figures.mentorNorms(on: presenter.today)
        return [
            "steps": steps,
            "conditions": .word(
                "papers.mentorConditions",
                [
                    "age": String(norms.age), "lowest": String(norms.ageWithDerogation),
                    "years": String(norms.yearsOfPractice), "months": String(norms.extractMonths),
                ]
            ),
            "mentors": .list(draft.mentors.map { mentor($0, norms) }),
            "hasNone": .flag(draft.mentors.isEmpty),
            "known": .list(known.map { $0.model(in: draft.scope, presenter, norms) }),
            "add": Link(
                draft.mentors.isEmpty ? "papers.addMentor" : "papers.addAnother",
                url: Addresses.newMentorStep.url(draft.scope),
                emphasis: draft.mentors.isEmpty ? .primary : .secondary
            ).model,
            "action": .text(Addresses.mentorsStep.url(draft.scope)),
            "buttons": Buttons(
                .init("draft.next", emphasis: draft.mentors.isEmpty ? .secondary : .primary),
                links: [back, Link("draft.later", url: draft.home.url)].compactMap(\.self)
            ).model,
        ]
    }

    private func mentor(_ designation: DesignationRecord, _ norms: MentorNorms) -> Model {
        let objections = designation.candidate.objections(under: norms, designatedOn: presenter.today)
        let id = designation.id.rawValue
        return [
            "name": .text(designation.mentor.name),
            "badge":
                (objections.isEmpty
                ? Badge(.success, "papers.mentorReady") : Badge(.warning, "papers.mentorIncomplete")).model,
            "objections": .list(objections.map { ["text": .word(objectionWord($0))] }),
            "facts": presenter.facts(of: designation).model,
            "edit": Link("papers.editMentor", url: Addresses.mentorItem.url(draft.scope, id)).model,
            "remove": .text(Addresses.mentorRemoval.url(draft.scope, id)),
        ]
    }
}

/// A mentor whom the company proposed or had before.
struct KnownMentor: Sendable {
    let mentor: MentorRecord
    /// The last time he was proposed here; nothing for who came from an earlier register.
    let last: DesignationRecord?

    func model(in scope: FormScope, _ presenter: Presenter, _ norms: MentorNorms) -> Model {
        [
            "name": .text(mentor.name),
            "still": .list(stillValid(presenter, norms).map { ["text": .word($0)] }),
            "action": .text(Addresses.knownMentor.url(scope, mentor.id.rawValue)),
        ]
    }

    /// What need not be given again, and what has to be.
    private func stillValid(_ presenter: Presenter, _ norms: MentorNorms) -> [Word] {
        guard let last else { return ["papers.knownWithoutPapers"] }
        var words: [Word] = []
        if let years = last.yearsOfPractice { words.append(Word("papers.practice", count: years)) }
        if last.proof != nil { words.append("papers.knownProof") }
        words.append(extractWord(last, presenter, norms))
        return words
    }

    private func extractWord(_ last: DesignationRecord, _ presenter: Presenter, _ norms: MentorNorms) -> Word {
        guard last.extract != nil, let issuedOn = last.extractIssuedOn else { return "papers.knownNoExtract" }
        let goodUntil = issuedOn.adding(months: norms.extractMonths)
        return goodUntil < presenter.today
            ? Word("papers.knownExtractOld", ["issued": DutchFormat.day(issuedOn)])
            : Word("papers.knownExtract", ["until": DutchFormat.day(goodUntil)])
    }
}

extension Presenter {
    /// What an applicant gave of a mentor, with links to the papers.
    func facts(of designation: DesignationRecord) -> Facts {
        let id = designation.id.rawValue
        var facts: [Facts.Fact] = [
            .init("papers.bornOn", DutchFormat.day(designation.mentor.bornOn)),
            .init(
                "papers.practiceLabel",
                designation.yearsOfPractice.map { .word("papers.practice", count: $0) } ?? .word("facts.unknown")
            ),
            .init(
                "papers.extractLabel",
                extractText(designation),
                link: designation.extract.map { _ in Link("papers.look", url: Addresses.extract.url(id)) }
            ),
        ]
        if !designation.asks.isEmpty || designation.proof != nil {
            facts.append(
                .init(
                    "papers.proofLabel",
                    designation.proof == nil ? .word("papers.lacking") : .word("papers.added"),
                    link: designation.proof.map { _ in Link("papers.look", url: Addresses.proof.url(id)) }
                )
            )
        }
        for derogation in Derogation.allCases where designation.asks.contains(derogation) {
            facts.append(.init("papers.asks", .word(self.derogation(derogation))))
        }
        return Facts(facts)
    }

    private func extractText(_ designation: DesignationRecord) -> Model {
        guard let issuedOn = designation.extractIssuedOn, designation.extract != nil else {
            return .word("papers.lacking")
        }
        return .word("papers.issuedOn", ["day": DutchFormat.day(issuedOn)])
    }
}
