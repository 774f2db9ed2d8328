/// A statement: its text and what is bound to it.
///
/// What is interpolated is an argument, never text; there is no way to put text in raw:
/// `"SELECT name FROM company WHERE id = \(id)"`. Another statement may be interpolated as a part of this one.
package struct SQL: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// The text, with `?` where an argument is bound.
    package let text: String
    package let arguments: [SQLArgument]

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
        var arguments: [SQLArgument] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount)
            arguments.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) { text += literal }

        /// Binds one argument.
        package mutating func appendInterpolation<Value: SQLConvertible>(_ value: Value) {
            text += "?"
            arguments.append(SQLArgument(value.sqlValue, Value.sqlType))
        }

        /// Binds one argument, or `NULL` where there is none.
        package mutating func appendInterpolation<Value: SQLConvertible>(_ value: Value?) {
            text += "?"
            arguments.append(SQLArgument(value?.sqlValue ?? .null, Value.sqlType))
        }

        /// Binds a list as so many arguments: `IN (\(codes))`; an empty list is `NULL`, which equals nothing.
        package mutating func appendInterpolation<Value: SQLConvertible>(_ values: [Value]) {
            text += values.isEmpty ? "NULL" : values.map { _ in "?" }.joined(separator: ", ")
            arguments += values.map { SQLArgument($0.sqlValue, Value.sqlType) }
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

    private init(text: String, arguments: [SQLArgument]) {
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

/// The type under which a database keeps a value.
package enum SQLType: Sendable, Hashable {
    case integer, real, text, blob
}

/// A value on its way into a statement, with the type it has also where it is absent: a make that plans a statement
/// before it sees the arguments has to know.
package struct SQLArgument: Sendable, Hashable {
    package let value: SQLValue
    package let type: SQLType

    package init(_ value: SQLValue, _ type: SQLType) {
        self.value = value
        self.type = type
    }
}

/// What can be bound to a statement.
package protocol SQLConvertible {
    static var sqlType: SQLType { get }
    var sqlValue: SQLValue { get }
}

extension Int: SQLConvertible {
    package static var sqlType: SQLType { .integer }
    package var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int64: SQLConvertible {
    package static var sqlType: SQLType { .integer }
    package var sqlValue: SQLValue { .integer(self) }
}

extension Double: SQLConvertible {
    package static var sqlType: SQLType { .real }
    package var sqlValue: SQLValue { .real(self) }
}

extension Bool: SQLConvertible {
    package static var sqlType: SQLType { .integer }
    package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension String: SQLConvertible {
    package static var sqlType: SQLType { .text }
    package var sqlValue: SQLValue { .text(self) }
}

extension [UInt8]: SQLConvertible {
    package static var sqlType: SQLType { .blob }
    package var sqlValue: SQLValue { .blob(self) }
}
