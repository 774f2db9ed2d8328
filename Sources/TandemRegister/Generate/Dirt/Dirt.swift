/// How clean a synthetic register is.
package enum Dirt: String, CaseIterable, Sendable {
    /// Nothing that a reader has to repair.
    case none
    /// What the real register is known to hold, as often as there.
    case real
    /// Faults that the real register never had; each is listed with file and line.
    case hostile
}

/// What is untidy about a row; `expected.json` counts rows by it.
enum DirtKind: String, CaseIterable, Sendable {
    case repeatedRow, mostActivities
    case junkPostcode, emptyText, formerMunicipality, noHouseNumber, oddHouseNumber, oddBox
    case looseTelephone, capitalEmail, webWithScheme, undocumentedFax
    case quotedName, nameWithSeparators, lowerCaseName, nameWithLineBreak, nameWithSpaces

    /// Its place in a list of counts.
    var column: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// How often the real register is untidy, by what importers of it reported.
enum DirtRates {
    static let repeatedRow = 0.000_2
    /// Of the foreign postal codes that follow no country's pattern.
    static let junkPostcode = 0.45
    static let emptyText = 0.3
    static let formerMunicipality = 0.17
    static let noHouseNumber = 0.045
    static let oddHouseNumber = 0.06
    static let oddBox = 0.25
    static let looseTelephone = 0.6
    static let capitalEmail = 0.15
    static let webWithScheme = 0.3
    static let undocumentedFax = 0.002
    static let quotedName = 0.003
    static let nameWithSeparators = 0.004
    static let lowerCaseName = 0.005
    static let nameWithLineBreak = 0.000_05
    static let nameWithSpaces = 0.001
}
