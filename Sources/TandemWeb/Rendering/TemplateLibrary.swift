internal import Foundation
internal import Mustache

/// The templates, read once and checked when the program starts.
enum TemplateLibrary {
    /// A template that would print a value without escaping it.
    struct Unescaped: Error, CustomStringConvertible {
        let template: String
        var description: String { "Template \(template) prints a value unescaped: write two braces, not three." }
    }

    /// A template that the engine cannot read.
    struct Malformed: Error, CustomStringConvertible {
        let template: String
        let reason: any Error
        var description: String { "Template \(template) cannot be read: \(reason)." }
    }

    static func load() throws -> MustacheLibrary {
        var library = MustacheLibrary()
        for file in try Resources.files(in: "Templates", endingIn: "mustache") {
            let text = try String(contentsOf: file.url, encoding: .utf8)
            guard !text.contains("{{{"), !text.contains("{{&") else { throw Unescaped(template: file.name) }
            do {
                try library.register(unindented(text), named: file.name)
            } catch {
                throw Malformed(template: file.name, reason: error)
            }
        }
        return library
    }

    /// Indentation helps who writes a template; printed, it would also indent what a visitor typed in a text area.
    private static func unindented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.drop { $0 == " " || $0 == "\t" } }
            .joined(separator: "\n")
    }
}
