/// Joins companies of different sectors into one, as often as the totals of table 11 ask for.
///
/// The rows of the table add up to more than its totals: a company may be in two sectors, with an establishment or a
/// mentor in both. Companies, establishments and mentors each have their own excess.
struct Joining {
    /// Where each company, establishment and mentor went; most stay themselves.
    private(set) var company: [Int]
    private(set) var site: [Int]
    private(set) var mentor: [Int]

    private let register: CompanyRegister
    private let sectorOf: [Int]
    /// Companies that may still be joined, those with most establishments first.
    private var candidates: [Int]

    init(_ register: CompanyRegister) throws(TwinProblem) {
        self.register = register
        sectorOf = register.companies.map(\.sector)
        company = Array(register.companies.indices)
        site = Array(register.sites.indices)
        mentor = Array(register.mentors.indices)
        candidates = register.companies.indices.filter { index in
            let company = register.companies[index]
            return !company.isRecent && company.sites.allSatisfy { !register.sites[$0].files.isEmpty }
        }
        candidates.sort { left, right in
            let (leftCount, rightCount) = (register.companies[left].sites.count, register.companies[right].sites.count)
            return leftCount == rightCount ? left < right : leftCount > rightCount
        }
        let (sectoral, flemish) = ("sectoral_partnerships_total", "vlaams_partnerschap")
        let sectors = register.sectors
        try join(sectors.filter { !$0.isFlemish }.map(\.code), into: sectoral) { !$0.isFlemish && !$1.isFlemish }
        try join(sectors.filter(\.isFlemish).map(\.code), into: flemish) { $0.isFlemish && $1.isFlemish }
        try join([sectoral, flemish], into: "total") { $0.isFlemish != $1.isFlemish }
    }

    private mutating func join(
        _ rows: [String],
        into total: String,
        _ mayPair: (TwinSector, TwinSector) -> Bool
    ) throws(TwinProblem) {
        let pairs = try excess("companies", rows, total)
        var siteRest = try excess("establishments", rows, total)
        var mentorRest = try excess("mentors", rows, total)
        for _ in 0..<pairs {
            guard let (first, second) = nextPair(mayPair) else {
                throw .doesNotFit("joined companies \(total)", cards: 0, places: pairs)
            }
            company[second] = first
            siteRest -= merge(register.companies[second].sites, into: register.companies[first].sites, &site, siteRest)
            mentorRest -= merge(mentors(of: second), into: mentors(of: first), &mentor, mentorRest)
        }
        guard siteRest == 0, mentorRest == 0 else {
            throw .doesNotFit("joined establishments and mentors \(total)", cards: siteRest, places: mentorRest)
        }
    }

    private func excess(_ column: String, _ rows: [String], _ total: String) throws(TwinProblem) -> Int {
        let table = register.cells.approvedBySector
        return table.column(column, of: rows).reduce(0, +) - (try table.required(total, column))
    }

    /// The first candidate and the next that may be paired with it; both are then gone.
    private mutating func nextPair(_ mayPair: (TwinSector, TwinSector) -> Bool) -> (Int, Int)? {
        let sectors = register.sectors
        for (position, first) in candidates.enumerated() {
            let sector = sectorOf[first]
            let partners = sectors.indices.map { $0 != sector && mayPair(sectors[sector], sectors[$0]) }
            guard partners.contains(true) else { continue }
            let next = candidates[(position + 1)...].firstIndex { partners[sectorOf[$0]] }
            guard let next else { continue }
            let second = candidates.remove(at: next)
            candidates.remove(at: position)
            return (first, second)
        }
        return nil
    }

    private func mentors(of company: Int) -> [Int] {
        register.companies[company].sites.flatMap { register.sites[$0].mentors }
    }

    /// Sends the second ones to the first ones, at most so many, and says how many went.
    private func merge(_ second: [Int], into first: [Int], _ map: inout [Int], _ limit: Int) -> Int {
        let count = min(first.count, second.count, limit)
        for index in 0..<count { map[second[index]] = first[index] }
        return count
    }
}
