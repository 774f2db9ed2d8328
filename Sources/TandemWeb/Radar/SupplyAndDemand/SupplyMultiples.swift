internal import TandemDomain
internal import TandemRegister
internal import TandemSQL
internal import TandemStore

/// Learners and places of one training on the last reference dates, by province.
struct SupplySeries: Sendable {
    struct Point: Sendable, Hashable {
        var learners = 0
        var places = 0
    }

    /// Earliest first.
    let days: [Day]
    private var points: [Province: [Day: Point]] = [:]

    static let most = 6

    /// Reads the dates up to that of the facts.
    ///
    /// - Throws: an error of the database.
    init(
        of training: TrainingCode,
        _ facts: SupplyFacts,
        in region: SupplyRegion,
        _ gazetteer: Gazetteer,
        _ session: any SQLSession
    ) throws {
        days = facts.counts.map(\.referenceDate).filter { $0 <= facts.day }.prefix(Self.most).reversed()
        var places = PostalPoints(gazetteer, in: region)
        for (day, offer) in try session.enrolments(in: training) where days.contains(day) {
            guard let province = places.place(offer.postalCode)?.municipality.province else { continue }
            points[province, default: [:]][day, default: Point()].learners += offer.enrolled
        }
        for (day, code, count) in try session.placeCounts(of: training, on: days) {
            guard let province = places.place(code)?.municipality.province else { continue }
            points[province, default: [:]][day, default: Point()].places += count
        }
    }

    subscript(province: Province, day: Day) -> Point { points[province]?[day] ?? Point() }

    /// The whole region on a day.
    subscript(day: Day) -> Point {
        points.values.compactMap { $0[day] }.reduce(into: Point()) {
            $0.learners += $1.learners
            $0.places += $1.places
        }
    }
}

/// Small charts on one scale, one for each province: learners beside places, on each date.
struct SupplyMultiples: Sendable {
    private struct Pair {
        let label: String
        let learners: Int
        let places: Int
    }

    private let charts: [(name: String, pairs: [Pair])]

    private static let (width, height, bottom, top) = (220, 130, 22, 16)

    /// The reference dates of one training.
    init(_ series: SupplySeries) {
        charts = Province.allCases.compactMap { province in
            let pairs = series.days.map { day in
                let point = series[province, day]
                return Pair(label: Self.short(day), learners: point.learners, places: point.places)
            }
            return pairs.allSatisfy { $0.learners == 0 && $0.places == 0 } ? nil : (province.dutchName, pairs)
        }
    }

    /// One reference date of several trainings together.
    init(_ byProvince: [Province: SupplyAndDemand], on day: Day) {
        charts = Province.allCases.compactMap { province in
            guard let numbers = byProvince[province], numbers.learners + numbers.places > 0 else { return nil }
            let pair = Pair(label: Self.short(day), learners: numbers.learners, places: numbers.places)
            return (province.dutchName, [pair])
        }
    }

    /// Printed by `{{#multiples}}{{>radar/supply-multiples}}{{/multiples}}`; nothing without a chart.
    var model: Model {
        if charts.isEmpty { return .nothing }
        return [
            "viewBox": .text("0 0 \(Self.width) \(Self.height)"), "width": .text(String(Self.width)),
            "baseline": .text(String(Self.height - Self.bottom)),
            "labelY": .text(String(Self.height - 6)),
            "charts": .list(charts.map { chart($0.name, $0.pairs) }),
        ]
    }

    private func chart(_ name: String, _ pairs: [Pair]) -> Model {
        let step = Self.width / max(1, pairs.count)
        let bar = min(36, max(4, (step - 6) / 2))
        let last = pairs.last
        return [
            "name": .text(name),
            "text": .word(
                Word(
                    "supply.chartNumbers",
                    [
                        "name": name, "learners": DutchFormat.number(last?.learners ?? 0),
                        "places": DutchFormat.number(last?.places ?? 0),
                    ]
                )
            ),
            "bars": .list(
                pairs.enumerated().flatMap { index, pair -> [Model] in
                    let middle = index * step + step / 2
                    let isShown = pairs.count == 1 || index == pairs.count - 1
                    return [
                        rectangle(x: middle - bar, bar, pair.learners, "bar-learners", isShown),
                        rectangle(x: middle + 1, bar, pair.places, "bar-places", isShown),
                    ]
                }
            ),
            "marks": .list(
                pairs.enumerated().map { index, pair in
                    ["x": .text(String(index * step + step / 2)), "label": .text(pair.label)]
                }
            ),
        ]
    }

    private func rectangle(x: Int, _ width: Int, _ value: Int, _ name: String, _ isShown: Bool) -> Model {
        let length = value == 0 ? 0 : max(1, (Self.height - Self.bottom - Self.top) * value / highest)
        let y = Self.height - Self.bottom - length
        return [
            "x": .text(String(x)), "y": .text(String(y)), "width": .text(String(width)),
            "height": .text(String(length)), "class": .text(name),
            "number": isShown ? .number(value) : .nothing,
            "numberX": .text(String(x + width / 2)), "numberY": .text(String(y - 4)),
        ]
    }

    private var highest: Int { max(1, charts.flatMap(\.pairs).map { max($0.learners, $0.places) }.max() ?? 1) }

    /// `2/26` for February 2026.
    private static func short(_ day: Day) -> String {
        let (year, month, _) = day.parts
        return "\(month)/\(String(year).suffix(2))"
    }
}
