internal import Foundation

extension Words {
    /// Reads `Words/<language>/<area>.json` for every area.
    package static func load(_ language: Language = .dutch) throws -> Words {
        var texts: [String: String] = [:]
        for file in try Resources.files(in: "Words/\(language.rawValue)", endingIn: "json") {
            let entries = try JSONDecoder().decode([String: String].self, from: Data(contentsOf: file.url))
            for (key, text) in entries { texts["\(file.name).\(key)"] = text }
        }
        return Words(language, texts: texts)
    }
}
