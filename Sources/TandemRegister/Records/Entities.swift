package import TandemDomain

/// Whether an enterprise is a person or a body.
package enum EnterpriseType: Int, CaseIterable, Sendable, Codable {
    case unknown = 0
    case naturalPerson = 1
    /// Legal persons, and bodies without legal personality.
    case legalPerson = 2
}

/// A code of three digits of the table of codes, such as a legal form.
package struct ThreeDigitCode: Hashable, Sendable, CustomStringConvertible {
    let number: UInt16

    init(_ number: UInt16) { self.number = number }

    /// `015`.
    package var description: String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
    }
}

/// An enterprise of the company register (*onderneming*).
package struct RegisteredEnterprise: Sendable, Hashable {
    package let number: EntityNumber
    package let type: EnterpriseType
    /// The legal situation (*rechtstoestand*): `000` is normal.
    package let situation: ThreeDigitCode?
    /// The legal form (*rechtsvorm*) that the statutes name.
    package let form: ThreeDigitCode?
    /// The form to read instead while the statutes do not follow the code of 2019 yet.
    package let formToRead: ThreeDigitCode?
    /// Nothing where it is unknown.
    package let start: Day?
    package let particulars: Particulars
    package let establishments: [EntityNumber]
    package let branches: [EntityNumber]

    /// The legal form that holds.
    package var effectiveForm: ThreeDigitCode? { formToRead ?? form }
}

/// An establishment or a branch of the company register.
package struct RegisteredEstablishment: Sendable, Hashable {
    package let number: EntityNumber
    package let enterprise: EntityNumber
    /// Nothing where it is unknown.
    package let start: Day?
    package let particulars: Particulars
}
