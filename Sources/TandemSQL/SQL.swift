/// A statement: its text and what is bound to it.
///
/// What is interpolated is an argument, never text; there is no way to put text in raw:
/// `"SELECT name FROM company WHERE id = \(id)"`. Another statement may be interpolated as a part of this one.
package struct SQL: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// The text, with `?` where an argument is bound.
    package let text: String
    package let arguments: [SQLValue]

    package init(stringLiteral value: String) {
        text = value
        arguments = []
    }

    package init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
        arguments = stringInterpolation.arguments
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var text = ""
        var arguments: [SQLValue] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount)
            arguments.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) { text += literal }

        /// Binds one argument.
        package mutating func appendInterpolation(_ value: some SQLConvertible) {
            text += "?"
            arguments.append(value.sqlValue)
        }

        /// Binds one argument, or `NULL` where there is none.
        package mutating func appendInterpolation(_ value: (some SQLConvertible)?) {
            text += "?"
            arguments.append(value?.sqlValue ?? .null)
        }

        /// Binds a list as so many arguments: `IN (\(codes))`; an empty list is `NULL`, which equals nothing.
        package mutating func appendInterpolation(_ values: [some SQLConvertible]) {
            text += values.isEmpty ? "NULL" : values.map { _ in "?" }.joined(separator: ", ")
            arguments += values.map(\.sqlValue)
        }

        /// Puts a part of a statement in, with its arguments.
        package mutating func appendInterpolation(_ part: SQL) {
            text += part.text
            arguments += part.arguments
        }
    }

    /// Several parts joined by a literal, such as conditions by ` AND `.
    package static func joined(_ parts: [SQL], by separator: StaticString) -> SQL {
        SQL(
            text: parts.map(\.text).joined(separator: separator.description),
            arguments: parts.flatMap(\.arguments)
        )
    }

    private init(text: String, arguments: [SQLValue]) {
        self.text = text
        self.arguments = arguments
    }
}

/// A value as a database holds it.
package enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

/// What can be bound to a statement.
package protocol SQLConvertible {
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLConvertible {
    package var sqlValue: SQLValue { self }
}

extension Int: SQLConvertible {
    package var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int64: SQLConvertible {
    package var sqlValue: SQLValue { .integer(self) }
}

extension Double: SQLConvertible {
    package var sqlValue: SQLValue { .real(self) }
}

extension Bool: SQLConvertible {
    package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension String: SQLConvertible {
    package var sqlValue: SQLValue { .text(self) }
}

extension [UInt8]: SQLConvertible {
    package var sqlValue: SQLValue { .blob(self) }
}
