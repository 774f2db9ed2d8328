internal import ArgumentParser
internal import TandemCSV

/// The words of a closed list, for a help text.
func names<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) -> String
where Value.RawValue == String {
    Value.allCases.map(\.rawValue).joined(separator: ", ")
}

/// The case of a closed list; a wrong word is answered with the nearest right one.
///
/// - Throws: a usage error that names the list.
func closed<Value: RawRepresentable & CaseIterable>(_ text: String, _ type: Value.Type) throws -> Value
where Value.RawValue == String {
    if let value = Value(rawValue: text) { return value }
    let all = Value.allCases.map(\.rawValue)
    let hint = nearest(text, among: all).map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError("'\(text)' is none of \(all.joined(separator: ", ")).\(hint)")
}
