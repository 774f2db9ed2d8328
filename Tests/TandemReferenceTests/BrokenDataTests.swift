import TandemReference
import Testing

/// One fault put into a shipped file, and where it must be found.
struct Fault: CustomTestStringConvertible {
    let what: String
    let file: ReferenceFile
    /// The line that is replaced, by its start, and what takes its place.
    let old: String
    let new: String
    /// `file:line:column: text`; the line is that of the text put in.
    let column: Int
    let text: String

    var testDescription: String { what }
}

private let decision = "decision_term_days,14,nee,,2016-07-01,,"

private let faults: [Fault] = [
    Fault(
        what: "a gap in a dated figure",
        file: .figures,
        old: "mentor_training_compulsory,ja",
        new: "mentor_training_compulsory,ja,nee,,2019-09-03,,Prato",
        column: 36,
        text: "geen waarde van 2019-09-01 tot en met 2019-09-02"
    ),
    Fault(
        what: "an overlap in a dated figure",
        file: .figures,
        old: "mentor_training_compulsory,ja",
        new: "mentor_training_compulsory,ja,nee,,2019-08-31,,Prato",
        column: 36,
        text: "overlapt met regel 17"
    ),
    Fault(
        what: "a figure that ends",
        file: .figures,
        old: decision,
        new: "decision_term_days,14,nee,,2016-07-01,2030-12-31,Decreet",
        column: 39,
        text: "loopt af en heeft geen opvolger"
    ),
    Fault(
        what: "a missing source",
        file: .figures,
        old: decision,
        new: decision,
        column: 40,
        text: "de bron ontbreekt"
    ),
    Fault(
        what: "a bad day",
        file: .figures,
        old: decision,
        new: "decision_term_days,14,nee,,2016-06-31,,Decreet",
        column: 28,
        text: "2016-06-31 is geen dag (jjjj-mm-dd)"
    ),
    Fault(
        what: "an end before the start",
        file: .trainings,
        old: "1098,",
        new: "1098,Ruwbouw,duaal_leren,graad_3,,STEM,min_20,nee,bouw,2016-09-01,2016-08-31,Decreet",
        column: 67,
        text: "valid_to ligt voor valid_from"
    ),
    Fault(
        what: "no number",
        file: .figures,
        old: decision,
        new: "decision_term_days,veertien,nee,,2016-07-01,,Decreet",
        column: 20,
        text: "veertien is geen geheel getal"
    ),
    Fault(
        what: "an unknown code",
        file: .trainings,
        old: "1098,",
        new: "1098,Ruwbouw,duaal_lern,graad_3,,STEM,min_20,nee,bouw,2016-09-01,,Decreet",
        column: 14,
        text: "onbekende code duaal_lern; bedoelde u duaal_leren?"
    ),
    Fault(
        what: "an unknown figure",
        file: .figures,
        old: decision,
        new: "decision_term_dayz,14,nee,,2016-07-01,,Decreet",
        column: 1,
        text: "onbekende code decision_term_dayz; bedoelde u decision_term_days?"
    ),
    Fault(
        what: "a dangling partnership",
        file: .trainings,
        old: "1098,",
        new: "1098,Ruwbouw,duaal_leren,graad_3,,STEM,min_20,nee,bouwe,2016-09-01,,Decreet",
        column: 51,
        text: "verwijst naar bouwe, dat er niet is; bedoelde u bouw?"
    ),
    Fault(
        what: "a dangling committee",
        file: .competences,
        old: "302,",
        new: "998,horeca,,2016-09-01,,Syntra",
        column: 1,
        text: "verwijst naar 998, dat er niet is"
    ),
    Fault(
        what: "a dangling parent",
        file: .labels,
        old: "system,dbso",
        new: "system,dbso,DBSO,leren,2016-07-01,,Jaarrapport",
        column: 18,
        text: "verwijst naar leren, dat er niet is"
    ),
    Fault(
        what: "a duplicate",
        file: .trainings,
        old: "1098,",
        new: "1096,Ruwbouw,duaal_leren,graad_3,,STEM,min_20,nee,bouw,2016-09-01,,Decreet",
        column: 1,
        text: "dubbel: staat ook op regel 36"
    ),
    Fault(
        what: "a competence twice",
        file: .competences,
        old: "304,",
        new: "302,horeca,,2016-09-01,,Syntra",
        column: 13,
        text: "dubbel: staat ook op regel 46"
    ),
    Fault(
        what: "a competence before its partnership",
        file: .competences,
        old: "139,",
        new: "139,binnenvaart,,2020-06-14,,Jaarrapport",
        column: 18,
        text: "begint voor het partnerschap, dat er is sinds 2020-06-15"
    ),
    Fault(
        what: "a gap between size classes",
        file: .sizeClasses,
        old: "size_5_9,",
        new: "size_5_9,5 tot 9,6,9,2016-07-01,,Jaarrapport",
        column: 18,
        text: "sluit niet aan op regel 3"
    ),
    Fault(
        what: "a municipality of another code",
        file: .providers,
        old: "OV0001,",
        new: "OV0001,Duaalschool,duaal_leren,2000,Gent,,2016-09-01,,verzonnen",
        column: 37,
        text: "Gent hoort niet bij 2000"
    ),
    Fault(
        what: "an establishment whose check digits are wrong",
        file: .providers,
        old: "OV0001,",
        new: "OV0001,Duaalschool,duaal_leren,2000,Antwerpen,7.900.099.772,2016-09-01,,verzonnen",
        column: 47,
        text: "7.900.099.772 is geen vestigingseenheidsnummer"
    ),
    Fault(
        what: "a row that is too short",
        file: .holidays,
        old: "Paasmaandag,2014",
        new: "Paasmaandag,2014-04-21",
        column: 23,
        text: "2 velden in plaats van 4"
    ),
    Fault(
        what: "an unclosed quote",
        file: .holidays,
        old: "Kerstmis,2035",
        new: "\"Kerstmis,2035-12-25",
        column: 1,
        text: "een aanhalingsteken dat niet gesloten wordt"
    ),
    Fault(
        what: "a provisional value without a note",
        file: .figures,
        old: decision,
        new: "decision_term_days,14,ja,,2016-07-01,,Decreet",
        column: 26,
        text: "een voorlopige waarde vraagt een toelichting"
    ),
    Fault(
        what: "an unknown column",
        file: .holidays,
        old: "name_nl,",
        new: "naam_nl,valid_from,valid_to,source",
        column: 1,
        text: "onbekende kolom naam_nl; bedoelde u name_nl?"
    ),
]

@Suite struct `A fault in the reference data` {
    private func problems(_ file: ReferenceFile, _ text: String?) -> [ReferenceProblem] {
        var files = ReferenceLibrary.files()
        files[file] = text.map { Array($0.utf8) }
        return ReferenceLibrary.read(files).problems
    }

    @Test(arguments: faults)
    func `is found with file, line and column`(fault: Fault) throws {
        let bytes = try #require(ReferenceLibrary.files()[fault.file])
        var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        let index = try #require(lines.firstIndex { $0.hasPrefix(fault.old) })
        lines[index] = fault.new
        let found = problems(fault.file, lines.joined(separator: "\n"))
        let expected = ReferenceProblem(
            file: fault.file.name,
            line: index + 1,
            column: fault.column,
            text: fault.text
        )
        #expect(found.contains(expected), "found \(found)")
    }

    @Test func `is found where a file is missing`() {
        let found = problems(.sizeClasses, nil)
        #expect(found == [.init(file: "size-classes.csv", line: 1, column: 1, text: "het bestand ontbreekt")])
    }

    @Test func `is found where a file is empty`() {
        let found = problems(.sizeClasses, "")
        #expect(found == [.init(file: "size-classes.csv", line: 1, column: 1, text: "het bestand is leeg")])
    }

    @Test func `is found where a figure is missing, and nothing is made`() throws {
        var files = ReferenceLibrary.files()
        let text = String(decoding: try #require(files[.figures]), as: UTF8.self)
        let kept = text.split(separator: "\n").filter { !$0.hasPrefix("appeal_term_days") }
        files[.figures] = Array(kept.joined(separator: "\n").utf8)
        let reading = ReferenceLibrary.read(files)
        #expect(reading.problems.map(\.text) == ["geen enkele rij voor appeal_term_days"])
        #expect(reading.reference == nil)
    }
}
