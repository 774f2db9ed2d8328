internal import TandemDomain
internal import TandemStore

extension FileScreen {
    /// Who asks what for which place.
    var factsModel: [String: Model] {
        [
            "company": companyFacts.model,
            "establishment": establishmentFacts.model,
            "training": trainingFacts.model,
            "applicant": applicantFacts.model,
            "exclusion": exclusion,
        ]
    }

    private var companyFacts: Facts {
        let details = dossier.company.details
        let committee = details.jointCommittee.map { number in
            presenter.reference.committee(number).map { "\(number.rawValue) \($0.name)" } ?? number.rawValue
        }
        return Facts([
            .init("handlingFile.companyName", details.name),
            .init("handlingFile.companyNumber", dossier.company.number.formatted),
            .init("handlingFile.address", presenter.address(details.street, details.postalCode)),
            .init("handlingFile.committee", committee),
            .init("handlingFile.legalForm", details.legalForm),
            .init("handlingFile.employees", details.employees.map { DutchFormat.number($0) }),
            .init("handlingFile.contact", contact),
        ])
    }

    private var contact: String? {
        let details = dossier.company.details
        let known = [details.email, details.telephone].compactMap(\.self)
        return known.isEmpty ? nil : known.joined(separator: " · ")
    }

    private var establishmentFacts: Facts {
        guard let place = dossier.establishment else { return Facts([.init("handlingFile.establishmentName", nil)]) }
        let query = [("vestiging", "\(place.id)"), ("partnerschap", "alle")]
        let others = Link("handlingFile.filesHere", url: Addresses.worklist.url(query: query))
        let isOpen = dossier.otherFiles.contains(where: \.status.isOpen)
        return Facts([
            .init("handlingFile.establishmentName", place.name, link: isOpen ? others : nil),
            .init("handlingFile.establishmentNumber", place.number.formatted),
            .init("handlingFile.address", presenter.address(place.street, place.postalCode)),
        ])
    }

    private var trainingFacts: Facts {
        let training = presenter.reference.training(file.training)
        let level = training.flatMap { presenter.reference.label(.trainingLevel, $0.level.rawValue) }
        var facts: [Facts.Fact] = [
            .init("handlingFile.training", presenter.training(file.training)),
            .init("handlingFile.level", level),
            .init("handlingFile.competent", presenter.partnership(file.partnership)),
        ]
        if let advising = file.advising {
            facts.append(.init("handlingFile.advising", presenter.partnership(advising)))
        }
        if let renewed = file.renews {
            let link = Link("handlingFile.toRecognition", url: Addresses.recognition.url(renewed.rawValue))
            facts.append(.init("handlingFile.renews", .word("handlingFile.renewsText"), link: link))
        }
        return Facts(facts)
    }

    private var applicantFacts: Facts {
        var facts: [Facts.Fact] = [
            .init("handlingFile.submittedOn", file.submittedOn.map(DutchFormat.day)),
            .init("handlingFile.applicantKind", presenter.applicant(file.applicantKind)),
        ]
        if let name = dossier.name(of: file.account) { facts.append(.init("handlingFile.applicantName", name)) }
        if file.applicantKind != .company {
            facts.append(.init("handlingFile.organisation", presenter.organisation(file.organisation)))
            facts.append(.init("handlingFile.mandate", mandateBadge))
        }
        return Facts(facts + [declaration])
    }

    /// Whether the mandate under which a third party applied held on the day of submission, and whether it still does.
    private var mandateBadge: Badge {
        let held = dossier.mandates.map(\.mandate).filter { $0.holder == file.organisation }
        if held.contains(where: { $0.isValid(on: presenter.today) }) {
            return Badge(.success, "handlingFile.mandateValid")
        }
        let submitted = file.submittedOn ?? presenter.today
        return held.contains { $0.isValid(on: submitted) }
            ? Badge(.warning, "handlingFile.mandateEnded") : Badge(.danger, "handlingFile.mandateMissing")
    }

    private var declaration: Facts.Fact {
        if file.declaration != nil {
            let link = Link("handlingFile.openDeclaration", url: Addresses.declaration.url(file.id.rawValue))
            return .init("handlingFile.declaration", .word("handlingFile.declarationSigned"), link: link)
        }
        guard let day = file.declaredOn else {
            return .init("handlingFile.declaration", Badge(.danger, "handlingFile.declarationMissing"))
        }
        return .init(
            "handlingFile.declaration",
            .word(Word("handlingFile.declaredOn", ["day": DutchFormat.day(day)]))
        )
    }

    /// A company or establishment that is excluded today can have no approval (R20).
    private var exclusion: Model {
        let found = dossier.exclusions.map(\.exclusion).first {
            $0.blocks(company: file.company, establishment: file.establishment, on: presenter.today)
        }
        guard let found, file.status.isOpen else { return .nothing }
        let until = found.period.until.map { Word("lack.excludedUntil", ["day": DutchFormat.day($0)]) }
        return Notice(.danger, title: "handlingFile.excludedTitle", body: until ?? "lack.excludedForGood").model
    }
}
