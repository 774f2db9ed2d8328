package import TandemDomain
package import TandemStore

extension Counter {
    /// Begins a draft for a company: the guided form starts here.
    ///
    /// - Returns: the identity of the bundle.
    /// - Throws: ``Refusal``.
    package func startBundle(for company: Identifier<Company>, by actor: Actor) async throws -> Int64 {
        try await act(by: actor) { desk in try desk.startBundle(for: company) }
    }

    /// Chooses the establishment of a draft; its files follow.
    ///
    /// - Throws: ``Refusal``.
    package func chooseEstablishment(
        _ establishment: Identifier<Establishment>,
        forBundle id: Int64,
        by actor: Actor
    ) async throws {
        try await act(by: actor) { desk in
            var bundle = try desk.editableBundle(id)
            guard let place = try desk.session.establishment(establishment), place.company == bundle.company else {
                throw Refusal.notFound
            }
            bundle.establishment = establishment
            bundle.step = .trainings
            try desk.save(&bundle, act: "establishment_chosen")
            for var file in try desk.session.applications(ofBundle: id) where file.status == .draft {
                file.establishment = establishment
                try desk.save(&file, act: "edited")
            }
        }
    }

    /// Chooses the trainings of a draft: a file for each, the rest are called off.
    ///
    /// - Throws: ``Refusal``.
    package func chooseTrainings(_ codes: [TrainingCode], forBundle id: Int64, by actor: Actor) async throws {
        try await act(by: actor) { desk in
            var bundle = try desk.editableBundle(id)
            if codes.isEmpty { throw Refusal.trainingMissing }
            let drafts = try desk.session.applications(ofBundle: id).filter { $0.status == .draft }
            for var file in drafts where !codes.contains(file.training) {
                try desk.cancel(&file)
            }
            let kept = drafts.filter { codes.contains($0.training) }
            for code in codes where !kept.contains(where: { $0.training == code }) {
                let file = try desk.addDraft(code, in: bundle)
                // Who changes his mind about the only training keeps the papers and mentors he gave for it.
                if let example = kept.first ?? drafts.first { try desk.copyPapers(from: example.id, to: file) }
            }
            bundle.step = .documents
            try desk.save(&bundle, act: "trainings_chosen")
        }
    }

    /// Remembers how far the guided form came, so that it opens there again.
    ///
    /// - Throws: ``Refusal``.
    package func reachStep(_ step: BundleStep, ofBundle id: Int64, by actor: Actor) async throws {
        try await act(by: actor) { desk in
            var bundle = try desk.editableBundle(id)
            guard bundle.step != step else { return }
            bundle.step = step
            try desk.save(&bundle, act: "step_reached")
        }
    }

    /// Throws a draft away; its files are called off and never counted.
    ///
    /// - Throws: ``Refusal``.
    package func discardBundle(_ id: Int64, by actor: Actor) async throws {
        try await act(by: actor) { desk in
            let bundle = try desk.editableBundle(id)
            try desk.require(.cancelApplication, desk.subject(of: bundle.company))
            for var file in try desk.session.applications(ofBundle: id) where file.status == .draft {
                try desk.cancel(&file)
            }
            try desk.closeBundle(bundle, act: "discarded")
        }
    }
}

extension Desk {
    mutating func cancel(_ file: inout ApplicationRecord) throws {
        let day = today
        try move(&file, .cancel) { $0.cancelledOn = day }
    }

    mutating func startBundle(for company: Identifier<Company>) throws -> Int64 {
        try require(.startApplication, subject(of: company))
        guard let kind = actor.role.applicantKind else { throw Refusal.notAllowed }
        let id = try session.addBundle(of: company, by: actor, kind: kind, on: today)
        try record(.bundle, id, act: "started")
        return id
    }

    /// The bundle, if it is a draft that this person may edit.
    func editableBundle(_ id: Int64) throws -> BundleRecord {
        guard let bundle = try session.bundle(id) else { throw Refusal.notFound }
        try require(.editApplication, subject(of: bundle.company))
        guard bundle.submittedOn == nil else { throw Refusal.notFrom(.submitted) }
        return bundle
    }

    mutating func save(_ bundle: inout BundleRecord, act: String) throws {
        guard try session.change(bundle) else { throw try changedMeanwhile(.bundle, bundle.id) }
        bundle.version += 1
        try record(.bundle, bundle.id, version: bundle.version, act: act)
    }

    /// Takes the bundle out of the list of drafts.
    mutating func closeBundle(_ bundle: BundleRecord, act: String) throws {
        var bundle = bundle
        guard bundle.establishment != nil else { return try removeBundle(bundle.id, version: bundle.version) }
        bundle.submittedOn = today
        try save(&bundle, act: act)
    }

    private mutating func removeBundle(_ id: Int64, version: Int) throws {
        try session.removeBundle(id)
        try record(.bundle, id, version: version + 1, act: "discarded")
    }

    /// A draft file for one training, routed as if it were submitted today; submission routes it again (R2).
    mutating func addDraft(
        _ code: TrainingCode,
        in bundle: BundleRecord,
        renews: Identifier<Recognition>? = nil
    ) throws -> Identifier<RecognitionApplication> {
        guard let training = reference.training(code) else { throw Refusal.unknownCode(code.rawValue) }
        guard let company = try session.company(bundle.company) else { throw Refusal.notFound }
        let partnership = competentPartnership(for: company.details)
        var file = ApplicationRecord(
            company: bundle.company,
            training: code,
            system: training.system,
            partnership: partnership,
            applicantKind: bundle.applicantKind,
            organisation: bundle.organisation
        )
        file.bundle = bundle.id
        file.establishment = bundle.establishment
        file.account = bundle.account
        file.advising = advisingSector(of: training, besides: partnership)
        file.renews = renews
        let id = try session.add(file)
        try record(.application, id.rawValue, act: "drafted")
        return id
    }

    func competentPartnership(for company: CompanyDetails) -> PartnershipCode {
        reference.competentPartnership(for: company.jointCommittee, legalForm: company.legalForm, on: today)
    }

    /// The sector whose training it is, where it is another than the one that decides and exists today.
    func advisingSector(of training: Training, besides competent: PartnershipCode) -> PartnershipCode? {
        guard let sector = training.submittingSector, sector != competent, sector != .flemish,
            let partnership = reference.partnership(sector), partnership.period.contains(today)
        else { return nil }
        return sector
    }

    /// Gives a new file of a bundle the papers and mentors that another one has.
    mutating func copyPapers(
        from example: Identifier<RecognitionApplication>,
        to id: Identifier<RecognitionApplication>
    ) throws {
        for attachment in try session.attachments(of: example) {
            let copy = try session.addAttachment(
                to: id,
                attachment.requirement,
                document: attachment.document,
                fileName: attachment.fileName,
                on: attachment.addedOn
            )
            try record(.attachment, copy, act: "added")
        }
        for designation in try session.designations(of: example) {
            let details = DesignationDetails(
                yearsOfPractice: designation.yearsOfPractice,
                asks: designation.asks,
                proof: designation.proof,
                extract: designation.extract,
                extractIssuedOn: designation.extractIssuedOn
            )
            let copy = try session.addDesignation(of: designation.mentor.id, in: id, details)
            try record(.designation, copy.rawValue, act: "proposed")
        }
    }
}
