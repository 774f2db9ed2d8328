internal import Mustache

/// Prints screens: templates, words and assets, read once when the program starts.
package struct Renderer: Sendable {
    package let words: Words
    package let assets: Assets
    private let templates: MustacheLibrary

    /// Reads everything that travels with the program; a broken template stops it here and not at a visitor.
    ///
    /// The library that draws maps comes from a folder of the system, where one is named and it is there.
    package static func load(_ language: Language = .dutch, leaflet folder: String? = nil) throws -> Renderer {
        Renderer(words: try .load(language), assets: try .load(leaflet: folder), templates: try TemplateLibrary.load())
    }

    private init(words: Words, assets: Assets, templates: MustacheLibrary) {
        self.words = words
        self.assets = assets
        self.templates = templates
    }

    /// A whole page.
    package func html<S: Screen>(_ screen: S, in page: Page) -> String {
        let model = screen.model.adding(["page": page.model(around: screen, assets: assets)])
        return html(template: S.template, model)
    }

    /// A template by itself: a letter, a mail, a part of a page.
    package func html(template: String, _ model: Model) -> String {
        let root = PrintedRoot(model: PrintedModel(model: model, words: words))
        return templates.render(root, withTemplate: template) ?? "⟦\(template)⟧"
    }
}

/// The outermost names of a template: the catalogue under `w`, and what the model says.
private struct PrintedRoot: MustacheParent {
    let model: PrintedModel

    func child(named name: String) -> Any? {
        name == "w" ? WordPath(words: model.words) : model.child(named: name)
    }
}
