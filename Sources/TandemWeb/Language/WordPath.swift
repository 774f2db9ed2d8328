internal import Mustache

/// What `{{w.area.key}}` walks along in a template, until the text at its end is printed.
struct WordPath: MustacheParent, MustacheCustomRenderable {
    let words: Words
    var path = ""

    func child(named name: String) -> Any? {
        WordPath(words: words, path: path.isEmpty ? name : "\(path).\(name)")
    }

    var renderText: String { words(path).markupSafe }
    var isNull: Bool { false }
}
