internal import Foundation
internal import TandemActions
internal import TandemDomain
internal import TandemRegister
internal import TandemSQL

/// The invented company register of the demonstration: the companies of its counter, its schools, and others around.
struct DemoCompanies {
    let file: RegisterFile
    /// How large it is beside the real register.
    let scale: Double
    let seed: UInt64

    /// Beside the register of the demonstration, whatever its make.
    init(beside base: String, scale: Double, seed: UInt64) {
        file = RegisterFile(path: "\(base).companies")
        self.scale = scale
        self.seed = seed
    }

    var isThere: Bool { file.current != nil }

    /// Where the update of the next day waits to be imported by hand.
    private var extracts: URL { URL(filePath: file.path + "-extracts") }

    /// Removes the register and its extracts.
    ///
    /// - Throws: an error of the file system.
    func remove() throws {
        for path in [file.path, file.path + ".lock", extracts.path] where isAt(path) {
            try FileManager.default.removeItem(atPath: path)
        }
        file.clear()
    }

    private func isAt(_ path: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: path)) != nil
    }

    /// Makes the register of what stands at the counter, imports it, and follows it; the update of the next day stays.
    ///
    /// - Throws: an error of the generator, of the import or of a database.
    func make(for counter: Counter) async throws {
        let start = ContinuousClock.now
        try remove()
        say("Inventing a company register around the companies of the demonstration …")
        try await generate(for: counter)
        let gazetteer = try Gazetteer.load()
        for name in try names(ending: "_Full.zip") {
            let importing = RegisterImport(file, driver: .sqlite, gazetteer: gazetteer)
            _ = try await importing(extracts.appending(path: name).path)
            try FileManager.default.removeItem(at: extracts.appending(path: name))
        }
        let employers = extracts.appending(path: "employers.csv").path
        _ = try await EmployerImport(file, driver: .sqlite) { try chunks(ofFile: employers) }
        try await follow(counter, gazetteer)
        let time = (ContinuousClock.now - start).formatted(.units(width: .wide))
        say("The company register of the demonstration was made in \(time).")
        for name in try names(ending: "_Update.zip") {
            say(
                "Tomorrow's update: tandem register import \(extracts.appending(path: name).path) --companies \(file.path)"
            )
        }
    }

    private func generate(for counter: Counter) async throws {
        let today = counter.clock.today()
        var options = GeneratorOptions()
        options.scale = scale
        options.seed = seed
        options.extract = Self.firstExtract
        options.date = today.adding(days: -1)
        options.updates = 1
        options.isZipped = true
        options.workers = ProcessInfo.processInfo.activeProcessorCount
        options.additional = try await DemoPlaces(counter: counter, today: today).enterprises()
        try await RegisterGenerator(options).write(to: extracts)
    }

    private static let firstExtract = 500

    private func names(ending: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: extracts.path).filter { $0.hasSuffix(ending) }.sorted()
    }

    private func follow(_ counter: Counter, _ gazetteer: Gazetteer) async throws {
        let register = CompanyRegister(file, driver: .sqlite, gazetteer: gazetteer)
        guard let snapshot = try await register.current() else { return }
        _ = try await counter.follow(snapshot)
    }
}
