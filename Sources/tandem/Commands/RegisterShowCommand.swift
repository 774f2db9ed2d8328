internal import ArgumentParser
internal import TandemDomain
internal import TandemRegister

/// `tandem register show NUMBER`: all that the company register tells about a number.
struct RegisterShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print all that the company register tells about an enterprise or an establishment.",
        discussion: "Contacts of natural persons may not be used for direct marketing."
    )

    @Argument(help: ArgumentHelp("A number of ten digits, in any notation.", valueName: "number"))
    var number: String

    @OptionGroup var companies: CompaniesOption

    @Flag(name: .long, help: "Describe codes in French.")
    var french = false

    func run() async throws {
        guard let number = EntityNumber(number) else {
            throw ValidationError(
                "'\(number)' is no number of an enterprise or an establishment: the check digits differ."
            )
        }
        let page = RegisterPage(try await companies.snapshot(), french ? .french : .dutch)
        guard let lines = try await page.lines(about: number) else {
            throw ValidationError("\(number) is not in the company register: it is stopped, or never was.")
        }
        print(lines.joined(separator: "\n"))
    }
}

/// The lines that tell everything about a number.
private struct RegisterPage {
    private let snapshot: RegisterSnapshot
    private let language: CodeLanguage

    init(_ snapshot: RegisterSnapshot, _ language: CodeLanguage) {
        self.snapshot = snapshot
        self.language = language
    }

    /// Nothing where the number is not there.
    func lines(about number: EntityNumber) async throws -> [String]? {
        guard number.kind == .enterprise else {
            guard let place = try await snapshot.establishment(number) else { return nil }
            let head = [
                "\(place.number)  \(number.kind.rawValue) of \(place.enterprise)",
                "start          \(place.start?.iso ?? "unknown")",
            ]
            return try await head + particulars(place.particulars)
        }
        guard let enterprise = try await snapshot.enterprise(number) else { return nil }
        let owned = (enterprise.establishments + enterprise.branches).map { "\($0.kind.rawValue)  \($0)" }
        return try await facts(enterprise) + particulars(enterprise.particulars) + owned
    }

    private func facts(_ enterprise: RegisteredEnterprise) async throws -> [String] {
        let type = try await label("\(enterprise.type.rawValue)", .enterpriseType)
        var lines = ["\(enterprise.number)  enterprise", "type           \(type)"]
        if let form = enterprise.form { lines.append("form           \(try await label("\(form)", .legalForm))") }
        if let form = enterprise.formToRead { lines.append("read as        \(try await label("\(form)", .legalForm))") }
        if let situation = enterprise.situation {
            lines.append("situation      \(try await label("\(situation)", .situation))")
        }
        lines.append("start          \(enterprise.start?.iso ?? "unknown")")
        return lines
    }

    private func particulars(_ particulars: Particulars) async throws -> [String] {
        var lines = particulars.names.map { "name           \($0.text) (\($0.type), \($0.language))" }
        for address in particulars.addresses {
            let extra = address[.extra].map { " (\($0))" } ?? ""
            let struckOff = address.struckOff.map { ", struck off on \($0.iso)" } ?? ""
            lines.append("address        \(address.kind.rawValue): \(address.line)\(extra)\(struckOff)")
        }
        lines += particulars.contacts.map { "contact        \($0.type.rawValue): \($0.value)" }
        for activity in particulars.activities {
            let code = try await label(activity.code.digits, .nace(activity.code.version))
            let registrar = try await label(activity.registrar.code, .activityGroup)
            lines.append(
                "activity       \(activity.code.version.year) \(code) (\(activity.classification), \(registrar))"
            )
        }
        return lines
    }

    /// The code with its description, where there is one.
    private func label(_ code: String, _ category: CodeCategory) async throws -> String {
        let text = try await snapshot.label(of: code, in: category, language)
        return text.map { "\(code) \($0)" } ?? code
    }
}
