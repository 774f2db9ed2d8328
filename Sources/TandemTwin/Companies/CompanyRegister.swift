internal import TandemDomain

/// The companies, establishments and mentors behind the files, in the numbers of tables 5 and 11.
///
/// First come the companies of the last school year, by size class; each gets a sector such that the files of that
/// year fit. Then each sector gets the companies and establishments it still lacks, for its older recognitions.
struct CompanyRegister {
    var companies: [CompanyDraft] = []
    var sites: [SiteDraft] = []
    var mentors: [MentorDraft] = []
    let sectors: [TwinSector]
    let sizes: [TwinSize]
    let cells: PublishedCells
    var random: TwinRandom

    init(_ sectors: [TwinSector], _ cells: PublishedCells, _ random: inout TwinRandom) {
        self.sectors = sectors
        self.cells = cells
        self.random = TwinRandom(seed: random.next())
        sizes = cells.approvedBySize.rows.filter { $0 != "total" }.map(TwinSize.init(code:))
    }

    /// Gives every file its establishment and its mentors.
    mutating func place(_ drafts: inout [FileDraft]) throws(TwinProblem) {
        let last = schoolYearCount - 1
        var recent: [[Int]] = Array(repeating: [], count: sectors.count)
        var older = recent
        for (index, draft) in drafts.enumerated() where draft.fate == .approved {
            if draft.decisionYear == last {
                recent[draft.sector].append(index)
            } else {
                older[draft.sector].append(index)
            }
        }
        try addRecentCompanies(files: recent.map(\.count))
        for sector in sectors.indices {
            try fill(sector, recent: recent[sector], older: older[sector], &drafts)
            try addMentors(sector, &drafts)
        }
        placeTheRest(&drafts)
    }

    private mutating func addRecentCompanies(files: [Int]) throws(TwinProblem) {
        var filling = ExactFilling(room: files)
        var freeCompanies = printed("companies")
        var freeSites = zip(printed("establishments"), freeCompanies).map { $0 - $1 }
        let built = try RecentCompanies.build(sizes, cells, &random)
        for company in built.sorted(by: { ($0.sites.count, $0.files) > ($1.sites.count, $1.files) }) {
            let extra = company.sites.count - 1
            let sector = filling.bin(
                for: company.files,
                allowed: { freeCompanies[$0] > 0 && freeSites[$0] >= extra },
                &random
            )
            guard let sector else { throw .doesNotFit("companies of 2020-2021", cards: company.files, places: 0) }
            freeCompanies[sector] -= 1
            freeSites[sector] -= extra
            let index = addCompany(sector, size: company.size)
            companies[index].isRecent = true
            for count in company.sites { sites[addSite(index)].recent = count }
        }
    }

    func printed(_ column: String) -> [Int] { cells.approvedBySector.column(column, of: sectors.map(\.code)) }

    @discardableResult
    mutating func addCompany(_ sector: Int, size: Int) -> Int {
        companies.append(CompanyDraft(sector: sector, size: size))
        return companies.count - 1
    }

    @discardableResult
    mutating func addSite(_ company: Int) -> Int {
        sites.append(SiteDraft(company: company, sector: companies[company].sector))
        companies[company].sites.append(sites.count - 1)
        return sites.count - 1
    }

    /// Any size class, each as often as table 5 has companies in it.
    mutating func anySize() -> Int {
        random.index(weights: cells.approvedBySize.column("companies", of: sizes.map(\.code))) ?? 0
    }

    /// Adds what a sector lacks and puts its approved files in place.
    private mutating func fill(
        _ sector: Int,
        recent: [Int],
        older: [Int],
        _ drafts: inout [FileDraft]
    ) throws(TwinProblem) {
        let recentSites = sites.indices.filter { sites[$0].sector == sector }
        addOlderSites(sector, recentCompanies: companies.count { $0.sector == sector }, recentSites.count)
        let all = sites.indices.filter { sites[$0].sector == sector }
        let fresh = all.filter { sites[$0].recent == 0 }
        let places = recentSites.flatMap { Array(repeating: $0, count: sites[$0].recent) }
        guard places.count == recent.count, older.count >= fresh.count else {
            throw .doesNotFit("sites of \(sectors[sector].code)", cards: older.count, places: fresh.count)
        }
        for (file, site) in zip(shuffled(recent), places) { put(file, at: site, &drafts) }
        let files = shuffled(older)
        for (file, site) in zip(files, fresh) { put(file, at: site, &drafts) }
        for file in files.dropFirst(fresh.count) { put(file, at: roomySite(all), &drafts) }
    }

    private mutating func addOlderSites(_ sector: Int, recentCompanies: Int, _ recentSites: Int) {
        let companyCount = printed("companies")[sector]
        let first = companies.count
        for _ in 0..<max(0, companyCount - recentCompanies) { addSite(addCompany(sector, size: anySize())) }
        let added = companies.count - first
        let missing = printed("establishments")[sector] - recentSites - added
        // A few companies are chains and have most of the further establishments.
        let chains = max(1, added / 12)
        for _ in 0..<max(0, missing) {
            let company = added == 0 ? nil : first + random.below(random.percent(80) ? chains : added)
            addSite(company ?? companies.indices.last { companies[$0].sector == sector } ?? 0)
        }
    }

    /// No more approved recognitions at one establishment, so that the trainings suffice.
    private static let mostPerSite = 14

    private mutating func roomySite(_ all: [Int]) -> Int {
        for _ in 0..<50 {
            let site = all[random.below(all.count)]
            if sites[site].files.count < Self.mostPerSite { return site }
        }
        return all.min { sites[$0].files.count < sites[$1].files.count } ?? all[0]
    }

    private mutating func put(_ file: Int, at site: Int, _ drafts: inout [FileDraft]) {
        drafts[file].site = site
        sites[site].files.append(file)
    }

    mutating func shuffled(_ files: [Int]) -> [Int] {
        var files = files
        random.shuffle(&files)
        return files
    }
}
