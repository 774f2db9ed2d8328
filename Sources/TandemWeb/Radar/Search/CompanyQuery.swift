/// What is asked of all companies, as it was typed: the query of an address, which is the whole state of a search.
struct CompanyQuery: Hashable, Sendable {
    /// What can be asked, by its name in the address, in the order in which addresses have it.
    enum Field: String, CaseIterable, Sendable {
        case text = "zoek"
        case training = "opleiding"
        case isBroad = "ruim"
        case activity = "activiteit"
        case around = "rond"
        case radius = "straal"
        case municipality = "gemeente"
        case province = "provincie"
        case region = "gewest"
        case box = "kader"
        case employer = "werkgever"
        case recognised = "erkend"
        case kind = "soort"
        case order = "volgorde"
        case page = "bladzijde"

        /// Whether it says how the answer is shown rather than what is asked.
        var isAboutShowing: Bool { self == .order || self == .page }
    }

    private var values: [Field: [String]] = [:]

    init() {}

    /// Takes what an address or a form says; a field twice the same is once, and what is too long is cut.
    init(_ data: FormData) {
        for field in Field.allCases {
            var kept: [String] = []
            for value in data.all(field.rawValue).prefix(60) {
                let text = FormData(values: ["": [String(value.prefix(120))]])[""]
                if !text.isEmpty, !kept.contains(text) { kept.append(text) }
            }
            if !kept.isEmpty { values[field] = kept }
        }
    }

    /// Reads the query of an address, without its question mark.
    ///
    /// - Throws: ``FormError``.
    init(text: String) throws(FormError) { self.init(try URLEncodedForm.read(text.utf8)) }

    /// The first value of a field; empty where it was left so.
    subscript(field: Field) -> String { values[field]?.first ?? "" }

    func all(_ field: Field) -> [String] { values[field] ?? [] }

    /// Whether nothing is asked, so that every company is meant.
    var isEmpty: Bool {
        !Field.allCases.contains { field in
            switch field {
            case .order, .page, .radius, .isBroad: false
            case .text, .training, .activity, .around, .municipality, .province, .region, .box, .employer, .recognised,
                .kind:
                values[field] != nil
            }
        }
    }

    /// The same with other values in a field, from its first page on.
    func with(_ field: Field, _ texts: [String]) -> CompanyQuery {
        var query = self
        query.values[.page] = nil
        query.values[field] = texts.isEmpty ? nil : texts
        return query
    }

    func with(_ field: Field, _ text: String) -> CompanyQuery { with(field, text.isEmpty ? [] : [text]) }

    /// The same without one value of a field.
    func without(_ field: Field, _ text: String) -> CompanyQuery { with(field, all(field).filter { $0 != text }) }

    /// The pairs of its address.
    var pairs: [(String, String)] {
        Field.allCases.flatMap { field in all(field).map { (field.rawValue, $0) } }
    }

    /// The query of its address without what is only about showing: what a saved search keeps.
    var text: String {
        let kept = Field.allCases.filter { !$0.isAboutShowing }
        return String(Address.query(kept.flatMap { field in all(field).map { (field.rawValue, $0) } }).dropFirst())
    }

    /// An address that asks this.
    func url(_ address: Address = Addresses.radar, adding more: [(String, String)] = []) -> String {
        address.url(query: pairs + more)
    }

    /// The address of one of its pages.
    func url(page: Int) -> String { page == 1 ? url() : with(.page, String(page)).url() }

    /// What stands in the fields of its form.
    var form: FormData {
        FormData(values: Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, $0.value) }))
    }
}
