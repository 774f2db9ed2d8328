/// What kind of body a juridical form (*rechtsvorm*) makes; activities and establishments depend on it.
enum FormClass: String, CaseIterable, Sendable {
    case natural, company, association, coowners, foreign, unit
    case ofPublicLaw = "public"

    /// Its place in the columns of tables by class.
    var column: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// A juridical form with what it puts behind a name.
struct JuridicalForm: Sendable {
    let code: [UInt8]
    let formClass: FormClass
    let dutchSuffix: [UInt8]
    let frenchSuffix: [UInt8]
    /// The form to read instead while the statutes are not adapted to the code of 2019; empty otherwise.
    let adaptedCode: [UInt8]
    let share: Double

    /// Only bodies from before 2020 still have a form that the code of 2019 abolished.
    var isAbolished: Bool { !adaptedCode.isEmpty }
}

/// The juridical forms of the legal persons, and how often each occurs.
struct FormTable: Sendable {
    let forms: [JuridicalForm]
    /// The share of natural persons among all enterprises.
    let naturalShare: Double
    private let newCumulative: [Double]
    private let oldCumulative: [Double]

    /// Spreads the abolished forms over the `oldShare` of the legal persons that started before 2020.
    init(oldShare: Double) throws {
        let file = "juridical-forms.csv"
        let rows = try DistributionFile.rows(file)
        let total = try rows.reduce(0) { try $0 + $1.number(1, in: file) }
        let legal = rows.filter { !$0[0].isEmpty }
        let legalTotal = try legal.reduce(0) { try $0 + $1.number(1, in: file) }
        naturalShare = 1 - legalTotal / total
        forms = try legal.map { try Self.form($0, total: legalTotal, file) }
        let current = forms.reduce(0) { $0 + ($1.isAbolished ? 0 : $1.share) }
        let new = forms.map { $0.isAbolished ? 0 : $0.share / current }
        newCumulative = Self.cumulative(new)
        oldCumulative = Self.cumulative(zip(forms, new).map { ($0.share - (1 - oldShare) * $1) / oldShare })
    }

    private static func form(_ row: [String], total: Double, _ file: String) throws -> JuridicalForm {
        guard row.count == 6, let formClass = FormClass(rawValue: row[2]) else {
            throw GeneratorProblem.dataMalformed(file, row: row.joined(separator: ","))
        }
        return JuridicalForm(
            code: Array(row[0].utf8),
            formClass: formClass,
            dutchSuffix: Array(row[3].utf8),
            frenchSuffix: Array(row[4].utf8),
            adaptedCode: Array(row[5].utf8),
            share: try row.number(1, in: file) / total
        )
    }

    private static func cumulative(_ shares: [Double]) -> [Double] {
        var sum = 0.0
        return shares.map { share in
            sum += share
            return sum
        }
    }

    /// The form that stands at this point from 0 to 1 when all are laid side by side.
    func form(at quantile: Double, isOld: Bool) -> Int {
        let cumulative = isOld ? oldCumulative : newCumulative
        var (low, high) = (0, cumulative.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] <= quantile { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The share of a class among all enterprises.
    func share(of formClass: FormClass) -> Double {
        if formClass == .natural { return naturalShare }
        return (1 - naturalShare) * forms.reduce(0) { $0 + ($1.formClass == formClass ? $1.share : 0) }
    }
}
