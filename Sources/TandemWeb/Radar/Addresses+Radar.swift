extension Addresses {
    /// Searching all companies, with the map.
    package static let radar = Address("/radar")
    /// One company or establishment of the company register, by its number.
    package static let radarCompany = Address1<String>("/radar/ondernemingen")
    package static let supplyAndDemand = Address("/radar/vraag-en-aanbod")
    package static let prospects = Address("/radar/prospectie")
}
