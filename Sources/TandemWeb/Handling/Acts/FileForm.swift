internal import TandemDomain

/// A form on the page of a file; several stand on one page, so each has fields of its own name.
enum FileForm: Hashable, Sendable {
    case takeUp, incomplete, hold, resume, assign, check, vote, advice
    case judgement(Identifier<Designation>)
}

extension FileForm {
    /// What it is called: on its button, and where it was overtaken.
    var title: Word {
        switch self {
        case .takeUp: "handlingActs.takeUp"
        case .incomplete: "handlingActs.incomplete"
        case .hold: "handlingActs.hold"
        case .resume: "handlingActs.resume"
        case .assign: "handlingActs.assign"
        case .check: "handlingActs.check"
        case .vote: "handlingActs.vote"
        case .advice: "handlingActs.advice"
        case .judgement: "handlingActs.judgement"
        }
    }

    /// The permission it asks for.
    var act: Act {
        switch self {
        case .takeUp, .assign: .takeUp
        case .incomplete: .markIncomplete
        case .hold: .hold
        case .resume: .resume
        case .check: .recordCheck
        case .vote: .vote
        case .advice: .advise
        case .judgement: .judgeMentor
        }
    }

    /// Where it is sent.
    func url(of file: Identifier<RecognitionApplication>) -> String {
        let id = file.rawValue
        return switch self {
        case .takeUp: Addresses.takingUp.url(id)
        case .incomplete: Addresses.incompleteness.url(id)
        case .hold: Addresses.holding.url(id)
        case .resume: Addresses.resumption.url(id)
        case .assign: Addresses.assignment.url(id)
        case .check: Addresses.checks.url(id)
        case .vote: Addresses.ballot.url(id)
        case .advice: Addresses.advice.url(id)
        case .judgement(let designation): Addresses.judgement.url(id, designation.rawValue)
        }
    }

    /// The part of the page that shows what came of it.
    var section: FileSection {
        switch self {
        case .takeUp, .incomplete, .hold, .resume, .assign: .term
        case .check: .checks
        case .vote: .votes
        case .advice: .advice
        case .judgement: .mentors
        }
    }

    /// What was done, told on the page that follows.
    var done: Word {
        switch self {
        case .takeUp: "handlingActs.takeUpDone"
        case .incomplete: "handlingActs.incompleteDone"
        case .hold: "handlingActs.holdDone"
        case .resume: "handlingActs.resumeDone"
        case .assign: "handlingActs.assignDone"
        case .check: "handlingActs.checkDone"
        case .vote: "handlingActs.voteDone"
        case .advice: "handlingActs.adviceDone"
        case .judgement: "handlingActs.judgementDone"
        }
    }

    /// The name that a field of this form has on the page; `text` is the one for free text.
    func field(_ part: Part) -> String {
        switch self {
        case .takeUp, .resume: part.rawValue
        case .incomplete: "incomplete-\(part.rawValue)"
        case .hold: "hold-\(part.rawValue)"
        case .assign: "assign-\(part.rawValue)"
        case .check: "check-\(part.rawValue)"
        case .vote: "vote-\(part.rawValue)"
        case .advice: "advice-\(part.rawValue)"
        case .judgement(let id): "judgement-\(id)-\(part.rawValue)"
        }
    }

    /// The fields that such forms have between them.
    enum Part: String {
        case text, choice, day, scope, extract, grants
    }

    /// The same errors at the fields of this form: a rule knows neither page nor form.
    func placed(_ errors: FormErrors) -> FormErrors {
        errors.entries.reduce(into: FormErrors()) { placed, entry in
            placed.add(fieldOnPage(of: entry.field), entry.text)
        }
    }

    private func fieldOnPage(of name: String) -> String {
        switch name {
        case "reason": field(.text)
        case "judgement": field(.choice)
        case "on": field(.day)
        case _: name
        }
    }
}

/// A form that came back: what was typed in it, and what is wrong.
struct TypedForm: Hashable, Sendable {
    let form: FileForm
    let data: FormData
    let errors: FormErrors
}
