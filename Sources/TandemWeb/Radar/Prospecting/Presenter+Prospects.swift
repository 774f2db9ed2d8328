internal import TandemDomain
internal import TandemStore

extension Presenter {
    func prospect(_ state: ProspectState) -> Badge {
        let tone: Tone =
            switch state {
            case .new, .later: .neutral
            case .toCall: .warning
            case .contacted: .info
            case .interested, .applied: .success
            case .notInterested: .danger
            }
        return Badge(tone, prospectWord(state))
    }

    func prospectWord(_ state: ProspectState) -> Word { Word("prospects.state.\(state.rawValue)") }

    func ground(_ ground: RefusalGround) -> Word { Word("prospects.ground.\(ground.rawValue)") }

    func contactKind(_ kind: ContactKind) -> Word { Word("prospects.contactKind.\(kind.rawValue)") }

    func contactPurpose(_ purpose: ContactPurpose) -> Word { Word("prospects.purpose.\(purpose.rawValue)") }

    /// What a prospect asks for today, where it asks for something.
    func due(_ prospect: ProspectRecord) -> Badge? {
        guard prospect.state.isOpen else { return nil }
        switch ProspectDue(prospect.dueOn, on: today) {
        case .overdue(let days): return Badge(.danger, Word("prospects.overdue", count: days))
        case .today: return Badge(.warning, "prospects.dueToday")
        case .ahead(let day): return Badge(.neutral, Word("prospects.dueOn", ["day": DutchFormat.short(day)]))
        case .unplanned: return nil
        }
    }

    /// Who works with a prospect, and since when: all that another organisation learns of it (R72).
    func holder(_ row: ProspectRow) -> Word {
        let organisation = organisation(row.prospect.organisation)
        guard let name = row.ownerName, let day = row.prospect.claimedOn else {
            return Word(
                "prospects.onListOf",
                ["organisation": organisation, "day": DutchFormat.short(row.prospect.madeOn)]
            )
        }
        return Word(
            "prospects.claimedBy",
            ["name": name, "organisation": organisation, "day": DutchFormat.short(day)]
        )
    }

    /// One reason of a score in words, with its points.
    func reason(_ reason: ScoreReason) -> Model {
        ["points": .text(DutchFormat.signed(reason.points)), "text": .word(reasonWord(reason.kind))]
    }

    private func reasonWord(_ kind: ScoreReason.Kind) -> Word {
        let key = "prospects.reason.\(kind.key)"
        switch kind {
        case .activity(let match):
            return Word(key, ["code": DutchFormat.activity(match.digits), "edition": String(match.edition)])
        case .depth(let digits): return Word(key, ["digits": String(digits)])
        case .distance(0): return "prospects.reason.samePlace"
        case .distance(let metres): return Word(key, ["distance": DutchFormat.kilometres(metres)])
        case .size(let employees): return Word(key, count: employees)
        case .refusals(let count), .idlePlaces(let count): return Word(key, count: count)
        case .newestEdition, .employer, .earlier: return Word(key)
        }
    }

    /// A line about somebody who asked not to be called.
    func doNotCall(_ record: DoNotCallRecord) -> Word {
        Word(
            "prospects.doNotCallSince",
            [
                "day": DutchFormat.short(record.since), "organisation": organisation(record.organisation),
                "reason": record.reason,
            ]
        )
    }
}
