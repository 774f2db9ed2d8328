/// A part of the page of a file, with the name it has in an address.
enum FileSection: String, CaseIterable, Sendable {
    case term = "termijn"
    case company = "onderneming"
    case applicant = "aanvrager"
    case mentors = "mentoren"
    case documents = "documenten"
    case checks = "controles"
    case votes = "stemmen"
    case advice = "advies"
    case earlier = "eerder"
    case letters = "brieven"
    case timeline = "tijdlijn"

    var title: Word {
        switch self {
        case .term: "handlingFile.term"
        case .company: "handlingFile.companyTitle"
        case .applicant: "handlingFile.applicantTitle"
        case .mentors: "handlingFile.mentors"
        case .documents: "handlingFile.documents"
        case .checks: "handlingFile.checks"
        case .votes: "handlingFile.votes"
        case .advice: "handlingFile.advice"
        case .earlier: "handlingFile.earlier"
        case .letters: "handlingFile.letters"
        case .timeline: "handlingFile.timeline"
        }
    }

    var model: Model { ["id": .text(rawValue), "label": .word(title)] }
}
