package import TandemDomain
internal import TandemStore

extension Counter {
    /// Ties a prospect to an application that its company submitted.
    ///
    /// - Throws: ``Refusal``.
    package func link(
        _ id: Identifier<Prospect>,
        to application: Identifier<RecognitionApplication>,
        since version: Int?,
        by actor: Actor
    ) async throws {
        try await act(by: actor) { desk in
            var prospect = try desk.ownProspect(id, since: version)
            guard let file = try desk.session.application(application), file.submittedOn != nil,
                let company = try desk.session.company(file.company), company.number == prospect.enterprise
            else { throw Refusal.notFound }
            try desk.close(&prospect, with: application)
        }
    }
}

extension Desk {
    /// Closes the prospect of the establishment whose application is submitted, whoever submits it.
    ///
    /// Where the establishment has none, it is those of the same company for the same training: the company may have
    /// been called at one place and apply for another.
    mutating func closeProspects(with file: ApplicationRecord) throws {
        guard let place = try file.establishment.flatMap({ try session.establishment($0) }),
            let company = try session.company(file.company)
        else { return }
        let here = try session.openProspect(at: place.number)
        let others = try session.openProspects(of: company.number).filter { $0.training == file.training }
        for var prospect in here.map({ [$0] }) ?? others { try close(&prospect, with: file.id) }
    }

    fileprivate mutating func close(
        _ prospect: inout ProspectRecord,
        with application: Identifier<RecognitionApplication>
    ) throws {
        try move(&prospect, .apply) {
            $0.application = application
            $0.nextOn = nil
            $0.nextStep = ""
        }
    }
}
