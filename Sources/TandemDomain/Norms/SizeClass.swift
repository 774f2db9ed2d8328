/// A class of companies by number of employees (*grootteklasse*).
package struct SizeClass: Hashable, Sendable {
    package let code: String
    package let label: String
    /// The fewest employees in the class; nothing for the class of companies whose size is unknown.
    package let lower: Int?
    /// The most employees in the class; nothing where there is no limit.
    package let upper: Int?

    package init(code: String, label: String, lower: Int?, upper: Int?) {
        self.code = code
        self.label = label
        self.lower = lower
        self.upper = upper
    }

    /// Whether a company with so many employees is in the class.
    package func contains(_ employees: Int?) -> Bool {
        guard let lower else { return employees == nil }
        guard let employees else { return false }
        return employees >= lower && (upper.map { employees <= $0 } ?? true)
    }
}

extension Sequence<SizeClass> {
    /// The class of a company with so many employees; nothing as a number stands for unknown.
    package func sizeClass(employees: Int?) -> SizeClass? { first { $0.contains(employees) } }
}
