extension Addresses {
    package static let worklist = Address("/werkbak")
    /// The page of a file, for who handles, votes, advises or oversees.
    package static let dossier = Address1<Int64>("/dossiers")
    package static let takingUp = Address1<Int64>("/dossiers", "/behandeling")
    package static let incompleteness = Address1<Int64>("/dossiers", "/onvolledigheid")
    package static let holding = Address1<Int64>("/dossiers", "/wachtstand")
    package static let resumption = Address1<Int64>("/dossiers", "/hervatting")
    package static let assignment = Address1<Int64>("/dossiers", "/behandelaar")
    /// What is made of one mentor of a file: the file, and the designation.
    package static let judgement = Address2<Int64, Int64>("/dossiers", "/mentoren", "/beoordeling")
    package static let checks = Address1<Int64>("/dossiers", "/controles")
    package static let ballot = Address1<Int64>("/dossiers", "/stem")
    package static let advice = Address1<Int64>("/dossiers", "/advies")
    package static let decision = Address1<Int64>("/dossiers", "/beslissing")
}
