internal import TandemCSV

/// Collects what is wrong while the files are read.
final class ProblemLog {
    private(set) var problems: [ReferenceProblem] = []

    func note(_ text: String, in file: ReferenceFile, at position: CSVPosition) {
        problems.append(
            ReferenceProblem(file: file.name, line: position.line, column: position.column, text: text)
        )
    }

    func note(_ error: CSVError, in file: ReferenceFile) {
        note(error.reason.dutchText, in: file, at: error.position)
    }
}

extension CSVError.Reason {
    var dutchText: String {
        switch self {
        case .notUTF8: "geen geldige UTF-8"
        case .nulByte: "een nulbyte: dit is geen tekst"
        case .bareCarriageReturn: "een regelterugloop zonder regeleinde"
        case .quoteInUnquotedField: "een aanhalingsteken in een veld zonder aanhalingstekens"
        case .textAfterClosingQuote: "tekst na het sluitende aanhalingsteken"
        case .unclosedQuote: "een aanhalingsteken dat niet gesloten wordt"
        case .recordTooLong(let limit): "een rij van meer dan \(limit) bytes"
        case .wrongFieldCount(let expected, let found): "\(found) velden in plaats van \(expected)"
        case .missingColumn(let name): "kolom \(name) ontbreekt"
        case .unknownColumn(let name, let nearest): "onbekende kolom \(name)" + suggestion(nearest)
        case .duplicateColumn(let name): "kolom \(name) staat er twee keer"
        }
    }
}

/// “; bedoelde u …?”, where a word is near.
func suggestion(_ nearest: String?) -> String { nearest.map { "; bedoelde u \($0)?" } ?? "" }
