/// A list to choose from above a list of rows; leaving it alone shows all.
struct FilterSelect {
    let name: String
    let label: Word
    /// What the choice of everything is called; nothing where one has to be chosen.
    var all: Word?
    let chosen: String
    let choices: [Choice]

    /// Printed by `{{>oversight/filter-select}}`.
    var model: Model {
        [
            "name": .text(name), "label": .word(label), "all": .maybe(all),
            "choices": .list(
                choices.map { choice in
                    [
                        "value": .text(choice.value), "label": .word(choice.label),
                        "isChosen": .flag(choice.value == chosen),
                    ]
                }
            ),
        ]
    }
}
