extension Addresses {
    /// The answer of a company to what the company register tells otherwise.
    package static let registerAnswer = Address1<Int64>("/ondernemingen", "/ondernemingsregister")
    /// The same by who handles a file of it.
    package static let registerAnswerOfFile = Address1<Int64>("/dossiers", "/ondernemingsregister")
}
