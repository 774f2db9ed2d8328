package import TandemDomain
internal import TandemStore

extension Counter {
    /// Notes where the follow-up of a recognition that ends soon stands; that somebody was contacted is a contact too.
    ///
    /// - Throws: ``Refusal``.
    package func followRenewal(
        _ id: Identifier<Recognition>,
        _ state: RenewalState,
        note: String,
        through kind: ContactKind = .telephone,
        since version: Int?,
        by actor: Actor
    ) async throws {
        try await act(by: actor) { desk in
            var recognition = try desk.recognition(id, since: version)
            try desk.require(.followRenewal, desk.subject(of: recognition))
            recognition.renewalState = state
            recognition.renewalOn = desk.today
            try desk.save(&recognition, act: "renewal_\(state.rawValue)", note: note.isEmpty ? nil : note)
            if state == .contacted { try desk.recordContact(about: recognition, kind, note: note) }
        }
    }

    /// Begins the renewal of a recognition: a draft with its training, establishment and mentors (R16).
    ///
    /// - Returns: the identity of the bundle.
    /// - Throws: ``Refusal/renewalTooEarly(from:)``, or another ``Refusal``.
    package func startRenewal(of id: Identifier<Recognition>, by actor: Actor) async throws -> Int64 {
        try await act(by: actor) { desk in
            let recognition = try desk.recognition(id, since: nil)
            try desk.require(.startApplication, desk.subject(of: recognition))
            // What was withdrawn or discontinued is asked anew, not renewed.
            guard recognition.status == .approved else {
                throw Refusal.recognitionNotFrom(recognition.state(on: desk.today))
            }
            let from = desk.renewalPossibleFrom(recognition)
            if desk.today < from { throw Refusal.renewalTooEarly(from: from) }
            let bundleID = try desk.startBundle(for: recognition.company)
            guard var bundle = try desk.session.bundle(bundleID) else { throw Refusal.notFound }
            bundle.establishment = recognition.establishment
            bundle.step = .documents
            try desk.save(&bundle, act: "establishment_chosen")
            let file = try desk.addDraft(recognition.training, in: bundle, renews: id)
            for mentor in try desk.session.mentors(of: id) where mentor.until == nil {
                let details = try desk.papersStillValid(of: mentor.mentor.id, at: recognition.company)
                let record = try desk.file(file, since: nil)
                try desk.add(mentor.mentor.id, details, to: [record])
            }
            return bundleID
        }
    }
}
