internal import ArgumentParser
internal import Foundation
internal import TandemActions
internal import TandemDomain
internal import TandemReport
internal import TandemSQL
internal import TandemSQLite
internal import TandemStore

/// `tandem count`: counts from the register, by the measures of the yearly report.
struct CountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "count",
        abstract: "Count from the register, as it was on a measurement date.",
        subcommands: [CountApplicationsCommand.self]
    )
}

/// `tandem count applications --by school-year --by status --measured-on 2021-09-02`.
struct CountApplicationsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "applications",
        abstract: "Count applications by month, school year, status, system, partnership, applicant or mode.",
        discussion: """
            The measure 'submitted' counts by day of submission; 'decided' counts the decided ones by day of decision \
            with the status they have on the measurement date; 'ended' counts recognitions by the day they ended early.
            """
    )

    @OptionGroup var database: DatabaseOption

    @Option(
        name: .long,
        help: ArgumentHelp("By what, once or more: \(names(TandemReport.Dimension.self)).", valueName: "dimension"),
        transform: { try closed($0, TandemReport.Dimension.self) }
    )
    var by: [TandemReport.Dimension] = []

    @Option(
        name: .long,
        help: ArgumentHelp("What is counted: \(names(Measure.self)).", valueName: "measure"),
        transform: { try closed($0, Measure.self) }
    )
    var measure: Measure?

    @Option(name: .long, help: ArgumentHelp("As it was on this day; otherwise today.", valueName: "yyyy-mm-dd"))
    var measuredOn: DayArgument?

    @Flag(name: .long, help: "Print an array of objects, one member for each dimension and 'count'.")
    var json = false

    func run() async throws {
        let day = measuredOn?.day ?? WallClock.machine.today()
        let dimensions = by.isEmpty ? [.schoolYear] : by
        let facts = try await database.open().read { session in
            var facts: [ApplicationFact] = []
            try session.forEachApplicationFact(submittedThrough: day) { facts.append($0) }
            return facts
        }
        let counts = (measure ?? .applicationsSubmitted).counts(of: facts, by: dimensions, measuredOn: day)
        print(json ? try jsonText(counts, dimensions) : table(counts, dimensions))
    }

    private func table(_ counts: [Count], _ dimensions: [TandemReport.Dimension]) -> String {
        let rows = counts.map { count in dimensions.map { count.key[$0] ?? "" } + [String(count.count)] }
        let total = Array(repeating: "", count: dimensions.count) + [String(counts.reduce(0) { $0 + $1.count })]
        return aligned(
            [dimensions.map(\.rawValue) + ["count"]] + rows + [total],
            numbers: dimensions.count..<dimensions.count + 1
        )
    }

    private func jsonText(_ counts: [Count], _ dimensions: [TandemReport.Dimension]) throws -> String {
        let objects = counts.map { count in
            var object: [String: JSONCell] = ["count": .number(count.count)]
            for dimension in dimensions { object[dimension.rawValue] = .text(count.key[dimension] ?? "") }
            return object
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        return String(decoding: try encoder.encode(objects), as: UTF8.self)
    }
}

/// A value of an object in the printed JSON.
private enum JSONCell: Encodable {
    case text(String)
    case number(Int)

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        }
    }
}
