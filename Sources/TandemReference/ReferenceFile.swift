/// A file of the reference data: its name, its columns, and what makes a row unique.
package enum ReferenceFile: String, CaseIterable, Sendable {
    case figures
    case partnerships
    case partnershipPowers = "partnership-powers"
    case partnershipFigures = "partnership-figures"
    case jointCommittees = "joint-committees"
    case competences
    case legalFormCompetences = "legal-form-competences"
    case trainings
    case trainingActivities = "training-activities"
    case providers
    case requirements
    case rejectionReasons = "rejection-reasons"
    case sizeClasses = "size-classes"
    case holidays
    case postalPlaces = "postal-places"
    case labels
    case prospectWeights = "prospect-weights"

    package var name: String { rawValue + ".csv" }

    /// The columns of every file: the first and the last day on which the row holds, and where it is written.
    static let dated = ["valid_from", "valid_to", "source"]

    var columns: [String] { ownColumns + Self.dated }

    private var ownColumns: [String] {
        switch self {
        case .figures: ["figure", "value", "provisional", "note"]
        case .partnerships: ["code", "name_nl", "short_name", "kind"]
        case .partnershipPowers: ["partnership", "power"]
        case .partnershipFigures: ["partnership", "figure", "value", "provisional", "note"]
        case .jointCommittees: ["number", "name_nl", "licence"]
        case .competences: ["committee", "partnership", "reported_sector"]
        case .legalFormCompetences: ["legal_form", "partnership", "reported_sector"]
        case .trainings:
            [
                "code", "name_nl", "system", "level", "finality", "study_domain", "workplace_hours", "preparatory",
                "submitting_sector",
            ]
        case .trainingActivities: ["training", "breadth", "edition", "codes"]
        case .providers: ["code", "name", "kind", "postal_code", "municipality", "establishment"]
        case .requirements: ["code", "partnership", "criterion", "label_nl", "has_staff", "need"]
        case .rejectionReasons: ["code", "label_nl"]
        case .sizeClasses: ["code", "label_nl", "lower", "upper"]
        case .holidays: ["name_nl"]
        case .postalPlaces:
            ["postal_code", "name_nl", "municipality_nl", "province", "latitude", "longitude", "primary", "licence"]
        case .labels: ["list", "code", "label_nl", "parent"]
        case .prospectWeights: ["weight", "value", "provisional", "note"]
        }
    }

    /// The columns that tell one fact from another.
    var key: [String] {
        switch self {
        case .figures: ["figure"]
        case .partnerships, .trainings, .providers, .rejectionReasons, .sizeClasses: ["code"]
        case .trainingActivities: ["training", "breadth", "edition"]
        case .partnershipPowers: ["partnership", "power"]
        case .partnershipFigures: ["partnership", "figure"]
        case .jointCommittees: ["number"]
        case .competences: ["committee"]
        case .legalFormCompetences: ["legal_form"]
        case .requirements: ["code", "partnership", "has_staff"]
        case .holidays: ["valid_from"]
        case .postalPlaces: ["postal_code", "municipality_nl"]
        case .labels: ["list", "code"]
        case .prospectWeights: ["weight"]
        }
    }

    /// How rows with the same key may stand beside each other.
    var succession: Succession {
        switch self {
        case .figures, .partnershipFigures, .prospectWeights: .seamless
        case .partnershipPowers, .competences, .legalFormCompetences, .requirements, .trainingActivities:
            .withoutOverlap
        case .partnerships, .jointCommittees, .trainings, .providers, .rejectionReasons, .sizeClasses, .holidays,
            .postalPlaces, .labels:
            .once
        }
    }
}

/// How rows with the same key may stand beside each other.
enum Succession {
    /// A key occurs once.
    case once
    /// A later row may follow an earlier one, also after a pause.
    case withoutOverlap
    /// A later row follows the day after the earlier one ends, and the last has no end.
    case seamless
}
