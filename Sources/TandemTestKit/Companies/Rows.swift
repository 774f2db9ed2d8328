internal import TandemRegister

/// Rows of raw CSV about invented companies; the check digits are right.
package enum Rows {
    package static func number(_ stem: UInt32) -> String { EntityNumber(stem: stem).formatted }

    package static func enterprise(
        _ stem: UInt32,
        situation: String = "000",
        type: String = "2",
        form: String = "\"610\"",
        start: String = "01-03-2012"
    ) -> String {
        "\"\(number(stem))\",\"AC\",\"\(situation)\",\"\(type)\",\(form),,\(start)"
    }

    package static func establishment(_ stem: UInt32, of enterprise: UInt32) -> String {
        "\"\(number(stem))\",01-04-2012,\"\(number(enterprise))\""
    }

    package static func name(_ stem: UInt32, _ name: String, type: String = "001", language: String = "2") -> String {
        "\"\(number(stem))\",\"\(language)\",\"\(type)\",\"\(name.replacing("\"", with: "\"\""))\""
    }

    package static func address(
        _ stem: UInt32,
        _ code: String,
        _ town: String,
        kind: String = "BAET",
        street: String = "Stationsstraat"
    ) -> String {
        "\"\(number(stem))\",\"\(kind)\",,,\"\(code)\",\"\(town)\",\"\(town)\",\"\(street)\",\"\(street)\",\"1\",,,"
    }

    package static func activity(
        _ stem: UInt32,
        _ code: String,
        version: String = "2025",
        group: String = "003",
        classification: String = "MAIN"
    ) -> String {
        "\"\(number(stem))\",\"\(group)\",\"\(version)\",\"\(code)\",\"\(classification)\""
    }

    package static func contact(_ stem: UInt32, _ type: String, _ value: String, kind: String = "ENT") -> String {
        "\"\(number(stem))\",\"\(kind)\",\"\(type)\",\"\(value)\""
    }
}
