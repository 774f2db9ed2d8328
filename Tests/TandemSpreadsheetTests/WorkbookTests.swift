import TandemDomain
import TandemSpreadsheet
import Testing

@Suite struct `A workbook` {
    @Test func `is a zip, with or without rows`() throws {
        let columns = [Workbook.Column("Opleiding", width: 40), Workbook.Column("Lerenden")]
        let day = try #require(Day(iso: "2026-02-01"))
        for rows in [[], [[Workbook.Cell.text("=1+1"), .number(9)], [.day(day), .empty]]] {
            let bytes = try Workbook([Workbook.Sheet("Vraag en aanbod", columns: columns, rows: rows)]).bytes()
            #expect(bytes.prefix(2) == Array("PK".utf8)[...])
            #expect(bytes.count > 1000)
        }
    }

    @Test func `takes no name that a spreadsheet program refuses`() {
        let sheet = Workbook.Sheet("Per provincie/gemeente: alles [2026] en nog veel meer", columns: [], rows: [])
        #expect(sheet.name == "Per provinciegemeente alles 202")
    }
}
