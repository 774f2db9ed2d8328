internal import TandemDomain

/// The choice of a partnership above a list, for who sees the lists of all.
struct PartnershipFilter {
    let address: Address
    let chosen: PartnershipCode?
    let presenter: Presenter

    /// Printed by `{{#filter}}{{>oversight/filter}}{{/filter}}`.
    var model: Model { ["action": .text(address.url()), "partnership": select] }

    /// Printed by `{{>oversight/filter-select}}`.
    var select: Model {
        FilterSelect(
            name: "partnerschap",
            label: "outbox.partnershipFilter",
            all: "outbox.allPartnerships",
            chosen: chosen?.rawValue ?? "",
            choices: presenter.reference.partnerships.map { Choice($0.code.rawValue, .verbatim($0.name)) }
        ).model
    }
}
