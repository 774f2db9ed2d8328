internal import Mustache

/// A model in the hands of the template engine, with the words to print it in.
struct PrintedModel: MustacheParent, MustacheCustomRenderable {
    let model: Model
    let words: Words

    func child(named name: String) -> Any? {
        guard case .object(let children) = model, let child = children[name] else { return nil }
        return PrintedModel(model: child, words: words).value
    }

    /// What the engine understands: it wants its own truth values, arrays and template names.
    var value: Any {
        switch model {
        case .flag(let flag): flag
        case .list(let elements): elements.map { PrintedModel(model: $0, words: words).value }
        case .template(let name): name
        case .text, .word, .object, .nothing: self
        }
    }

    var renderText: String {
        switch model {
        case .text(let text): text.markupSafe
        case .word(let word): words(word).markupSafe
        case .template(let name): name
        case .flag, .list, .object, .nothing: ""
        }
    }

    /// An empty text counts as absent, so that `{{#hint}}` needs no flag beside it.
    var isNull: Bool {
        switch model {
        case .nothing: true
        case .text(let text): text.isEmpty
        case .word, .flag, .list, .object, .template: false
        }
    }
}
