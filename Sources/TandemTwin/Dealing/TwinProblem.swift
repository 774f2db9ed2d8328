/// Why the published numbers could not be dealt out; it says which of them.
package enum TwinProblem: Error, Hashable, Sendable {
    /// The data lack a file.
    case dataMissing(String)
    /// A published table lacks a number that the twin needs.
    case cellMissing(table: String, row: String, column: String)
    /// More or fewer cards than places, or places for which no card is left.
    case doesNotFit(String, cards: Int, places: Int)
    /// The reference data hold no training of this system.
    case noTraining(system: String)
    /// The reference data hold no postal code of this province.
    case noPlace(province: String)
}
