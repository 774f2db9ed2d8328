package import TandemDomain
package import TandemStore

/// Says what codes, statuses and days mean to a reader, as of a day.
package struct Presenter: Sendable {
    package let reference: Reference
    package let today: Day

    package init(reference: Reference, today: Day) {
        self.reference = reference
        self.today = today
    }

    /// The name of a training with its system: "Bakkerij (leertijd)" where it is not dual.
    package func training(_ code: TrainingCode) -> String {
        guard let training = reference.training(code) else { return code.rawValue }
        switch training.system {
        case .dualLearning: return training.name
        case .partTimeEducation, .apprenticeship, .adultEducation:
            let system = reference.label(.system, training.system.rawValue) ?? training.system.rawValue
            return "\(training.name) (\(system))"
        }
    }

    package func partnership(_ code: PartnershipCode) -> String { reference.partnership(code)?.name ?? code.rawValue }

    package func shortPartnership(_ code: PartnershipCode) -> String {
        reference.partnership(code)?.shortName ?? code.rawValue
    }

    package func role(_ role: Role) -> String { reference.label(.role, role.rawValue) ?? role.rawValue }

    package func applicant(_ kind: ApplicantKind) -> String {
        reference.label(.submitter, kind.rawValue) ?? kind.rawValue
    }

    package func check(_ kind: CheckKind) -> String { reference.label(.checkKind, kind.rawValue) ?? kind.rawValue }

    package func reason(_ code: ReasonCode) -> String { reference.rejectionReason(code)?.label ?? code.rawValue }

    package func requirement(_ code: RequirementCode) -> String {
        reference.requirements.first { $0.code == code }?.label ?? code.rawValue
    }

    /// `9300 Aalst`.
    package func place(_ code: PostalCode) -> String {
        "\(code.digits) \(reference.postalPlace(code)?.name ?? "")"
    }

    package func address(_ street: String, _ code: PostalCode) -> String { "\(street), \(place(code))" }

    /// The name of an organisation that the reference data knows; companies are named by the register.
    package func organisation(_ organisation: Organisation) -> String {
        switch organisation {
        case .company(let id): "\(id)"
        case .provider(let code): reference.provider(code)?.name ?? code.rawValue
        case .partnership(let code): partnership(code)
        case .service(let name): name
        }
    }

    /// `1.234`, the number of a file as people say it.
    package func fileNumber(_ id: Identifier<RecognitionApplication>) -> String { DutchFormat.number(id.rawValue) }
}

extension Presenter {
    package func status(_ status: ApplicationStatus) -> Badge {
        let tone: Tone =
            switch status {
            case .draft, .cancelled: .neutral
            case .submitted, .inProcess: .info
            case .incomplete, .onHold: .warning
            case .approved: .success
            case .rejected: .danger
            }
        return Badge(tone, .verbatim(reference.label(.applicationStatus, status.rawValue) ?? status.rawValue))
    }

    package func state(_ state: RecognitionState) -> Badge {
        let tone: Tone =
            switch state {
            case .approved: .success
            case .withdrawn, .discontinued: .danger
            case .expired: .neutral
            }
        return Badge(tone, .verbatim(reference.label(.recognitionStatus, state.rawValue) ?? state.rawValue))
    }

    /// How many days are left to decide, as text and colour; nothing where no day is due.
    package func daysLeft(_ file: ApplicationRecord) -> Badge? {
        guard let dueOn = file.dueOn, file.status.isOpen else { return nil }
        let left = dueOn.days(since: today)
        if left < 0 { return Badge(.danger, "clock.overdue") }
        if left == 0 { return Badge(.danger, "clock.lastDay") }
        let warning = reference.figures.decision.warningDays[today]
        return Badge(left <= warning ? .warning : .neutral, Word("clock.daysLeft", count: left))
    }

    package func judgement(_ judgement: MentorJudgement) -> Badge {
        switch judgement {
        case .pending: Badge(.info, "mentor.pending")
        case .accepted: Badge(.success, "mentor.accepted")
        case .refused: Badge(.danger, "mentor.refused")
        }
    }

    package func extract(_ verdict: ExtractVerdict) -> Word {
        switch verdict {
        case .unseen: "mentor.extractUnseen"
        case .blank: "mentor.extractBlank"
        case .acceptableEntries: "mentor.extractAcceptable"
        case .unacceptableEntries: "mentor.extractUnacceptable"
        case .factsAgainstMinors: "mentor.extractFactsAgainstMinors"
        }
    }

    package func derogation(_ derogation: Derogation) -> Word {
        switch derogation {
        case .age: "mentor.derogationAge"
        case .experience: "mentor.derogationExperience"
        }
    }

    package func vote(_ vote: Vote) -> Badge {
        switch vote {
        case .favourable: Badge(.success, "vote.favourable")
        case .against: Badge(.danger, "vote.against")
        case .abstention: Badge(.neutral, "vote.abstention")
        }
    }

    package func advice(_ verdict: AdviceVerdict?) -> Badge {
        switch verdict {
        case .favourable: Badge(.success, "vote.favourable")
        case .reserved: Badge(.warning, "vote.reserved")
        case .unfavourable: Badge(.danger, "vote.unfavourable")
        case nil: Badge(.info, "vote.adviceAwaited")
        }
    }

    package func renewal(_ state: RenewalState) -> Badge {
        switch state {
        case .toContact: Badge(.warning, "renewal.toContact")
        case .contacted: Badge(.info, "renewal.contacted")
        case .renews: Badge(.success, "renewal.renews")
        case .refuses: Badge(.danger, "renewal.refuses")
        case .stopped: Badge(.neutral, "renewal.stopped")
        }
    }
}
