package import TandemActions

extension LetterWriter {
    /// Writes letters in the words of the catalogue.
    package static func words(_ words: Words) -> LetterWriter {
        LetterWriter { facts in LetterComposer(words: words, facts: facts).letter }
    }
}
