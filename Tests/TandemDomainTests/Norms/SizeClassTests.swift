import TandemDomain
import Testing

@Suite struct `The size class of a company` {
    let classes = [
        SizeClass(code: "none", label: "0", lower: 0, upper: 0),
        SizeClass(code: "few", label: "1 tot 4", lower: 1, upper: 4),
        SizeClass(code: "many", label: "5 en meer", lower: 5, upper: nil),
        SizeClass(code: "unknown", label: "onbekend", lower: nil, upper: nil),
    ]

    @Test(arguments: [(0, "none"), (1, "few"), (4, "few"), (5, "many"), (1_000_000, "many"), (nil, "unknown")])
    func `changes at the boundaries`(employees: Int?, expected: String) {
        #expect(classes.sizeClass(employees: employees)?.code == expected)
    }

    @Test func `does not exist for fewer than none`() { #expect(classes.sizeClass(employees: -1) == nil) }
}
