internal import TandemDomain
internal import TandemPlaces
internal import TandemRegister

/// What is asked of all companies, read: what was typed became codes, places and points.
struct CompanyQuestion: Sendable {
    /// Where distances are counted from.
    struct Center: Hashable, Sendable {
        let name: String
        let point: MapPoint
        /// Metres; nothing where all of the country is meant.
        let radius: Int?
    }

    /// An activity that was chosen: what was typed, and the codes that it stands for.
    struct ChosenActivity: Hashable, Sendable {
        let typed: String
        let codes: [NaceCode]
    }

    var filter = RegisterFilter()
    var order = RegisterOrder.name
    var number: EntityNumber?
    var training: Training?
    var isBroad = false
    var activities: [ChosenActivity] = []
    var municipalities: [Municipality] = []
    var center: Center?
    /// Whether only recognised places are asked, or only others; nothing asks neither.
    var isRecognised: Bool?
    /// Codes of the other edition that the same work may stand under.
    var hints: [NaceCode] = []
    var page = 1

    init() {}
}

/// What else could be meant by what was typed in a field.
struct Suggestion: Hashable, Encodable, Sendable {
    let value: String
    let label: String
}

/// The reading of a query: the question, or what is wrong with it, and what else could be meant.
struct QuestionReading: Sendable {
    var question = CompanyQuestion()
    var errors = FormErrors()
    var suggestions: [CompanyQuery.Field: [Suggestion]] = [:]
    /// What was typed and could not be read, where a field takes several things.
    var unread: [CompanyQuery.Field: String] = [:]

    mutating func refuse(_ field: CompanyQuery.Field, _ text: Word, _ suggestions: [Suggestion] = []) {
        errors.add(field.rawValue, text)
        if !suggestions.isEmpty { self.suggestions[field, default: []] += suggestions }
    }
}
