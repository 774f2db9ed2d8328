import Testing

@testable import TandemDomain

@Suite struct `The life of an application` {
    @Test func `goes only along these arrows (R22)`() {
        let arrows = ApplicationStatus.allCases.map { from in
            let moves = ApplicationMove.allCases.compactMap { Lifecycle.application.arrow(from: from, by: $0) }
            return "\(from) → " + moves.map { "\($0.act):\($0.to)" }.joined(separator: " ")
        }
        #expect(
            arrows == [
                "draft → submit:submitted cancel:cancelled",
                "submitted → cancel:cancelled takeUp:inProcess markIncomplete:incomplete lapse:approved",
                "incomplete → resubmit:submitted cancel:cancelled",
                "inProcess → cancel:cancelled markIncomplete:incomplete hold:onHold approve:approved reject:rejected lapse:approved",
                "onHold → cancel:cancelled resume:inProcess lapse:approved",
                "cancelled → ",
                "approved → ",
                "rejected → ",
            ]
        )
    }

    @Test func `gives each move one arrow from a status`() {
        for from in ApplicationStatus.allCases {
            for move in ApplicationMove.allCases {
                #expect(Lifecycle.application.arrows.filter { $0.from == from && $0.act == move }.count <= 1)
            }
        }
    }

    @Test func `lets each role make these moves from each status (R22, R23)`() {
        let table = Role.allCases.flatMap { role in
            ApplicationStatus.allCases.compactMap { status -> String? in
                let moves = Lifecycle.application.moves(from: status, as: role)
                return moves.isEmpty ? nil : "\(role) \(status): \(moves.map { "\($0)" }.joined(separator: " "))"
            }
        }
        let applicant = [
            "draft: submit cancel", "submitted: cancel", "incomplete: resubmit cancel", "inProcess: cancel",
            "onHold: cancel",
        ]
        let handler = [
            "submitted: takeUp markIncomplete", "inProcess: markIncomplete hold approve reject", "onHold: resume",
        ]
        let applicants = [
            "legalRepresentative", "companyEmployee", "providerCounsellor", "sectorConsultant", "workplaceCounsellor",
        ]
        let expected =
            applicants.flatMap { role in applicant.map { "\(role) \($0)" } }
            + ["handler", "department"].flatMap { role in handler.map { "\(role) \($0)" } }
            + ["submitted: lapse", "inProcess: lapse", "onHold: lapse"].map { "system \($0)" }
        #expect(table == expected)
    }

    @Test(arguments: ApplicationStatus.allCases, ApplicationMove.allCases)
    func `answers every status, move and role the same by arrow and by list`(
        _ status: ApplicationStatus,
        _ move: ApplicationMove
    ) {
        for role in Role.allCases {
            let byArrow = Lifecycle.application.arrow(from: status, by: move)?.roles.contains(role) ?? false
            #expect(byArrow == Lifecycle.application.moves(from: status, as: role).contains(move))
        }
    }

    @Test func `asks these conditions`() {
        let table = Lifecycle.application.arrows.compactMap { arrow in
            arrow.condition.map { "\(arrow.from) \(arrow.act): \($0)" }
        }
        #expect(
            table == [
                "draft submit: fileIsComplete",
                "submitted markIncomplete: reasonIsGiven",
                "submitted lapse: termIsOver",
                "incomplete resubmit: fileIsComplete",
                "inProcess markIncomplete: reasonIsGiven",
                "inProcess hold: reasonIsGiven",
                "inProcess approve: aMentorIsAccepted",
                "inProcess reject: mainReasonIsChosen",
                "inProcess lapse: termIsOver",
                "onHold lapse: termIsOver",
            ]
        )
    }

    @Test func `lets every role on an arrow have the permission of the move somewhere`() {
        for arrow in Lifecycle.application.arrows {
            for role in arrow.roles {
                #expect(
                    Relation.allCases.contains { isPermitted(arrow.act.permission, role: role, relation: $0) },
                    "\(role) \(arrow.act)"
                )
            }
        }
    }

    @Test func `has these properties in each status`() {
        let table = ApplicationStatus.allCases.map { status in
            let marks = [
                status.isOpen ? "open" : "", status.isEditable ? "editable" : "", status.isDecided ? "decided" : "",
                "\(status.nextMove)",
            ]
            return "\(status.rawValue): " + marks.filter { !$0.isEmpty }.joined(separator: " ")
        }
        #expect(
            table == [
                "draft: editable applicant",
                "submitted: open handler",
                "file_incomplete: open editable applicant",
                "in_process: open handler",
                "on_hold: open handler",
                "cancelled: nobody",
                "approved: decided nobody",
                "rejected: decided nobody",
            ]
        )
    }
}

@Suite struct `The life of a recognition` {
    @Test func `goes only along these arrows (R17–R22)`() {
        let table = RecognitionStatus.allCases.map { from in
            let arrows = RecognitionMove.allCases.compactMap { Lifecycle.recognition.arrow(from: from, by: $0) }
            return "\(from) → " + arrows.map { "\($0.act):\($0.to)" }.joined(separator: " ")
        }
        #expect(
            table == [
                "approved → withdraw:withdrawn withdrawWithoutMentor:withdrawn withdrawByExclusion:withdrawn "
                    + "discontinue:discontinued",
                "withdrawn → ",
                "discontinued → ",
            ]
        )
    }

    @Test func `lets only these roles move it`() {
        let table = Role.allCases.compactMap { role -> String? in
            let moves = Lifecycle.recognition.moves(from: .approved, as: role)
            return moves.isEmpty ? nil : "\(role): \(moves.map { "\($0)" }.joined(separator: " "))"
        }
        #expect(
            table == [
                "handler: withdraw withdrawByExclusion",
                "department: withdraw withdrawByExclusion",
                "system: withdrawWithoutMentor discontinue",
            ]
        )
    }

    @Test(arguments: RecognitionEnd.allCases)
    func `ends in a status that an arrow leads to`(_ end: RecognitionEnd) {
        #expect(Lifecycle.recognition.arrows.contains { $0.to == end.status })
        #expect((end == .register) == (end.status == .discontinued))
    }

    @Test func `asks these conditions`() {
        #expect(
            Lifecycle.recognition.arrows.map(\.condition) == [
                .guidanceWasRecordedOrUrgent, .noValidMentorIsLeft, .exclusionIsInForce, .registerReportsTheEnd,
            ]
        )
    }
}
