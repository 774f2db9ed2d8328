/// A language the counter speaks.
package enum Language: String, CaseIterable, Sendable {
    case dutch = "nl"
}
