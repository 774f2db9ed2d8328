internal import ArgumentParser
internal import TandemDomain
internal import TandemRegister

/// `tandem register status`: what the company register is made of.
struct RegisterStatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Tell which extracts the company register is made of, and how large it is."
    )

    @OptionGroup var companies: CompaniesOption

    func run() async throws {
        let snapshot = try await companies.snapshot()
        for extract in snapshot.extracts { print(extract.identity.words) }
        let counts = snapshot.counts
        print("\(counts.enterprises) enterprises, \(counts.establishments) establishments, \(counts.branches) branches")
        if let last = snapshot.identity { print("The next Update is \(last.number + 1).") }
    }
}
