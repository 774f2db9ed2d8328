/// Files that share a quota per sector.
enum FileClass: Int, CaseIterable, Sendable {
    case approved, rejected, ended, expired, undecided

    init(_ fate: Fate) {
        switch fate {
        case .approved: self = .approved
        case .rejected: self = .rejected
        case .withdrawn, .discontinued: self = .ended
        case .expired: self = .expired
        case .cancelled, .open: self = .undecided
        }
    }
}

/// How many files of each class each sector gets in a school year of which the requests per sector are known.
struct SectorQuotas: Sendable {
    /// By class, then by sector.
    private(set) var counts: [FileClass: [Int]] = [:]

    /// - Parameters:
    ///   - requests: all files of the year, by sector.
    ///   - totals: all files of the year, by class.
    ///   - undecided: the files of the year that nobody decided, by sector.
    ///   - rejections: how heavily each sector weighs in rejections.
    ///   - isFixed: sectors of which every file of the year is approved.
    init(requests: [Int], totals: [FileClass: Int], undecided: [Int], rejections: [Int], isFixed: [Bool]) {
        func caps(_ taken: [[Int]]) -> [Int] {
            requests.indices.map { sector in
                isFixed[sector] ? 0 : requests[sector] - taken.reduce(0) { $0 + $1[sector] }
            }
        }
        let rejected = apportion(totals[.rejected] ?? 0, weights: rejections, caps: caps([undecided]))
        let ended = apportion(totals[.ended] ?? 0, weights: requests, caps: caps([undecided, rejected]))
        counts[.undecided] = undecided
        counts[.rejected] = rejected
        counts[.ended] = ended
        counts[.approved] = requests.indices.map { requests[$0] - undecided[$0] - rejected[$0] - ended[$0] }
    }

    subscript(fileClass: FileClass) -> [Int] { counts[fileClass] ?? [] }
}

/// What print says about the requests of sectors, and what follows from it.
struct SectorRequests: Sendable {
    let sectors: [TwinSector]
    let cells: PublishedCells
    /// Approved on the measurement date, by sector.
    let approved: [Int]
    /// Requests of 2020-2021, by sector; those of the Flemish Partnership divided as its approved recognitions.
    let lastYear: [Int]
    private let isFlemish: [Bool]

    init(_ sectors: [TwinSector], _ cells: PublishedCells) {
        self.sectors = sectors
        self.cells = cells
        let isFlemish = sectors.map(\.isFlemish)
        let approved = cells.approvedBySector.column("recognitions", of: sectors.map(\.code))
        let flemish = cells.requestsByPartnership["vlaams_partnerschap", "requests"] ?? 0
        let flemishParts = apportion(flemish, weights: zip(approved, isFlemish).map { $1 ? $0 : 0 })
        lastYear = sectors.indices.map { index in
            isFlemish[index]
                ? flemishParts[index] : cells.requestsByPartnership[sectors[index].code, "requests"] ?? 0
        }
        self.approved = approved
        self.isFlemish = isFlemish
    }

    /// Requests of 2019-2020: where print gives the growth from it, the others in the proportion of the year after.
    ///
    /// `fixed` are the requests of sectors that began in that year.
    func yearBefore(fixed: [Int?]) throws(TwinProblem) -> [Int] {
        var known = fixed
        for (index, sector) in sectors.enumerated() where known[index] == nil {
            known[index] = cells.growthByPartnership[sector.code, "growth"].map { lastYear[index] - $0 }
        }
        let knownSum = known.reduce(0) { $0 + ($1 ?? 0) }
        let sectoral = try total("sectoral_partnerships_total")
        let flemish = try total("vlaams_partnerschap")
        let others = apportion(sectoral - knownSum, weights: weights { known[$0] == nil && !isFlemish[$0] })
        let flemishParts = apportion(flemish, weights: weights { isFlemish[$0] })
        return sectors.indices.map { known[$0] ?? (isFlemish[$0] ? flemishParts[$0] : others[$0]) }
    }

    private func weights(where isMeant: (Int) -> Bool) -> [Int] {
        sectors.indices.map { isMeant($0) ? lastYear[$0] : 0 }
    }

    private func total(_ group: String) throws(TwinProblem) -> Int {
        try cells.growthByPartnership.required(group, "2020-2021") - cells.growthByPartnership.required(group, "growth")
    }

    /// How heavily each sector weighs in rejections: its printed share, the others what is left.
    func rejectionWeights(_ requests: [Int]) -> [Int] {
        let printed = sectors.map { cells.rejectedShares[$0.code, "rejected_share"] }
        let status = cells.statusBySchoolYear
        let year = schoolYearName(schoolYearCount - 1)
        let (rejected, approved) = (status["rejected", year] ?? 0, status["approved", year] ?? 0)
        let known = sectors.indices.filter { printed[$0] != nil }
        let judged = known.reduce(0) { $0 + (printed[$1] ?? 0) * lastYear[$1] } * (approved + rejected)
        let rest = 100 * rejected * lastYear.reduce(0, +) - judged
        let others = lastYear.reduce(0, +) - known.reduce(0) { $0 + lastYear[$1] }
        let otherWeight = rest / max(1, others)
        return sectors.indices.map { index in
            requests[index] * (printed[index].map { $0 * (approved + rejected) } ?? otherWeight)
        }
    }

    /// Of the files of 2020-2021 nobody decided, so many of the Flemish Partnership that its decisions come out.
    ///
    /// `undecided` are all files of 2020-2021 that nobody decided, `carried` those of 2019-2020 that were decided in
    /// 2020-2021; the answer is the part of the Flemish Partnership in both.
    func flemishUndecided(of undecided: Int, carried: Int) throws(TwinProblem) -> (undecided: Int, carried: Int) {
        let decided = try cells.decisionsByMode.required("vlaams_partnerschap", "total")
        let requests = sectors.indices.reduce(0) { $0 + (isFlemish[$1] ? lastYear[$1] : 0) }
        let share = (undecided + carried) * requests / max(1, lastYear.reduce(0, +))
        let left = max(0, (share - (decided - requests)) / 2)
        return (left, left + decided - requests)
    }
}
