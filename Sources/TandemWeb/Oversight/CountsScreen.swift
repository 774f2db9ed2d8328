internal import TandemDomain
internal import TandemReport

/// `GET /tellingen`: applications by school year, month and partnership, as they were on a measurement date.
struct CountsScreen: Screen {
    static let template = "oversight/counts"
    /// How many school years the chart shows; more lines than these nobody can tell apart.
    static let mostLines = 5

    let report: CountsReport
    let form: Form
    let presenter: Presenter

    var title: Word { "counts.title" }
    var caption: Word? { Word("counts.caption", ["day": DutchFormat.day(report.measuredOn)]) }
    var errors: FormErrors { form.errors }

    var model: Model {
        [
            "action": .text(Addresses.counts.url()),
            "day": form.day("op", "counts.measuredOn"),
            "figures": .list(figures.map(\.model)),
            "hasNumbers": .flag(report.number() > 0),
            "nothing": report.number() == 0 ? EmptyState("counts.nothing", "counts.nothingText").model : .nothing,
            "byYear": statusTable("counts.byYear", "counts.schoolYear", .schoolYear) { $0 }.model,
            "chart": chart.model,
            "byMonth": byMonth.model,
            "byPartnership": statusTable("counts.byPartnership", "counts.partnership", .partnership) {
                presenter.shortPartnership(PartnershipCode($0))
            }.model,
        ]
    }

    private var figures: [Figure] {
        [
            Figure("counts.submitted", DutchFormat.number(report.number())),
            Figure("counts.approved", DutchFormat.number(report.number([.status: StatusOnDay.approved.rawValue]))),
            Figure("counts.companies", DutchFormat.number(report.companies), note: "counts.each"),
            Figure("counts.establishments", DutchFormat.number(report.establishments), note: "counts.each"),
        ]
    }

    /// A dimension against the statuses of the measurement date, with a total on each side.
    private func statusTable(
        _ caption: Word,
        _ heading: Word,
        _ dimension: Dimension,
        name: (String) -> String
    ) -> Table {
        let statuses = StatusOnDay.allCases
        let rows = report.values(of: dimension).map { value in
            [Table.Cell.text(name(value)), .number(report.number([dimension: value]))]
                + statuses.map { .number(report.number([dimension: value, .status: $0.rawValue])) }
        }
        let total =
            [Table.Cell.word("counts.total"), .number(report.number())]
            + statuses.map { .number(report.number([.status: $0.rawValue])) }
        return Table(
            caption,
            columns: [Table.Column(heading), .number("counts.submittedColumn")]
                + statuses.map { .number(Word("counts.status.\($0.rawValue)")) },
            rows: rows + [total]
        )
    }
}

// Figure 7 of the yearly report: applications by month, a line for each school year.
extension CountsScreen {
    private var chart: LineChart {
        LineChart(
            title: "counts.chart",
            text: "counts.chartText",
            marks: months.map(\.label),
            lines: schoolYears.suffix(Self.mostLines).map { year in
                LineChart.Line(name: year.name, values: months.map { number(of: $0.month, in: year) })
            }
        )
    }

    private var byMonth: Table {
        Table(
            "counts.byMonth",
            columns: ["counts.schoolYear"] + months.map { .number(.verbatim($0.label)) } + [.number("counts.total")],
            rows: schoolYears.map { year in
                [.text(year.name)] + months.map { number(of: $0.month, in: year).map { .number($0) } ?? .empty }
                    + [.number(report.number([.schoolYear: year.name]))]
            }
        )
    }

    private var schoolYears: [SchoolYear] { report.values(of: .schoolYear).compactMap { SchoolYear($0) } }

    /// The months of a school year, which starts in September.
    private var months: [(month: Int, label: String)] {
        zip(
            [9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8],
            ["sep", "okt", "nov", "dec", "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug"]
        )
        .map { ($0, $1) }
    }

    /// Nothing for a month that had not begun on the measurement date.
    private func number(of month: Int, in year: SchoolYear) -> Int? {
        guard let first = Day(month >= 9 ? year.start : year.start + 1, month, 1), first <= report.measuredOn else {
            return nil
        }
        return report.number([.schoolYear: year.name, .month: String(first.iso.prefix(7))])
    }
}
