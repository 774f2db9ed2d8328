/// What extract 140 of the real register (October 2025) holds; the synthetic one has the same in proportion.
///
/// Counts published by the NewAgeKBO project from the full extract; `Data/distributions/SOURCES.md` names every source.
enum Targets {
    static let enterprises = 1_938_238
    static let establishments = 1_672_490
    static let branches = 7_325
    static let withoutEstablishment = 428_786.0 / 1_926_246
    /// Of the enterprises that have an establishment.
    static let withOneEstablishment = 0.93

    /// Names by language (unknown, French, Dutch, German, English).
    static let names: [Double] = [820_989, 413_491, 694_839, 8_445, 4_395]
    static let abbreviations: [Double] = [5_464, 44_543, 47_777, 430, 291]
    static let commercialNames: [Double] = [12_983, 484_386, 750_835, 6_330, 14_508]
    static let branchNames: [Double] = [10, 67, 87, 8, 29]

    static let contacts = 691_157.0

    static let vatEntities = 1_221_516.0
    static let vatRows = 6_440_000.0
    static let activityEntities = 1_647_622.0
    static let activityRows = 28_630_000.0
    static let employerEntities = 582_605.0
    static let employerRows = 1_200_000.0
    static let schoolEntities = 9_556.0
    static let schoolRows = 25_360.0
    static let localEntities = 6_484.0
    static let localRows = 6_925.0
    static let federalEntities = 897.0
    static let federalRows = 2_487.0
    static let electronicServiceRows = 2.0
    static let auxiliaryRows = 4_990.0
    static let allActivityRows = 36_306_369.0
    static let mainShare = 0.805
    static let shares = (nace2025: 0.477, nace2008: 0.459, nace2003: 0.064)
    /// The most activity rows that one entity has.
    static let mostActivityRows = 957
}
