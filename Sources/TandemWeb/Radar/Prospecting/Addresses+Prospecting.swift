extension Addresses {
    /// The establishments that might become a workplace, ranked; a `POST` puts them on a call list.
    package static let candidates = Address("/radar/prospectie/kandidaten")
    package static let prospectExport = Address("/radar/prospectie/bellijst.csv")
    /// One prospect.
    package static let prospect = Address1<Int64>("/radar/prospecten")
    package static let prospectContact = Address1<Int64>("/radar/prospecten", "/contact")
    package static let prospectPlan = Address1<Int64>("/radar/prospecten", "/volgende-stap")
    package static let prospectLater = Address1<Int64>("/radar/prospecten", "/later")
    package static let prospectRefusal = Address1<Int64>("/radar/prospecten", "/niet-geinteresseerd")
    package static let prospectAssignment = Address1<Int64>("/radar/prospecten", "/toewijzing")
    package static let prospectClaim = Address1<Int64>("/radar/prospecten", "/opname")
    package static let prospectRelease = Address1<Int64>("/radar/prospecten", "/vrijgave")
    package static let prospectReopening = Address1<Int64>("/radar/prospecten", "/heropening")
    package static let prospectLink = Address1<Int64>("/radar/prospecten", "/aanvraag")
    package static let doNotCall = Address1<Int64>("/radar/prospecten", "/niet-bellen")
    package static let liftDoNotCall = Address2<Int64, Int64>("/radar/prospecten", "/niet-bellen")
}
