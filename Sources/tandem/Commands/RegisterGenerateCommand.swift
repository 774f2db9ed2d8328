internal import ArgumentParser
internal import Foundation
internal import TandemDomain
internal import TandemRegister

/// `tandem register generate`: a synthetic company register in the form of the real one.
struct RegisterGenerateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Make a synthetic company register: invented companies in the proportions of the real one.",
        discussion: """
            The files are those of KBO Open Data, byte for byte in its dialect; Documentation/Company register.md says \
            what is in them. The same options give the same bytes. Beside the extracts stand employers.csv, with what \
            the real register lacks, and expected.json, with the rows of each file.
            """
    )

    @Option(name: .long, help: "The size: 1 is that of the real register, 2.2 GB.")
    var scale = 0.001

    @Option(name: .long, help: "The seed of chance: the same seed gives the same register.")
    var seed: UInt64 = 1

    @Option(
        name: .long,
        help: ArgumentHelp("How clean it is: \(names(Dirt.self)); otherwise none.", valueName: "kind"),
        transform: { try closed($0, Dirt.self) }
    )
    var dirt = Dirt.none

    @Option(name: .long, help: "The number of the first extract.")
    var extract = 140

    @Option(
        name: .long,
        help: ArgumentHelp("The day of the first extract; otherwise 2025-10-05.", valueName: "yyyy-mm-dd")
    )
    var date: DayArgument?

    @Option(name: .long, help: "How many daily updates follow.")
    var updates = 0

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Which Fulls stand beside the updates: \(names(FullSelection.self)); otherwise first.",
            valueName: "which"
        ),
        transform: { try closed($0, FullSelection.self) }
    )
    var fulls = FullSelection.first

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Something wrong in the sequence, once or more: \(names(ScriptedFault.Kind.self)), each with a number.",
            valueName: "kind:number"
        ),
        transform: { try scripted($0) }
    )
    var fault: [ScriptedFault] = []

    @Flag(name: .long, help: "Write each extract as a zip.")
    var zip = false

    @Option(name: .long, help: ArgumentHelp("The folder to write into.", valueName: "folder"))
    var out: String

    func run() async throws {
        var options = GeneratorOptions()
        options.scale = scale
        options.seed = seed
        options.dirt = dirt
        options.extract = extract
        if let date { options.date = date.day }
        options.updates = updates
        options.fulls = fulls
        options.faults = fault
        options.isZipped = zip
        options.workers = ProcessInfo.processInfo.activeProcessorCount
        let generator: RegisterGenerator
        do {
            generator = try RegisterGenerator(options)
        } catch let problem as GeneratorProblem {
            throw ValidationError(problem.description)
        }
        try await generator.write(to: URL(filePath: out)) { print($0) }
    }
}

/// Reads `gap:143`.
private func scripted(_ text: String) throws -> ScriptedFault {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let kind = try closed(String(parts.first ?? ""), ScriptedFault.Kind.self)
    guard parts.count == 2, let number = Int(parts[1]) else {
        throw ValidationError("Write the fault with the number of the extract: '\(kind.rawValue):141'.")
    }
    return ScriptedFault(kind, extract: number)
}
