package import TandemDomain

/// Where an application stands on a measurement date (*meetmoment*): the columns of the report's table 3.
package enum StatusOnDay: String, CaseIterable, Sendable {
    case approved, rejected, withdrawn, discontinued, expired
    case cancelled
    /// Submitted, and neither decided nor cancelled.
    case open
}

extension ApplicationFact {
    /// The status as it was on `day`; nothing where the application was not yet submitted (R15, R66).
    package func status(on day: Day) -> StatusOnDay? {
        guard let submittedOn, submittedOn <= day else { return nil }
        guard let decidedOn, let decision, decidedOn <= day else {
            return cancelledOn.map { $0 <= day } ?? false ? .cancelled : .open
        }
        switch decision {
        case .rejected: return .rejected
        case .approved: return recognitionStatus(on: day, decidedOn: decidedOn)
        }
    }

    private func recognitionStatus(on day: Day, decidedOn: Day) -> StatusOnDay {
        let validity = Validity(from: decidedOn, until: validUntil ?? day)
        switch (endKind ?? .approved).state(on: day, validity: validity, endedOn: endedOn) {
        case .approved: return .approved
        case .withdrawn: return .withdrawn
        case .discontinued: return .discontinued
        case .expired: return .expired
        }
    }
}
