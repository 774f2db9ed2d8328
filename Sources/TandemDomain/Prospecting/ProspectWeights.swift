/// What a fact of a candidate is worth: the names of the rows of the reference data.
package enum ProspectWeight: String, CaseIterable, Sendable, Hashable {
    case coreMain = "activity_core_main"
    case coreSecondary = "activity_core_secondary"
    case sectorMain = "activity_sector_main"
    case sectorSecondary = "activity_sector_secondary"
    /// For each digit beyond two of the code that the training names.
    case digit = "activity_digit"
    case newestEdition = "activity_edition_2025"
    /// What no distance at all is worth.
    case distanceMost = "distance_most"
    /// How many metres cost a point.
    case metresPerPoint = "distance_metres_per_point"
    case employer
    case sizeFrom1 = "size_from_1"
    case sizeFrom5 = "size_from_5"
    case sizeFrom10 = "size_from_10"
    case sizeFrom20 = "size_from_20"
    case sizeFrom50 = "size_from_50"
    case recognisedHere = "recognised_here"
    case recognisedInCompany = "recognised_in_company"
    case recognitionExpired = "recognition_expired"
    case recognitionWithdrawn = "recognition_withdrawn"
    case applicationRejected = "application_rejected"
    /// For each refusal.
    case refusal
    case refusalsCounted = "refusals_counted"
    /// For each recognised place there that has no learner.
    case idlePlace = "idle_place"
    case idlePlacesCounted = "idle_places_counted"
}

/// What the facts of a candidate are worth, day by day: a choice of who keeps the reference data, not a rule of law.
package struct ProspectWeights: Sendable {
    private let values: [ProspectWeight: Dated<Int>]

    package init(_ values: [ProspectWeight: Dated<Int>] = [:]) { self.values = values }

    /// The weights in force on `day`; what is not named weighs nothing.
    package subscript(day: Day) -> [ProspectWeight: Int] { values.mapValues { $0[day] } }

    /// What it is worth, with its source.
    package func dated(_ weight: ProspectWeight) -> Dated<Int>? { values[weight] }
}
