internal import TandemDomain

/// The rows of one given entity in one table.
struct AdditionalRows: Sendable {
    let state: RegisterState

    private var segment: AdditionalSegment { state.population.additional }

    func append(_ entity: Entity, in table: RegisterTable, to row: inout RowWriter) {
        switch table {
        case .enterprise: appendEnterprise(entity, to: &row)
        case .establishment: appendEstablishment(entity, to: &row)
        case .denomination: appendName(entity, to: &row)
        case .address: appendAddress(entity, to: &row)
        case .contact: appendContacts(entity, to: &row)
        case .activity: appendActivities(entity, to: &row)
        case .branch, .meta, .code: break
        }
    }

    private func appendEnterprise(_ entity: Entity, to row: inout RowWriter) {
        let enterprise = segment.enterprise(entity)
        row.number(segment.number(of: entity))
        for field in ["AC", "000", "2", enterprise.form] { row.text(Array(field.utf8)) }
        row.absent()
        row.date(enterprise.start)
        row.endRow()
    }

    private func appendEstablishment(_ entity: Entity, to row: inout RowWriter) {
        let parent = segment.parent(of: segment.site(entity))
        row.number(segment.number(of: entity))
        row.date(segment.enterprise(parent).start)
        row.number(segment.number(of: parent))
        row.endRow()
    }

    private static let additions = ["Groep", "& Partners", "Plus", "Regio"]

    /// A name that changes gets a word more each time.
    private func appendName(_ entity: Entity, to row: inout RowWriter) {
        let (name, type) =
            switch entity.kind {
            case .enterprise: (segment.enterprise(entity).name, "001")
            case .establishment, .branch: (segment.site(entity).facts.name, "003")
            }
        let revision = state.revision(of: .name, entity)
        let added = (0..<revision).map { " " + Self.additions[$0 % Self.additions.count] }.joined()
        row.number(segment.number(of: entity))
        row.text(Array("2".utf8))
        row.text(Array(type.utf8))
        row.text(Array((name + added).utf8))
        row.endRow()
    }

    private func appendAddress(_ entity: Entity, to row: inout RowWriter) {
        let (address, type) =
            switch entity.kind {
            case .enterprise: (segment.enterprise(entity).address, "REGO")
            case .establishment, .branch: (segment.site(entity).facts.address, "BAET")
            }
        guard let place = state.population.model.places.place(postalCode: address.postalCode) else { return }
        row.number(segment.number(of: entity))
        row.text(Array(type.utf8))
        row.absent()
        row.absent()
        row.text(place.postcode)
        row.text(place.dutch)
        row.text(place.french)
        let (street, number) = moved(address.parts, times: state.revision(of: .address, entity), entity)
        row.text(street)
        row.text(street)
        row.textOrAbsent(Array(number.utf8))
        for _ in 0..<3 { row.absent() }
        row.endRow()
    }

    /// Who moves goes to another street of the same place.
    private func moved(
        _ parts: (street: String, number: String),
        times revision: Int,
        _ entity: Entity
    ) -> (street: [UInt8], number: String) {
        guard revision > 0 else { return (Array(parts.street.utf8), parts.number) }
        let words = state.population.words
        let stem = segment.number(of: entity).value / 100 + revision
        let street = words.streets[stem % words.streets.count].dutch + words.streetKinds.kinds[0].dutch
        return (street, String(1 + stem % 97))
    }

    /// Two in three enterprises tell how to reach them, in ways that nobody has.
    private func appendContacts(_ entity: Entity, to row: inout RowWriter) {
        let number = segment.number(of: entity).value
        guard entity.kind == .enterprise, number % 3 > 0 else { return }
        let digits = String(1_000_000 + number / 100 % 900_000).suffix(6)
        for (type, value) in [("EMAIL", "info@firma\(digits).example"), ("TEL", "020\(digits)")] {
            row.number(segment.number(of: entity))
            for field in ["ENT", type, value] { row.text(Array(field.utf8)) }
            row.endRow()
        }
    }

    private func appendActivities(_ entity: Entity, to row: inout RowWriter) {
        switch entity.kind {
        case .enterprise:
            let sites = segment.sites(of: entity).map(segment.site)
            if let first = sites.first { append(first, group: "001", of: entity, to: &row) }
            if let employing = sites.first(where: \.isEmployer) {
                append(employing, group: "006", of: entity, to: &row)
            }
        case .establishment, .branch:
            let site = segment.site(entity)
            append(site, group: site.facts.isSchool ? "007" : "003", of: entity, to: &row)
            if site.isEmployer { append(site, group: "006", of: entity, to: &row) }
        }
    }

    /// Each activity in the two editions that are in use.
    private func append(_ site: AdditionalSegment.Site, group: String, of entity: Entity, to row: inout RowWriter) {
        let table = state.population.model.activities
        for edition in [NaceVersion.nace2025, .nace2008] {
            var seen: Set<Int> = []
            for (place, concept) in site.concepts.enumerated() {
                let concept = table.concepts[concept]
                let code = edition == .nace2025 ? concept.nace2025 : concept.nace2008
                guard seen.insert(code).inserted else { continue }
                row.number(segment.number(of: entity))
                row.text(Array(group.utf8))
                row.raw(table.codes[edition.rawValue][code])
                row.text(Array((place == 0 ? "MAIN" : "SECO").utf8))
                row.endRow()
            }
        }
    }
}

extension AdditionalSegment.Site {
    var isEmployer: Bool { (facts.employees ?? 0) > 0 }
}
