package import Hummingbird
internal import HTTPTypes

extension Explanation.Kind {
    /// The one place where a refusal becomes a status of HTTP.
    package var status: HTTPResponse.Status {
        switch self {
        case .invalid: .unprocessableContent
        case .notSignedIn: .unauthorized
        case .notAllowed: .forbidden
        case .notFound: .notFound
        case .conflict: .conflict
        case .tooLarge: .contentTooLarge
        case .tooMany: .tooManyRequests
        case .methodNotAllowed: .methodNotAllowed
        case .unavailable: .serviceUnavailable
        }
    }

    /// The refusal that a status of the framework stands for; nothing for a fault of ours.
    init?(status: HTTPResponse.Status) {
        guard (400..<500).contains(status.code) else { return nil }
        self = Self.allCases.first { $0.status == status } ?? .invalid
    }

    var title: Word { Word("error.\(rawValue).title") }
    var body: Word { Word("error.\(rawValue).body") }
}
