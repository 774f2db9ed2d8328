package import TandemDomain

/// An enterprise that is to stand in a synthetic register beside those that chance made, such as one of a
/// demonstration: number, name and places are given, the rest is filled in.
package struct AdditionalEnterprise: Sendable {
    package let number: CompanyNumber
    package let name: String
    /// The code of its juridical form (*rechtsvorm*), such as `610`.
    package let form: String
    package let start: Day
    package let address: AdditionalAddress
    package let establishments: [AdditionalEstablishment]
    /// Whether the updates may rename, move or end it.
    package let mayChange: Bool

    package init(
        number: CompanyNumber,
        name: String,
        form: String = "610",
        start: Day,
        address: AdditionalAddress,
        establishments: [AdditionalEstablishment],
        mayChange: Bool = true
    ) {
        self.number = number
        self.name = name
        self.form = form
        self.start = start
        self.address = address
        self.establishments = establishments
        self.mayChange = mayChange
    }
}

/// An establishment of such an enterprise.
package struct AdditionalEstablishment: Sendable {
    package let number: EstablishmentNumber
    package let name: String
    package let address: AdditionalAddress
    /// Beginnings of codes of NACE-BEL 2025: the first gives the main activity.
    package let activities: [String]
    package let isSchool: Bool
    /// Nothing or zero where it employs nobody.
    package let employees: Int?
    package let jointCommittee: JointCommitteeNumber?

    package init(
        number: EstablishmentNumber,
        name: String,
        address: AdditionalAddress,
        activities: [String],
        isSchool: Bool = false,
        employees: Int? = nil,
        jointCommittee: JointCommitteeNumber? = nil
    ) {
        self.number = number
        self.name = name
        self.address = address
        self.activities = activities
        self.isSchool = isSchool
        self.employees = employees
        self.jointCommittee = jointCommittee
    }
}

/// A Belgian address as the counter keeps it: the house number behind the street.
package struct AdditionalAddress: Sendable {
    package let street: String
    package let postalCode: PostalCode

    package init(street: String, postalCode: PostalCode) {
        self.street = street
        self.postalCode = postalCode
    }

    /// `Eikendreef` and `12`: the last word is the number where it begins with a digit.
    var parts: (street: String, number: String) {
        guard let space = street.lastIndex(of: " "), street[street.index(after: space)...].first?.isNumber == true
        else { return (street, "") }
        return (String(street[..<space]), String(street[street.index(after: space)...]))
    }
}
