/// Where an application for recognition (*erkenningsaanvraag*) stands.
///
/// Source: Vlaams Partnerschap Duaal Leren, Jaarrapport 2020-2021, glossary; `draft` is the working version of the counter.
package enum ApplicationStatus: String, CaseIterable, Sendable, Hashable {
    case draft
    case submitted
    case incomplete = "file_incomplete"
    case inProcess = "in_process"
    case onHold = "on_hold"
    case cancelled
    case approved
    case rejected

    /// Whether the file still waits for something: it was submitted and has no end yet.
    package var isOpen: Bool {
        switch self {
        case .submitted, .incomplete, .inProcess, .onHold: true
        case .draft, .cancelled, .approved, .rejected: false
        }
    }

    /// Whether the applicant may change what the file holds.
    package var isEditable: Bool {
        switch self {
        case .draft, .incomplete: true
        case .submitted, .inProcess, .onHold, .cancelled, .approved, .rejected: false
        }
    }

    /// Whether somebody decided.
    package var isDecided: Bool {
        switch self {
        case .approved, .rejected: true
        case .draft, .submitted, .incomplete, .inProcess, .onHold, .cancelled: false
        }
    }
}

/// A move of an application.
package enum ApplicationMove: String, CaseIterable, Sendable, Hashable {
    case submit, resubmit, cancel
    case takeUp = "take_up"
    case markIncomplete = "mark_incomplete"
    case hold, resume, approve, reject, lapse

    /// The permission this move asks for.
    package var permission: Act {
        switch self {
        case .submit, .resubmit: .submitApplication
        case .cancel: .cancelApplication
        case .takeUp: .takeUp
        case .markIncomplete: .markIncomplete
        case .hold: .hold
        case .resume: .resume
        case .approve: .approve
        case .reject: .reject
        case .lapse: .lapse
        }
    }
}

private let applicants: Set<Role> = [
    .legalRepresentative, .companyEmployee, .providerCounsellor, .sectorConsultant, .workplaceCounsellor,
]
private let handlers: Set<Role> = [.handler, .department]

extension Lifecycle where Status == ApplicationStatus, Move == ApplicationMove {
    /// The life of an application (R11–R14, R22, R23).
    package static let application = Lifecycle(arrows: [
        Arrow(.draft, .submit, .submitted, by: applicants, if: .fileIsComplete),
        Arrow(.draft, .cancel, .cancelled, by: applicants),
        Arrow(.submitted, .takeUp, .inProcess, by: handlers),
        Arrow(.submitted, .markIncomplete, .incomplete, by: handlers, if: .reasonIsGiven),
        Arrow(.submitted, .cancel, .cancelled, by: applicants),
        Arrow(.submitted, .lapse, .approved, by: [.system], if: .termIsOver),
        Arrow(.incomplete, .resubmit, .submitted, by: applicants, if: .fileIsComplete),
        Arrow(.incomplete, .cancel, .cancelled, by: applicants),
        Arrow(.inProcess, .markIncomplete, .incomplete, by: handlers, if: .reasonIsGiven),
        Arrow(.inProcess, .hold, .onHold, by: handlers, if: .reasonIsGiven),
        Arrow(.inProcess, .approve, .approved, by: handlers, if: .aMentorIsAccepted),
        Arrow(.inProcess, .reject, .rejected, by: handlers, if: .mainReasonIsChosen),
        Arrow(.inProcess, .cancel, .cancelled, by: applicants),
        Arrow(.inProcess, .lapse, .approved, by: [.system], if: .termIsOver),
        Arrow(.onHold, .resume, .inProcess, by: handlers),
        Arrow(.onHold, .cancel, .cancelled, by: applicants),
        // Only where the figures let the term run on while a file is on hold.
        Arrow(.onHold, .lapse, .approved, by: [.system], if: .termIsOver),
    ])
}

/// Who has to act on an application: worked out from its status, never stored beside it.
package enum NextMove: Hashable, Sendable {
    case applicant, handler, nobody
}

extension ApplicationStatus {
    /// Whose move it is.
    package var nextMove: NextMove {
        switch self {
        case .draft, .incomplete: .applicant
        case .submitted, .inProcess, .onHold: .handler
        case .cancelled, .approved, .rejected: .nobody
        }
    }
}
