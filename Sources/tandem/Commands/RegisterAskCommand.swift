internal import ArgumentParser
internal import Foundation
internal import TandemCSV
internal import TandemRegister

/// `tandem register ask QUESTIONS`: answers many questions to the company register, and tells how long each took.
struct RegisterAskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Answer a file of questions to the company register, and tell how long each took.",
        discussion: """
            A CSV with the columns kind, name, latitude, longitude, kilometres, activity, south, west, north, east and \
            zoom; the kind is 'search' or 'clusters', and what is empty is not asked. An activity is written 2025:43211. \
            The answer is a CSV with, for each question, how many there are, the numbers of the first (of clusters: \
            how many each holds), their distances in metres, and the microseconds it took.
            """
    )

    @Argument(help: ArgumentHelp("The questions, as CSV.", valueName: "file"))
    var questions: String

    @Option(name: .long, help: ArgumentHelp("Numbers that are not wanted, a line each.", valueName: "file"))
    var except: String?

    @Option(name: .long, help: "How many of the first are listed.")
    var limit = 50

    @OptionGroup var companies: CompaniesOption

    func run() async throws {
        let questions = try Question.all(in: Array(Data(contentsOf: URL(filePath: questions))))
        let except = try except.map { try Self.numbers(String(contentsOfFile: $0, encoding: .utf8)) }
        let index = try await companies.snapshot().index
        var writer = CSVWriter(lineEnding: .lineFeed)
        writer.append(["question", "total", "first", "metres", "microseconds"])
        for (number, question) in questions.enumerated() {
            let answer = question.answer(index, except: except, limit: limit)
            writer.append([String(number + 1)] + answer.fields)
        }
        FileHandle.standardOutput.write(Data(writer.takeBytes()))
    }

    private static func numbers(_ text: String) throws -> NumberSet {
        NumberSet(
            try text.split(whereSeparator: \.isNewline).map { line in
                guard let number = EntityNumber(String(line)) else {
                    throw ValidationError("'\(line)' is no number of an enterprise or an establishment.")
                }
                return number
            }
        )
    }
}
