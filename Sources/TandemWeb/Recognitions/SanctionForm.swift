internal import TandemDomain

/// The part of a form that says why a sanction is imposed: after guidance, or for an urgent reason (R21).
enum SanctionGround: String, CaseIterable, Sendable {
    case guidance, urgent
}

extension Form {
    func ground() -> Model {
        radios(
            "ground",
            "sanctions.ground",
            choices: [
                Choice(SanctionGround.guidance.rawValue, "sanctions.guidance", hint: "sanctions.guidanceHint"),
                Choice(SanctionGround.urgent.rawValue, "sanctions.urgent", hint: "sanctions.urgentHint"),
            ]
        )
    }

    func motivation() -> Model {
        textarea("motivation", "sanctions.motivation", hint: "sanctions.motivationHint", rows: 8, longest: 5000)
    }
}

extension FormReader {
    mutating func withdrawalGround() -> WithdrawalGround? {
        let ground = choice("ground", of: SanctionGround.self, orElse: "sanctions.groundMissing")
        let motivation = text("motivation", orElse: "sanction.motivationMissing")
        guard let ground, let motivation else { return nil }
        return switch ground {
        case .guidance: .guidanceFailed(motivation: motivation)
        case .urgent: .urgent(motivation: motivation)
        }
    }
}

/// What of an exclusion (*uitsluiting*) was filled in: how far it reaches, until when, and why (R20).
struct ExclusionInput {
    enum Scope: String, CaseIterable, Sendable {
        case establishment, company
    }

    enum Length: String, CaseIterable, Sendable {
        case temporary, definitive
    }

    let scope: Scope
    let until: Day?
    let ground: WithdrawalGround

    /// - Throws: ``FormErrors`` with everything that is wrong.
    init(_ data: FormData, today: Day, guidanceOn days: [Day]) throws(FormErrors) {
        var reader = FormReader(data)
        let scope = reader.choice("scope", of: Scope.self, orElse: "sanctions.scopeMissing")
        let length = reader.choice("length", of: Length.self, orElse: "sanctions.lengthMissing")
        let until = length == .temporary ? reader.day("until", orElse: "sanctions.untilMissing") : nil
        if let until, until < today { reader.refuse("until", "sanctions.untilPast") }
        let ground = reader.withdrawalGround()
        for problem in ground?.problems(guidanceOn: days, on: today) ?? [] {
            reader.refuse("ground", sanctionWord(problem))
        }
        let known = try reader.all(scope, ground)
        (self.scope, self.ground) = (known.0, known.1)
        self.until = until
    }
}
