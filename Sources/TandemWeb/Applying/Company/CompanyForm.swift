internal import TandemDomain
internal import TandemStore

/// What a company says of itself, as a form asks it.
struct CompanyForm: Sendable {
    let presenter: Presenter
    let form: Form

    var fields: [Model] {
        [
            form.text("name", "company.name", autocomplete: .organization),
            form.text("street", "company.street", hint: "company.streetHint", autocomplete: .street),
            form.text("postalCode", "company.postalCode", kind: .digits, autocomplete: .postalCode, width: 4),
            form.select(
                "committee",
                "company.committee",
                choices: committees,
                hint: "company.committeeHint",
                isOptional: true
            ),
            form.text(
                "employees",
                "company.employees",
                hint: "company.employeesHint",
                isOptional: true,
                kind: .digits,
                width: 6
            ),
            form.text("email", "company.email", isOptional: true, kind: .email, autocomplete: .email, width: 40),
            form.text("telephone", "company.telephone", isOptional: true, kind: .tel, autocomplete: .tel, width: 20),
        ]
    }

    private var committees: [Choice] {
        presenter.reference.committees.filter { $0.period.contains(presenter.today) }
            .sorted { $0.number < $1.number }
            .map { Choice($0.number.rawValue, .verbatim("\($0.number) \($0.name)")) }
    }
}

extension CompanyDetails {
    /// The details as the form shows them.
    var formValues: [String: String] {
        [
            "name": name, "street": street, "postalCode": postalCode.digits,
            "committee": jointCommittee?.rawValue ?? "", "employees": employees.map { String($0) } ?? "",
            "email": email ?? "", "telephone": telephone ?? "",
        ]
    }
}

extension FormReader {
    /// The details that were typed; what the form does not ask stays as it was.
    mutating func companyDetails(before known: CompanyDetails? = nil) throws(FormErrors) -> CompanyDetails {
        let name = text("name", orElse: "company.nameMissing", longest: 200)
        let street = text("street", orElse: "company.streetMissing", longest: 200)
        let postalCode = postalCode("postalCode")
        let employees =
            data["employees"].isEmpty
            ? nil : whole("employees", in: 0...200_000, orElse: "form.missing")
        let email = email("email")
        let telephone = optionalText("telephone", longest: 40)
        let (kept, road, code) = try all(name, street, postalCode)
        return CompanyDetails(
            name: kept,
            street: road,
            postalCode: code,
            jointCommittee: JointCommitteeNumber(data["committee"]),
            legalForm: known?.legalForm,
            employees: employees,
            email: email,
            telephone: telephone
        )
    }

    /// An address of electronic mail that may be left empty.
    private mutating func email(_ field: String) -> String? {
        guard let text = optionalText(field, longest: 200) else { return nil }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !text.contains(where: \.isWhitespace) else {
            refuse(field, "company.emailWrong")
            return nil
        }
        return text
    }
}
