/// One page of the counter: what it shows, in words ready to print.
///
/// The template stands in `Templates/<template>.mustache`, fills the blocks of `layout` and has no logic beyond sections.
package protocol Screen: Sendable {
    /// The path of the template below `Templates`, without its extension.
    static var template: String { get }

    /// The heading of the page and, with the product's name behind it, the title of the window.
    var title: Word { get }

    /// A line above the heading: the file the page belongs to, or the step of a form.
    var caption: Word? { get }

    /// The way back, outermost page first, without the page itself.
    var breadcrumbs: [Breadcrumb] { get }

    /// What was wrong with the form that was sent, shown on top of the page.
    var errors: FormErrors { get }

    /// What the template prints: an object.
    var model: Model { get }
}

extension Screen {
    package var caption: Word? { nil }
    package var breadcrumbs: [Breadcrumb] { [] }
    package var errors: FormErrors { FormErrors() }
}

/// One page on the way back.
package struct Breadcrumb: Hashable, Sendable {
    package let label: Word
    package let url: String

    package init(_ label: Word, url: String) {
        self.label = label
        self.url = url
    }

    var model: Model { ["label": .word(label), "url": .text(url)] }
}
