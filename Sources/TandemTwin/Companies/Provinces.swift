internal import TandemDomain

/// Gives establishments their province, so that the approvals of 2020-2021 come out as figure 18 prints them.
enum Provinces {
    static func place(_ register: inout CompanyRegister, _ random: inout TwinRandom) throws(TwinProblem) {
        let counts = counts(register)
        var filling = ExactFilling(room: counts)
        let recent = register.sites.indices.filter { register.sites[$0].recent > 0 }
            .sorted { (register.sites[$1].recent, $0) < (register.sites[$0].recent, $1) }
        for site in recent {
            let size = register.sites[site].recent
            guard let province = filling.bin(for: size, allowed: { _ in true }, &random) else {
                throw .doesNotFit("provinces", cards: size, places: 0)
            }
            register.sites[site].province = province
        }
        for site in register.sites.indices where register.sites[site].recent == 0 {
            register.sites[site].province = random.index(weights: counts) ?? 0
        }
    }

    /// The provinces of the figure, and last the one that has what is left.
    static func codes(_ cells: PublishedCells) -> [String] {
        cells.provinces.rows + [Province.oostVlaanderen.rawValue]
    }

    private static func counts(_ register: CompanyRegister) -> [Int] {
        let total = register.sites.reduce(0) { $0 + $1.recent }
        let table = register.cells.provinces
        let counts = table.rows.map { row in
            table[row, "approved"] ?? ((table[row, "share"] ?? 0) * total + 50) / 100
        }
        return counts + [total - counts.reduce(0, +)]
    }
}
