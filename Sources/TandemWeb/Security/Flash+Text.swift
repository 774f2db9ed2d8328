internal import Foundation

/// A message as it travels in its cookie.
private struct FlashText: Codable {
    let kind: String
    let key: String
    let arguments: [String: String]
    let count: Int?
    let verbatim: String?
}

extension Flash {
    var text: String {
        let flash = FlashText(
            kind: kind.rawValue,
            key: words.key,
            arguments: words.arguments,
            count: words.count,
            verbatim: words.verbatimText
        )
        let data = try? JSONEncoder().encode(flash)
        return data.flatMap { String(data: $0, encoding: .utf8) } ?? ""
    }

    init?(text: String) {
        guard let flash = try? JSONDecoder().decode(FlashText.self, from: Data(text.utf8)),
            let kind = Tone(rawValue: flash.kind)
        else { return nil }
        let words = flash.verbatim.map(Word.verbatim) ?? Word(flash.key, flash.arguments, count: flash.count)
        self.init(kind, words)
    }
}
