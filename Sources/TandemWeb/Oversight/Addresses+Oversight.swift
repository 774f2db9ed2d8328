extension Addresses {
    /// A document of a file: the file, and the place of the document in it.
    package static let attachment = Address2<Int64, Int64>("/dossiers", "/documenten")
    /// The extract of the criminal record of a proposed mentor; each look at it is recorded (R75).
    package static let extract = Address1<Int64>("/mentoren", "/uittreksel")
    /// The proof of prior education of a proposed mentor.
    package static let proof = Address1<Int64>("/mentoren", "/vooropleiding")
    /// The signed declaration of honour of a file (R4).
    package static let declaration = Address1<Int64>("/dossiers", "/verklaring")
    package static let mandateDocument = Address1<Int64>("/machtigingen", "/document")
    package static let letter = Address1<Int64>("/brieven")
    package static let outbox = Address("/uitgaand")
    package static let tasks = Address("/taken")
    package static let task = Address1<Int64>("/taken")
    package static let events = Address1<Int64>("/dossiers", "/gebeurtenissen")
    package static let chain = Address("/keten")
    package static let counts = Address("/tellingen")
}
