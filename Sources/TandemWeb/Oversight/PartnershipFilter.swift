internal import TandemDomain

/// The choice of a partnership above a list, for who sees the lists of all.
struct PartnershipFilter {
    let address: Address
    let chosen: PartnershipCode?
    let presenter: Presenter
    var others: [(name: String, value: String)] = []

    /// Printed by `{{#filter}}{{>oversight/filter}}{{/filter}}`.
    var model: Model {
        let form = Form(filled: ["partnerschap": chosen?.rawValue ?? ""])
        let choices = presenter.reference.partnerships.map { Choice($0.code.rawValue, .verbatim($0.name)) }
        return [
            "action": .text(address.url()),
            "partnership": form.select("partnerschap", "outbox.partnershipFilter", choices: choices, isOptional: true),
            "hidden": .list(others.map { form.hidden($0.name, $0.value) }),
        ]
    }
}
