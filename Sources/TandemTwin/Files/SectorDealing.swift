internal import TandemDomain

/// Deals the sectors out over the files like cards: as many of each as print says, in random order.
///
/// The two last school years have their printed requests per sector. What each sector still needs to reach its
/// approved recognitions (table 11) is dealt over the years before.
struct SectorDealing {
    let requests: SectorRequests
    var drafts: [FileDraft]
    var random: TwinRandom

    static let lastYear = schoolYearCount - 1

    static func deal(
        _ drafts: inout [FileDraft],
        _ sectors: [TwinSector],
        _ cells: PublishedCells,
        _ random: inout TwinRandom
    ) throws(TwinProblem) {
        var dealing = SectorDealing(
            requests: SectorRequests(sectors, cells),
            drafts: drafts,
            random: TwinRandom(seed: random.next())
        )
        try dealing.run()
        drafts = dealing.drafts
    }

    private mutating func run() throws(TwinProblem) {
        let last = Self.lastYear
        let flemish = try requests.flemishUndecided(
            of: indices(last, .undecided).count,
            carried: drafts.count { $0.year == last - 1 && $0.isLate }
        )
        let lastQuotas = quotas(
            last,
            requests.lastYear,
            flemishUndecided: flemish.undecided,
            fixed: sectors.map { _ in nil }
        )
        let restOfLast = zip(requests.approved, lastQuotas[.approved]).map { $0 - $1 }
        let fixed = zip(sectors, restOfLast).map { isYoung($0) ? $1 : nil }
        let before = quotas(last - 1, try requests.yearBefore(fixed: fixed), flemishUndecided: nil, fixed: fixed)
        try deal(last, lastQuotas)
        try deal(last - 1, before)
        exchangeYoung()
        try exchangeCarried(until: flemish.carried)
        correctRejections()
        try dealEarlierYears(approved: zip(restOfLast, before[.approved]).map { $0 - $1 })
    }

    var sectors: [TwinSector] { requests.sectors }

    mutating func exchange(_ file: Int, _ other: Int) {
        (drafts[file].sector, drafts[other].sector) = (drafts[other].sector, drafts[file].sector)
    }

    /// Whether the sector began in the last school year but one.
    func isYoung(_ sector: TwinSector) -> Bool {
        guard let day = sector.notBefore else { return false }
        return day >= monthStart(0, ofYearStartingIn: firstSchoolYear + Self.lastYear - 1)
    }

    private func indices(_ year: Int, _ fileClass: FileClass) -> [Int] {
        drafts.indices.filter { drafts[$0].year == year && FileClass(drafts[$0].fate) == fileClass }
    }

    private func quotas(_ year: Int, _ requested: [Int], flemishUndecided: Int?, fixed: [Int?]) -> SectorQuotas {
        var totals: [FileClass: Int] = [:]
        for draft in drafts where draft.year == year { totals[FileClass(draft.fate), default: 0] += 1 }
        let undecided = totals[.undecided] ?? 0
        let weights = sectors.indices.map { fixed[$0] == nil ? requested[$0] : 0 }
        var shares = apportion(undecided, weights: weights, caps: requested)
        if let flemishUndecided {
            let flemish = zip(weights, sectors).map { $1.isFlemish ? $0 : 0 }
            let sectoral = zip(weights, sectors).map { $1.isFlemish ? 0 : $0 }
            shares = zip(
                apportion(flemishUndecided, weights: flemish, caps: requested),
                apportion(undecided - flemishUndecided, weights: sectoral, caps: requested)
            ).map { $0 + $1 }
        }
        return SectorQuotas(
            requests: requested,
            totals: totals,
            undecided: shares,
            rejections: requests.rejectionWeights(requested),
            isFixed: fixed.map { $0 != nil }
        )
    }

    private mutating func deal(_ year: Int, _ quotas: SectorQuotas) throws(TwinProblem) {
        for fileClass in FileClass.allCases where fileClass != .expired {
            try deal(quotas[fileClass], to: indices(year, fileClass), "\(schoolYearName(year)) \(fileClass)")
        }
    }

    /// Deals so many files of each sector to these files, which stand in the order of their days.
    private mutating func deal(_ counts: [Int], to files: [Int], _ what: String) throws(TwinProblem) {
        var deck = cards(counts)
        guard deck.count == files.count, counts.allSatisfy({ $0 >= 0 }) else {
            throw .doesNotFit(what, cards: deck.count, places: files.count)
        }
        random.shuffle(&deck)
        var aside: [Int] = []
        var today: Day?
        for file in files {
            let day = drafts[file].submitted
            if day != today { takeBack(&aside, into: &deck, on: day) }
            today = day
            while let card = deck.last, !sectors[card].isOpen(on: day) { aside.append(deck.removeLast()) }
            guard let card = deck.popLast() else { throw .doesNotFit(what, cards: 0, places: files.count) }
            drafts[file].sector = card
        }
    }

    /// Shuffles the cards of sectors that have begun by now back into the deck.
    private mutating func takeBack(_ aside: inout [Int], into deck: inout [Int], on day: Day) {
        let begun = aside.filter { sectors[$0].isOpen(on: day) }
        guard !begun.isEmpty else { return }
        aside.removeAll { sectors[$0].isOpen(on: day) }
        deck += begun
        random.shuffle(&deck)
    }

    private mutating func dealEarlierYears(approved: [Int]) throws(TwinProblem) {
        let early = drafts.indices.filter { drafts[$0].year < Self.lastYear - 1 }
        let rejections = requests.rejectionWeights(approved)
        for fileClass in FileClass.allCases {
            let files = early.filter { FileClass(drafts[$0].fate) == fileClass }
            let counts =
                switch fileClass {
                case .approved: approved
                case .rejected: apportion(files.count, weights: rejections)
                case .expired: apportion(files.count, weights: openFromTheStart(approved, files))
                case .ended, .undecided: apportion(files.count, weights: approved)
                }
            try deal(counts, to: files, "earlier years \(fileClass)")
        }
    }

    /// Only sectors that were there when the first of these files came in.
    private func openFromTheStart(_ weights: [Int], _ files: [Int]) -> [Int] {
        guard let first = files.first else { return weights }
        return zip(weights, sectors).map { $1.isOpen(on: drafts[first].submitted) ? $0 : 0 }
    }
}
