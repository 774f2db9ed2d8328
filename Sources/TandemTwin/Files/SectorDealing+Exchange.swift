internal import TandemDomain

/// Exchanges of sectors between files already dealt: each keeps all counts but the one it corrects.
extension SectorDealing {
    /// Exchanges sectors within 2019-2020, so that the Flemish Partnership decides its number in 2020-2021.
    mutating func exchangeCarried(until target: Int) throws(TwinProblem) {
        let year = Self.lastYear - 1
        let pool = drafts.indices.filter { drafts[$0].year == year && !isYoung(sectors[drafts[$0].sector]) }
        var carried = pool.filter { drafts[$0].isLate }
        random.shuffle(&carried)
        var surplus = carried.count { isFlemish($0) } - target
        for file in carried where surplus != 0 && isFlemish(file) == (surplus > 0) {
            let partner = pool.first {
                !drafts[$0].isLate && drafts[$0].fate == drafts[file].fate && isFlemish($0) != (surplus > 0)
            }
            guard let partner else { continue }
            exchange(file, partner)
            surplus += surplus > 0 ? -1 : 1
        }
        guard surplus == 0 else { throw .doesNotFit("carried to 2020-2021", cards: target + surplus, places: target) }
    }

    private func isFlemish(_ file: Int) -> Bool { sectors[drafts[file].sector].isFlemish }

    /// Files of a sector that began in 2019-2020 are decided in that year, for print has few of them in the next.
    mutating func exchangeYoung() {
        let files = drafts.indices.filter { drafts[$0].year == Self.lastYear - 1 }
        for file in files where drafts[file].isLate && isYoung(sectors[drafts[file].sector]) {
            let sector = sectors[drafts[file].sector]
            let partner = files.first {
                let other = sectors[drafts[$0].sector]
                return !drafts[$0].isLate && drafts[$0].fate == drafts[file].fate && !isYoung(other)
                    && !other.isFlemish && sector.isOpen(on: drafts[$0].submitted)
            }
            if let partner { exchange(file, partner) }
        }
    }

    /// Moves rejections between 2019-2020 and 2020-2021, until the shares of figure 14 come out.
    ///
    /// A sector with a rejection too many gives it to another one for an approval in 2020-2021, and takes it back for an
    /// approval in 2019-2020: requests, decisions and approvals in all stay as they are.
    mutating func correctRejections() {
        let printed = sectors.map { requests.cells.rejectedShares[$0.code, "rejected_share"] }
        // The large ones have files of every kind in both years.
        let others = sectors.indices.filter {
            printed[$0] == nil && !sectors[$0].isFlemish && requests.lastYear[$0] >= Self.manyRequests
        }
        for (sector, share) in printed.enumerated() {
            guard let share, !isYoung(sectors[sector]) else { continue }
            let judged = drafts.filter { $0.sector == sector && $0.decisionYear == Self.lastYear }
            let (rejected, approved) = (judged.count { $0.fate == .rejected }, judged.count { $0.fate == .approved })
            let surplus = rejected - ((rejected + approved) * share + 50) / 100
            for _ in 0..<abs(surplus) {
                let (here, there) = surplus > 0 ? (Fate.rejected, Fate.approved) : (.approved, .rejected)
                guard let other = random.element(of: others) else { return }
                exchange(sector, here, with: other, there, Self.lastYear)
                exchange(sector, there, with: other, here, Self.lastYear - 1)
            }
        }
    }

    private static let manyRequests = 200

    /// Exchanges a file of one sector and fate for one of another sector and fate, both decided in the year they came in.
    private mutating func exchange(_ sector: Int, _ fate: Fate, with other: Int, _ otherFate: Fate, _ year: Int) {
        func first(_ sector: Int, _ fate: Fate) -> Int? {
            drafts.firstIndex {
                $0.year == year && !$0.isLate && $0.sector == sector && $0.fate == fate
            }
        }
        guard let own = first(sector, fate), let partner = first(other, otherFate) else { return }
        exchange(own, partner)
    }
}
