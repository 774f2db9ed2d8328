internal import TandemDomain

/// Which trainings fit a company's sector, and which of them an establishment does not have yet.
struct TrainingChoice {
    /// Trainings that may be learned in any company.
    private static let generalStems = ["magazijn", "administratief", "onthaal", "onderhoud", "logistiek"]

    private let codes: [TrainingCode]
    private let offered: [Period]
    /// By system, then by sector, the fitting trainings first, then the general ones, then all others.
    private let ranked: [TwinSystem: [[Int]]]
    private let fitting: [TwinSystem: [Int]]
    /// What each establishment has already: establishment and training in one number.
    private var taken: Set<Int> = []

    init(_ reference: Reference, _ sectors: [TwinSector]) throws(TwinProblem) {
        let trainings = reference.trainings
        codes = trainings.map(\.code)
        offered = trainings.map(\.period)
        var ranked: [TwinSystem: [[Int]]] = [:]
        var fitting: [TwinSystem: [Int]] = [:]
        for system in TwinSystem.allCases {
            let all = trainings.indices.filter { trainings[$0].system.group.rawValue == system.rawValue }
            guard !all.isEmpty else { throw .noTraining(system: system.rawValue) }
            for sector in sectors {
                let own = all.filter { Self.fits(trainings[$0], sector) }
                let general = all.filter { !own.contains($0) && Self.matches(trainings[$0], Self.generalStems) }
                let rest = all.filter { !own.contains($0) && !general.contains($0) }
                ranked[system, default: []].append(own + general + rest)
                fitting[system, default: []].append(own.isEmpty ? general.count : own.count)
            }
        }
        self.ranked = ranked
        self.fitting = fitting
    }

    private static func fits(_ training: Training, _ sector: TwinSector) -> Bool {
        if !sector.isFlemish, training.submittingSector == sector.partnership { return true }
        return matches(training, sector.trainingStems)
    }

    private static func matches(_ training: Training, _ stems: [String]) -> Bool {
        let name = training.name.lowercased()
        return stems.contains { name.contains($0) }
    }

    /// A training that the establishment does not have yet, most likely one of the first that fit.
    mutating func choose(for draft: FileDraft, at site: Int, _ random: inout TwinRandom) -> Int {
        let list = ranked[draft.system]?[draft.sector] ?? []
        let count = max(1, min(list.count, fitting[draft.system]?[draft.sector] ?? 1))
        for _ in 0..<6 {
            let training = list[min(random.below(count), random.below(count))]
            if offered[training].contains(draft.submitted), take(training, at: site) { return training }
        }
        let isOffered = { [offered] (training: Int) in offered[training].contains(draft.submitted) }
        return list.first { isOffered($0) && take($0, at: site) } ?? list.first { take($0, at: site) } ?? list[0]
    }

    private mutating func take(_ training: Int, at site: Int) -> Bool {
        taken.insert(site * codes.count + training).inserted
    }

    func code(_ training: Int) -> TrainingCode { codes[training] }
}
