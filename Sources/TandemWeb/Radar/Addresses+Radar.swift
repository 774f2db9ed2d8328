extension Addresses {
    /// Searching all companies, with the map.
    package static let radar = Address("/radar")
    /// One company or establishment of the company register, by its number.
    package static let radarCompany = Address1<String>("/radar/ondernemingen")
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
