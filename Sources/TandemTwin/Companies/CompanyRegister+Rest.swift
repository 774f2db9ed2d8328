internal import TandemDomain

extension CompanyRegister {
    /// Of the files without approved recognition, so many in a hundred are of companies that have none at all.
    private static let newcomerShare = 6
    /// Of the expired recognitions, so many in a hundred were renewed where a fitting file exists.
    private static let renewalShare = 60
    /// Renewals are asked for in the last months before the end.
    private static let renewalDays = 110

    /// Places the files that led to no recognition, or to one that ended or expired.
    mutating func placeTheRest(_ drafts: inout [FileDraft]) {
        placeDiscontinued(&drafts)
        var bySector: [[Int]] = Array(repeating: [], count: sectors.count)
        for site in sites.indices where !sites[site].files.isEmpty { bySector[sites[site].sector].append(site) }
        var renewals = renewalCandidates(drafts)
        for file in drafts.indices {
            switch drafts[file].fate {
            case .approved, .discontinued: continue
            case .expired where random.percent(Self.renewalShare):
                if let next = renewal(of: drafts[file], among: &renewals, drafts) {
                    drafts[next].renews = file
                    drafts[file].site = drafts[next].site
                } else {
                    drafts[file].site = random.element(of: bySector[drafts[file].sector]) ?? 0
                }
            case .rejected, .withdrawn, .expired, .cancelled, .open:
                drafts[file].site = site(for: drafts[file], among: bySector)
            }
            nameOneMentor(file, &drafts)
        }
    }

    private mutating func site(for draft: FileDraft, among bySector: [[Int]]) -> Int {
        if !random.percent(Self.newcomerShare), let site = random.element(of: bySector[draft.sector]) { return site }
        // Half of the newcomers' files join the newcomer before.
        if random.percent(50), let last = sites.last, last.sector == draft.sector, last.files.isEmpty {
            return sites.count - 1
        }
        return addSite(addCompany(draft.sector, size: anySize()))
    }

    private mutating func nameOneMentor(_ file: Int, _ drafts: inout [FileDraft]) {
        let site = drafts[file].site
        let mentor = random.element(of: sites[site].mentors) ?? addMentor(at: site, &drafts)
        name(mentor, in: file, &drafts)
    }

    /// The register reports the end of a company: all its recognitions end on one day.
    private mutating func placeDiscontinued(_ drafts: inout [FileDraft]) {
        let files = drafts.indices.filter { drafts[$0].fate == .discontinued }.sorted {
            (drafts[$0].sector, drafts[$0].ended?.number ?? 0, $0) < (
                drafts[$1].sector, drafts[$1].ended?.number ?? 0, $1
            )
        }
        var rest = files[...]
        while let first = rest.first {
            var group = [first]
            for file in rest.dropFirst().prefix(random.below(3)) {
                guard canEnd(group, with: file, drafts) else { break }
                group.append(file)
            }
            rest = rest.dropFirst(group.count)
            let site = addSite(addCompany(drafts[first].sector, size: anySize()))
            let end = group.last.flatMap { drafts[$0].ended }
            for file in group {
                drafts[file].site = site
                drafts[file].ended = end
                nameOneMentor(file, &drafts)
            }
        }
    }

    /// Whether recognitions of one sector and one school year of the end are all valid until this one's end.
    private func canEnd(_ group: [Int], with file: Int, _ drafts: [FileDraft]) -> Bool {
        guard let end = drafts[file].ended, let firstEnd = drafts[group[0]].ended,
            drafts[file].sector == drafts[group[0]].sector, SchoolYear(of: end) == SchoolYear(of: firstEnd)
        else { return false }
        return group.allSatisfy { drafts[$0].decided.map { $0.adding(years: 5) > end } ?? false }
    }

    private func renewalCandidates(_ drafts: [FileDraft]) -> [Int: [Int]] {
        let first = PublishedCells.measuredOn.adding(days: -Self.renewalDays)
        let files = drafts.indices.filter { drafts[$0].fate == .approved && drafts[$0].submitted >= first }
        return Dictionary(grouping: files) { drafts[$0].sector }
    }

    private mutating func renewal(
        of draft: FileDraft,
        among candidates: inout [Int: [Int]],
        _ drafts: [FileDraft]
    ) -> Int? {
        let fitting = candidates[draft.sector]?.firstIndex { drafts[$0].system == draft.system }
        return fitting.flatMap { candidates[draft.sector]?.remove(at: $0) }
    }
}
