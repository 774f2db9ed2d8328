internal import TandemCSV
internal import TandemDomain
internal import TandemRegister
internal import TandemSpreadsheet

/// Supply and demand as a file to take along: the same rows with the same numbers, and what they mean.
///
/// Who is signed in sees small numbers as well; each row says whether it may be published as it is (R76).
struct SupplyExport {
    let result: SupplyResult

    static let workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// As spreadsheet programs read it, with the areas and an explanation on sheets of their own.
    ///
    /// - Throws: where the file cannot be written.
    func workbook() throws -> [UInt8] {
        try Workbook([
            Workbook.Sheet(words("supplyExport.sheet"), columns: columns, rows: result.rows.map(cells)),
            Workbook.Sheet(words("supplyExport.provinceSheet"), columns: areaColumns, rows: provinces),
            Workbook.Sheet(
                words("supplyExport.explanationSheet"),
                columns: [column("supplyExport.fact", width: 26), column("supplyExport.value", width: 90)],
                rows: explanation
            ),
        ]).bytes()
    }

    /// As text with semicolons, which spreadsheet programs here open as a table.
    func csv() -> [UInt8] {
        var writer = CSVWriter(separator: .semicolon, withByteOrderMark: true)
        writer.append([words("supplyExport.referenceDate"), words("supplyExport.area")] + columns.map(\.title))
        for row in result.rows {
            let place: [Workbook.Cell] = [.text(result.facts.day.iso), .text(area)]
            writer.append((place + cells(row)).map(\.plainText))
        }
        return writer.takeBytes()
    }

    private var words: Words { result.words }

    private var area: String { result.regionName }

    private func column(_ title: Word, width: Int = 14) -> Workbook.Column {
        Workbook.Column(words(title), width: width)
    }

    private func yesOrNo(_ isYes: Bool) -> Workbook.Cell {
        .text(words(isYes ? "supplyExport.yes" : "supplyExport.no"))
    }

    private var columns: [Workbook.Column] {
        [
            column("supplyExport.code"), column("supplyExport.training", width: 46),
            column("supplyExport.sector", width: 28),
            column("supplyExport.providers"), column("supplyExport.learners"), column("supplyExport.planned"),
            column("supplyExport.places"), column("supplyExport.balance"), column("supplyExport.shortage"),
            column("supplyExport.idle"), column("supplyExport.mentors"),
            column("supplyExport.free"), column("supplyExport.candidates"),
            column("supplyExport.message", width: 44), column("supplyExport.publishable"),
        ]
    }

    private func cells(_ row: SupplyRow) -> [Workbook.Cell] {
        let (numbers, presenter) = (row.numbers, result.presenter)
        let sector = presenter.reference.training(row.training)?.submittingSector
        return [
            .text(row.training.rawValue), .text(presenter.training(row.training)),
            sector.map { .text(presenter.partnership($0)) } ?? .empty, .number(numbers.providers),
            .number(numbers.learners), .optional(numbers.planned), .number(numbers.places),
            .number(numbers.balance), .number(numbers.shortage), .number(numbers.idlePlaces),
            .number(numbers.mentors), .optional(numbers.freeMentorCapacity),
            .optional(result.candidates[row.training]), .text(message(row)),
            yesOrNo(!isSmall(numbers.learners)),
        ]
    }

    private func message(_ row: SupplyRow) -> String {
        if row.advice.isEmpty { return words(row.numbers.balanceBadge.text) }
        return row.advice.map { words($0.badge.text) }.joined(separator: "; ")
    }

    /// Fewer persons than a published table shows, and not none (R76).
    private func isSmall(_ count: Int) -> Bool {
        (1..<result.presenter.reference.figures.smallestPublishedCell[result.facts.day]).contains(count)
    }

    private var areaColumns: [Workbook.Column] {
        [column("supplyExport.province", width: 28)]
            + ([
                "supplyExport.providers", "supplyExport.learners", "supplyExport.places", "supplyExport.balance",
                "supplyExport.publishable",
            ] as [Word]).map { column($0) }
    }

    private var provinces: [[Workbook.Cell]] {
        Province.allCases.compactMap { province in
            result.analysis.byProvince[province].map { numbers in
                [
                    .text(province.dutchName), .number(numbers.providers), .number(numbers.learners),
                    .number(numbers.places), .number(numbers.balance),
                    yesOrNo(!isSmall(numbers.learners)),
                ]
            }
        }
    }

    private var explanation: [[Workbook.Cell]] {
        let smallest = result.presenter.reference.figures.smallestPublishedCell[result.facts.day]
        return [
            [.text(words("supplyExport.referenceDate")), .day(result.facts.day)],
            [.text(words("supplyExport.madeOn")), .day(result.presenter.today)],
            [.text(words("supplyExport.area")), .text(area)],
            [.text(words("supplyExport.trainings")), .text(result.selectionName)],
            [.text(words("supplyExport.source")), .text(words("supplyExport.sourceText"))],
            [
                .text(words("supplyExport.candidatesSource")),
                .text(
                    words(
                        result.extract.map { Word("supply.extract", ["day": DutchFormat.day($0.snapshot)]) }
                            ?? "supply.noRegister"
                    )
                ),
            ],
            [.text(words("supplyExport.place")), .text(words("supplyExport.placeText"))],
            [.text(words("supplyExport.balance")), .text(words("supplyExport.balanceText"))],
            [
                .text(words("supplyExport.free")),
                .text(words("supplyExport.freeText")),
            ],
            [
                .text(words("supplyExport.publishable")),
                .text(words("supplyExport.publishableText", ["most": String(smallest - 1)])),
            ],
        ]
    }
}

extension Workbook.Cell {
    static func optional(_ number: Int?) -> Self { number.map { .number($0) } ?? .empty }

    /// The cell in a table of texts; what a spreadsheet program would take for a formula gets an apostrophe.
    fileprivate var plainText: String {
        switch self {
        case .text(let text): "=+-@\t\r".contains(text.first ?? " ") ? "'\(text)" : text
        case .number(let number): String(number)
        case .day(let day): day.iso
        case .empty: ""
        }
    }
}
