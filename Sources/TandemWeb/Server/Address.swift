package import Hummingbird

/// The address of a page, spelled once: as the pattern of its route and as a link.
package struct Address: Hashable, Sendable {
    private let path: String

    /// `Address("/werkbak")`.
    package init(_ path: String) { self.path = path }

    package var pattern: RouterPath { RouterPath(path) }

    package func url() -> String { path }

    /// The address with a query behind it; empty values are left out.
    package func url(query: [(String, String)]) -> String { path + Self.query(query) }

    static func query(_ pairs: [(String, String)]) -> String {
        let parts = pairs.filter { !$0.1.isEmpty }.map { "\(encoded($0.0))=\(encoded($0.1))" }
        return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }

    /// Percent-encodes everything but the characters RFC 3986 leaves free.
    static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }
}

/// The address of a page about one thing: `/dossiers/{id}/beslissing`.
package struct Address1<Parameter: LosslessStringConvertible & Sendable>: Hashable, Sendable {
    private let before: String
    private let after: String

    /// `Address1<Int64>("/dossiers", "/beslissing")`: the parameter stands between the two.
    package init(_ before: String, _ after: String = "") {
        self.before = before
        self.after = after
    }

    package var pattern: RouterPath { RouterPath("\(before)/:id\(after)") }

    package func url(_ parameter: Parameter) -> String { "\(before)/\(Address.encoded(String(parameter)))\(after)" }

    /// The parameter of a request to this address; what cannot be one is not found.
    package func parameter(of context: some RequestContext) throws -> Parameter {
        guard let text = context.parameters.get("id"), let parameter = Parameter(text) else {
            throw HTTPError(.notFound)
        }
        return parameter
    }
}

/// The address of a page about one thing within another: `/dossiers/{id}/stukken/{item}`.
package struct Address2<First, Second>: Hashable, Sendable
where First: LosslessStringConvertible & Sendable, Second: LosslessStringConvertible & Sendable {
    private let before: String
    private let between: String
    private let after: String

    package init(_ before: String, _ between: String, _ after: String = "") {
        self.before = before
        self.between = between
        self.after = after
    }

    package var pattern: RouterPath { RouterPath("\(before)/:id\(between)/:item\(after)") }

    package func url(_ first: First, _ second: Second) -> String {
        "\(before)/\(Address.encoded(String(first)))\(between)/\(Address.encoded(String(second)))\(after)"
    }

    package func parameters(of context: some RequestContext) throws -> (First, Second) {
        guard let first = context.parameters.get("id").flatMap({ First($0) }),
            let second = context.parameters.get("item").flatMap({ Second($0) })
        else { throw HTTPError(.notFound) }
        return (first, second)
    }
}
