package import TandemActions
package import TandemDomain

extension Refusal: Explainable {
    package var explanation: Explanation {
        switch self {
        case .notAllowed: Explanation(.notAllowed, "refusal.notAllowed")
        case .notFound: Explanation(.notFound, "refusal.notFound")
        case .changedMeanwhile(let name, _, let moment):
            Explanation(.conflict, whoWasFirst(name, moment))
        case .decidedByLaw(let day):
            Explanation(.conflict, Word("refusal.decidedByLaw", ["day": DutchFormat.day(day)]))
        case .notFrom, .recognitionNotFrom: Explanation(.conflict, "refusal.notFrom")
        case .lacks(let lacks): Explanation(.invalid, lacks.first.map { lackWord($0.lack) } ?? "refusal.notFrom")
        case .decision(let problems): Explanation(.invalid, problems.first.map(decisionWord) ?? "refusal.notFrom")
        case .acceptance(let problems):
            Explanation(.invalid, problems.first.map(acceptanceWord) ?? "refusal.notFrom", field: "judgement")
        case .sanction(let problems):
            Explanation(.invalid, problems.first.map(sanctionWord) ?? "refusal.notFrom", field: "motivation")
        case .reasonMissing: Explanation(.invalid, "refusal.reasonMissing", field: "reason")
        case .unknownCode(let code): Explanation(.invalid, Word("refusal.unknownCode", ["code": code]))
        case .numberInUse: Explanation(.invalid, "refusal.numberInUse", field: "number")
        case .mentorTwice: Explanation(.invalid, "refusal.mentorTwice", field: "number")
        case .mentorTooYoung(let minimum):
            Explanation(.invalid, Word("refusal.mentorTooYoung", ["minimum": String(minimum)]), field: "number")
        case .establishmentOfOther: Explanation(.invalid, "refusal.establishmentOfOther", field: "number")
        case .numberTaken: Explanation(.invalid, "refusal.numberTaken", field: "number")
        case .documentKind: Explanation(.invalid, "refusal.documentKind", field: "file")
        case .documentSize: Explanation(.invalid, "refusal.documentSize", field: "file")
        case .documentEmpty: Explanation(.invalid, "refusal.documentEmpty", field: "file")
        case .trainingMissing: Explanation(.invalid, "refusal.trainingMissing", field: "trainings")
        case .periodReversed: Explanation(.invalid, "refusal.periodReversed", field: "until")
        case .dayInFuture: Explanation(.invalid, "refusal.dayInFuture", field: "on")
        case .renewalTooEarly(let day):
            Explanation(.invalid, Word("refusal.renewalTooEarly", ["day": DutchFormat.day(day)]))
        case .excluded(let until): Explanation(.conflict, excludedWord(until))
        case .notOneEstablishment: Explanation(.invalid, "refusal.notOneEstablishment", field: "files")
        case .claimedBy(let name, _, let day): Explanation(.conflict, claimedWord(name, day))
        case .doNotCall(let day): Explanation(.conflict, Word("refusal.doNotCall", ["day": DutchFormat.day(day)]))
        case .prospectNotFrom: Explanation(.conflict, "refusal.prospectNotFrom")
        case .dayNotAhead: Explanation(.invalid, "refusal.dayNotAhead", field: "later")
        }
    }
}

private func whoWasFirst(_ name: String?, _ moment: Instant) -> Word {
    Word(
        name == nil ? "refusal.changedByLaw" : "refusal.changedMeanwhile",
        ["name": name ?? "", "moment": DutchFormat.instant(moment)]
    )
}

private func claimedWord(_ name: String?, _ day: Day) -> Word {
    name.map { Word("refusal.claimedBy", ["name": $0, "day": DutchFormat.day(day)]) }
        ?? Word("refusal.listedElsewhere", ["day": DutchFormat.day(day)])
}

private func excludedWord(_ until: Day?) -> Word {
    until.map { Word("lack.excludedUntil", ["day": DutchFormat.day($0)]) } ?? "lack.excludedForGood"
}

/// What lacks, in words that say what to do.
package func lackWord(_ lack: Lack) -> Word {
    switch lack {
    case .establishment: "lack.establishment"
    case .training: "lack.training"
    case .trainingNotOffered: "lack.trainingNotOffered"
    case .mentor: "lack.mentor"
    case .mentorObjection(_, let objection): objectionWord(objection)
    case .document: "lack.document"
    case .declaration: "lack.declaration"
    case .mandate: "lack.mandate"
    case .excluded(let until): excludedWord(until)
    case .alreadyThere: "lack.alreadyThere"
    case .renewalTooEarly(let day): Word("refusal.renewalTooEarly", ["day": DutchFormat.day(day)])
    }
}

/// What stands in the way of a mentor, in words that say what to do (R7–R9).
package func objectionWord(_ objection: MentorObjection) -> Word {
    switch objection {
    case .tooYoung(let age, let minimum):
        Word("objection.tooYoung", ["age": String(age), "minimum": String(minimum)])
    case .ageNeedsDerogation(let age, let norm):
        Word("objection.ageNeedsDerogation", ["age": String(age), "norm": String(norm)])
    case .practiceNeedsDerogation(let years, let norm):
        Word("objection.practiceNeedsDerogation", ["norm": String(norm)], count: years)
    case .yearsOfPracticeMissing: "objection.yearsOfPracticeMissing"
    case .priorEducationProofMissing: "objection.priorEducationProofMissing"
    case .extractMissing: "objection.extractMissing"
    case .extractTooOld(let issuedOn, let oldest):
        Word("objection.extractTooOld", ["issued": DutchFormat.day(issuedOn), "oldest": DutchFormat.day(oldest)])
    case .extractInFuture(let issuedOn): Word("objection.extractInFuture", ["issued": DutchFormat.day(issuedOn)])
    }
}

/// What keeps a handler from accepting a mentor (R7–R10).
package func acceptanceWord(_ problem: AcceptanceProblem) -> Word {
    switch problem {
    case .objection(let objection): objectionWord(objection)
    case .extractForbids(.unseen): "objection.extractNotLookedAt"
    case .extractForbids(.factsAgainstMinors): "objection.factsAgainstMinors"
    case .extractForbids(.unacceptableEntries), .extractForbids(.blank), .extractForbids(.acceptableEntries):
        "objection.unacceptableEntries"
    case .derogationNotGranted(.age): "objection.ageNotGranted"
    case .derogationNotGranted(.experience): "objection.experienceNotGranted"
    }
}

/// What keeps a decision from being taken (R14).
package func decisionWord(_ problem: DecisionProblem) -> Word {
    switch problem {
    case .noMentorAccepted: "decision.noMentorAccepted"
    case .mentorNotJudged: "decision.mentorNotJudged"
    case .motivationMissing: "decision.motivationMissing"
    case .mainReasonTwice: "decision.mainReasonTwice"
    }
}

/// What keeps a sanction from being imposed (R21).
package func sanctionWord(_ problem: SanctionProblem) -> Word {
    switch problem {
    case .guidanceMissing: "sanction.guidanceMissing"
    case .motivationMissing: "sanction.motivationMissing"
    }
}

extension FormErrors {
    /// All that a refusal says, each problem with the field it is about.
    package init(_ refusal: Refusal) {
        self.init()
        for (field, text) in problems(of: refusal) { add(field, text) }
    }
}

private func problems(of refusal: Refusal) -> [(field: String, text: Word)] {
    switch refusal {
    case .acceptance(let problems): problems.map { ("judgement", acceptanceWord($0)) }
    case .decision(let problems): problems.map { ("verdict", decisionWord($0)) }
    case .sanction(let problems): problems.map { ("motivation", sanctionWord($0)) }
    case .notAllowed, .notFound, .changedMeanwhile, .decidedByLaw, .notFrom, .recognitionNotFrom, .lacks,
        .reasonMissing, .unknownCode, .numberInUse, .mentorTwice, .mentorTooYoung, .establishmentOfOther,
        .numberTaken, .documentKind, .documentSize, .documentEmpty, .trainingMissing, .periodReversed,
        .dayInFuture, .renewalTooEarly, .excluded, .notOneEstablishment, .claimedBy, .doNotCall, .prospectNotFrom,
        .dayNotAhead:
        [(refusal.explanation.field ?? "", refusal.explanation.text)]
    }
}
