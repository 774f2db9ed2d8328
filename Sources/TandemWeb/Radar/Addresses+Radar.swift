extension Addresses {
    /// Searching all companies, with the map.
    package static let radar = Address("/radar")
    /// One company or establishment of the company register, by its number.
    package static let radarCompany = Address1<String>("/radar/ondernemingen")
    /// What a search finds, for a spreadsheet.
    package static let radarExport = Address("/radar/ondernemingen.csv")
    /// What could be meant by what was typed so far, for scripts.
    package static let radarSuggestions = Address("/radar/suggesties.json")
    /// What a view of the map shows, for scripts.
    package static let radarMap = Address("/radar/kaart.json")
    /// The searches that a person keeps.
    package static let savedSearches = Address("/radar/bewaard")
    package static let savedSearch = Address1<Int64>("/radar/bewaard")
    package static let savedSearchSeen = Address1<Int64>("/radar/bewaard", "/gezien")
    package static let savedSearchName = Address1<Int64>("/radar/bewaard", "/naam")
    package static let savedSearchRemoval = Address1<Int64>("/radar/bewaard", "/verwijdering")
    package static let supplyAndDemand = Address("/radar/vraag-en-aanbod")
    package static let prospects = Address("/radar/prospectie")
}

extension Addresses {
    /// The recognised places behind a number of supply and demand.
    package static let supplyPlaces = Address("/radar/vraag-en-aanbod/plaatsen")
    /// The providers and their learners behind a number.
    package static let supplyProviders = Address("/radar/vraag-en-aanbod/aanbieders")
    package static let supplyWorkbook = Address("/radar/vraag-en-aanbod/bestand.xlsx")
    package static let supplyCSV = Address("/radar/vraag-en-aanbod/bestand.csv")
}
