internal import ArgumentParser
internal import TandemReference

/// `tandem reference`: validates the reference data and prints a summary.
struct ReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference",
        abstract: "Validate the dated reference data, and print a summary.",
        discussion: "Exit code 1 where a row is wrong; each problem is told with file, line and column."
    )

    func run() throws {
        let (problems, summary) = ReferenceLibrary.check()
        print(summary.lines.joined(separator: "\n"))
        for problem in problems { print(problem.description) }
        if !problems.isEmpty { throw ExitCode(1) }
    }
}
