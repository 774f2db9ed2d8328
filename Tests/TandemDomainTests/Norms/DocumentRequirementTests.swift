import TandemDomain
import Testing

@Suite struct `The documents that an application needs` {
    let rows: [DocumentRequirement]

    init() throws {
        func row(
            _ code: String,
            _ partnership: String?,
            staff: Bool?,
            _ need: DocumentNeed,
            from: String
        ) throws
            -> DocumentRequirement
        {
            DocumentRequirement(
                code: RequirementCode(code),
                partnership: partnership.map { PartnershipCode($0) },
                criterion: partnership == nil ? .mentor : .financialCapacity,
                label: code,
                hasStaff: staff,
                need: need,
                period: try Period.of(from),
                source: "invented"
            )
        }
        rows = [
            try row("extract", nil, staff: nil, .required, from: "2019-09-01"),
            try row("training", nil, staff: nil, .optional, from: "2016-07-01"),
            try row("debts", "inns", staff: true, .required, from: "2016-09-01"),
            try row("registration", "inns", staff: false, .required, from: "2016-09-01"),
        ]
    }

    @Test(arguments: [
        ("inns", true, "2020-01-01", ["extract", "training", "debts"]),
        ("inns", false, "2020-01-01", ["extract", "training", "registration"]),
        ("mills", true, "2020-01-01", ["extract", "training"]),
        ("mills", false, "2020-01-01", ["extract", "training"]),
        ("inns", true, "2019-08-31", ["training", "debts"]),
        ("inns", true, "2016-08-31", ["training"]),
        ("mills", false, "2016-06-30", []),
    ])
    func `depend on partnership, staff and day (R5, R6)`(
        partnership: String,
        hasStaff: Bool,
        iso: String,
        expected: [String]
    ) throws {
        let found = rows.requirements(
            partnership: PartnershipCode(partnership),
            hasStaff: hasStaff,
            on: try Day.of(iso)
        )
        #expect(found.map(\.code.rawValue) == expected)
    }

    @Test(arguments: [
        (DocumentNeed.required, [true, true, true, true]), (.optional, [false, false, false, false]),
        (.withDerogation, [false, false, true, true]), (.withMandate, [false, true, false, true]),
    ])
    func `block submission by derogation and mandate`(need: DocumentNeed, expected: [Bool]) throws {
        let row = DocumentRequirement(
            code: RequirementCode("any"),
            partnership: nil,
            criterion: .mentor,
            label: "",
            hasStaff: nil,
            need: need,
            period: try Period.of("2016-07-01"),
            source: "invented"
        )
        let found = [false, true].flatMap { derogation in
            [false, true].map { row.isRequired(hasDerogation: derogation, isMandated: $0) }
        }
        #expect(found == expected)
    }
}
