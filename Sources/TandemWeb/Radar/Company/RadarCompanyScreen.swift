internal import TandemDomain
internal import TandemPlaces
internal import TandemRegister
internal import TandemStore

/// `GET /radar/ondernemingen/{number}`: one company or establishment.
struct RadarCompanyScreen: Screen {
    static let template = "radar/company"
    private static let mostSchools = 5

    let card: CompanyCard
    /// Where it can be put on a call list; nothing for who does not call.
    let hook: ProspectHook?
    let known: KnownAtCounter
    let actor: Actor
    let present: CompanySearch.Present
    let presenter: Presenter
    let map: MapModel

    var title: Word { .verbatim(card.title) }
    var caption: Word? {
        switch card.number.kind {
        case .enterprise: Word("firm.enterprise", ["number": "\(card.number)"])
        case .establishment: Word("firm.establishment", ["number": "\(card.number)"])
        case .branch: Word("firm.branch", ["number": "\(card.number)"])
        }
    }
    var breadcrumbs: [Breadcrumb] {
        [Breadcrumb("find.title", url: Addresses.radar.url())]
            + (card.owner.map { [Breadcrumb(.verbatim($0.name), url: Addresses.radarCompany.url($0.number.digits))] }
                ?? [])
    }

    var model: Model {
        [
            "facts": Facts(facts).model,
            "contacts": contacts,
            "activities": FirmActivities(card: card, names: present.names).model,
            "recognitions": recognitions.model,
            "files": known.files.isEmpty ? .nothing : files.model,
            "establishments": establishments,
            "hook": hook?.model ?? .nothing,
            "schools": schools,
            "map": card.hit?.place.map { map.model(of: $0.point, named: card.title) } ?? .nothing,
            "source": .maybe(
                present.companies.identity.map { Word("find.source", ["day": DutchFormat.day($0.snapshot)]) }
            ),
        ]
    }

    private var facts: [Facts.Fact] {
        var facts: [Facts.Fact] = []
        if let owner = card.owner {
            let link = Link("firm.openEnterprise", url: Addresses.radarCompany.url(owner.number.digits))
            facts.append(Facts.Fact("firm.owner", "\(owner.name), \(owner.number)", link: link))
        }
        let names = card.particulars.names.map(\.text).filter { $0 != card.title }
        if !names.isEmpty { facts.append(Facts.Fact("firm.names", names.uniqued.joined(separator: ", "))) }
        for address in card.particulars.addresses {
            let line = address.line
            facts.append(
                Facts.Fact(
                    address.kind == .seat ? "firm.seat" : "firm.address",
                    address.struckOff.map { .word("firm.struckOff", ["address": line, "day": DutchFormat.day($0)]) }
                        ?? .text(line)
                )
            )
        }
        if card.particulars.addresses.isEmpty {
            facts.append(
                Facts.Fact("firm.address", .word(card.isNaturalPerson ? "firm.noAddressOfPerson" : "facts.unknown"))
            )
        }
        facts.append(Facts.Fact("firm.form", card.isNaturalPerson ? .word("firm.naturalPerson") : .maybe(card.form)))
        facts.append(Facts.Fact("firm.situation", card.situation))
        facts.append(Facts.Fact("firm.start", card.start.map(DutchFormat.day)))
        if let hit = card.hit {
            facts.append(Facts.Fact("find.staff", .word(hit.isEmployer ? "firm.employer" : "firm.noEmployer")))
        }
        return facts
    }

    /// What the licence of the company register allows: nothing of natural persons.
    private var contacts: Model {
        guard card.isLegalPerson else { return ["note": .word("firm.noContactsOfPersons")] }
        guard !card.particulars.contacts.isEmpty else { return ["note": .word("firm.noContacts")] }
        return [
            "lines": .list(
                card.particulars.contacts.map { ["kind": .word(word(for: $0.type)), "value": .text($0.value)] }
            )
        ]
    }

    private func word(for type: ContactType) -> Word {
        switch type {
        case .telephone: "firm.telephone"
        case .email: "firm.email"
        case .web: "firm.web"
        case .fax: "firm.fax"
        }
    }

    private var recognitions: Table {
        Table(
            "firm.recognitions",
            columns: ["firm.training", "firm.validUntil", "firm.state"],
            rows: known.recognitions.map { recognition in
                let record = recognition.record
                let training = presenter.training(record.training)
                return [
                    recognition.mayRead
                        ? .link(training, url: Addresses.recognition.url(record.id.rawValue)) : .text(training),
                    .day(record.endedOn ?? record.validity.until),
                    .badge(presenter.state(record.state(on: presenter.today))),
                ]
            },
            empty: "firm.noRecognitions"
        )
    }

    private var files: Table {
        Table(
            "firm.files",
            columns: ["firm.file", "firm.training", "firm.state"],
            rows: known.files.map { file in
                [
                    .link(presenter.fileNumber(file.id), url: actor.fileURL(of: file.id)),
                    .text(presenter.training(file.training)), .badge(presenter.status(file.status)),
                ]
            }
        )
    }

    private var establishments: Model {
        guard card.number.kind == .enterprise else { return .nothing }
        let found = card.establishments
        return [
            "count": .word("firm.establishments", count: found.total),
            "rows": RowsModel(rows: found.rows, names: present.names, presenter: presenter).model,
            "hasRows": .flag(!found.rows.isEmpty),
            "all": found.total > found.rows.count
                ? Link("firm.allEstablishments", url: CompanyQuery().with(.text, "\(card.number)").url()).model
                : .nothing,
        ]
    }

    /// The nearest providers, each with a way to look around it.
    private var schools: Model {
        guard let point = card.hit?.place?.point else { return .nothing }
        let near = presenter.reference.providers(on: presenter.today).compactMap { provider in
            present.gazetteer.place(of: provider.postalCode).map { (provider, Int($0.point.distance(to: point))) }
        }
        .sorted { ($0.1, $0.0.name) < ($1.1, $1.0.name) }
        return .list(
            near.prefix(Self.mostSchools).map { provider, metres in
                [
                    "name": .text(provider.name), "place": .text(provider.municipality),
                    "distance": .text(DutchFormat.kilometres(metres)),
                    "url": .text(CompanyQuery().with(.around, provider.code.rawValue).url()),
                ]
            }
        )
    }
}

extension [String] {
    /// Each once, in order.
    fileprivate var uniqued: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
