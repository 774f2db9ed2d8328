internal import TandemActions
internal import TandemDomain
internal import TandemStore

/// What one person may do with a file now: the buttons of its page, and nothing else.
struct FileRights: Hashable, Sendable {
    /// The moves that lifecycle, role and mandate all allow; none once the law has had its say.
    let moves: [ApplicationMove]
    let mayAssign: Bool
    let mayJudge: Bool
    let mayRecordCheck: Bool
    let mayVote: Bool
    let mayAdvise: Bool
    let seesNumbers: Bool
    let seesExtracts: Bool
    let seesEvents: Bool

    init(_ dossier: Dossier, actor: Actor, reading: ClockReading, on day: Day) {
        let file = dossier.file
        let subject = dossier.subject
        func may(_ act: Act) -> Bool { actor.may(act, to: subject, on: day) }
        // An exclusion keeps the law from approving (R20), so that the handler still has to decide.
        let isOver = reading.isOver && !dossier.isExcluded(on: file.dueOn ?? day)
        moves =
            isOver
            ? [] : Lifecycle.application.moves(from: file.status, as: actor.role).filter { may($0.permission) }
        mayAssign = !isOver && file.status.isOpen && may(.takeUp)
        mayJudge = !isOver && file.status == .inProcess && may(.judgeMentor)
        mayRecordCheck = file.establishment != nil && may(.recordCheck)
        mayVote = !isOver && [.submitted, .inProcess].contains(file.status) && may(.vote)
        mayAdvise =
            !isOver && file.status.isOpen && may(.advise)
            && dossier.advices.contains { $0.partnership == actor.partnership }
        seesNumbers = may(.judgeMentor)
        seesExtracts = may(.readExtract)
        seesEvents = [.department, .auditor].contains(actor.role) && may(.readEvents)
    }

    var mayDecide: Bool { moves.contains(.approve) || moves.contains(.reject) }
}

extension ClockReading {
    /// Whether the term is over and the law decides.
    var isOver: Bool {
        switch state {
        case .lapsed: true
        case .notStarted, .running, .paused, .stopped, .ended: false
        }
    }
}
