/// A line chart drawn on the server, always beside the table that holds its numbers.
struct LineChart: Sendable {
    struct Line: Sendable {
        let name: String
        /// A number for each mark of the horizontal axis; nothing where there is none yet.
        let values: [Int?]
    }

    let title: Word
    let text: Word
    let marks: [String]
    let lines: [Line]

    private static let width = 760
    private static let height = 340
    private static let left = 56
    private static let right = 16
    private static let top = 16
    private static let bottom = 40

    /// Printed by `{{#chart}}{{>oversight/chart}}{{/chart}}`.
    var model: Model {
        [
            "title": .word(title), "text": .word(text),
            "viewBox": .text("0 0 \(Self.width) \(Self.height)"),
            "first": .text(String(Self.left)), "last": .text(String(Self.width - Self.right)),
            "grid": .list(gridNumbers.map(gridLine)),
            "marks": .list(marks.enumerated().map { index, mark in ["x": .text(x(index)), "label": .text(mark)] }),
            "markY": .text(String(Self.height - Self.bottom + 24)),
            "lines": .list(lines.enumerated().map(lineModel)),
        ]
    }

    private func lineModel(_ index: Int, _ line: Line) -> Model {
        let points = line.values.enumerated().compactMap { place, value in value.map { (x(place), y($0)) } }
        return [
            "name": .text(line.name), "class": .text("series series-\(index % 6 + 1)"),
            "points": .text(points.map { "\($0.0),\($0.1)" }.joined(separator: " ")),
            "dots": .list(points.map { ["x": .text($0.0), "y": .text($0.1)] }),
        ]
    }

    private func gridLine(_ number: Int) -> Model {
        ["y": .text(y(number)), "labelX": .text(String(Self.left - 10)), "label": .number(number)]
    }

    /// The top of the vertical axis: the first of 1, 2, 5, 10, 20 … times four that no number is above.
    private var highest: Int {
        let most = max(1, lines.flatMap(\.values).compactMap(\.self).max() ?? 0)
        var step = 1
        while true {
            for factor in [1, 2, 5] where step * factor * 4 >= most { return step * factor * 4 }
            step *= 10
        }
    }

    private var gridNumbers: [Int] { (0...4).map { $0 * highest / 4 } }

    private func x(_ index: Int) -> String {
        let space = Self.width - Self.left - Self.right - 24
        return String(Self.left + 12 + space * index / max(1, marks.count - 1))
    }

    private func y(_ value: Int) -> String {
        let space = Self.height - Self.top - Self.bottom
        return String(Self.top + space - space * value / highest)
    }
}
