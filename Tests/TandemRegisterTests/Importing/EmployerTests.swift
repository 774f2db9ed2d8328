import TandemRegister
import TandemTestKit
import Testing

@Suite struct `The side file of employers` {
    private static let (one, two): (UInt32, UInt32) = (2_000_700, 2_000_800)
    private static let (shop, works, yard): (UInt32, UInt32, UInt32) = (20_000_003, 20_000_004, 20_000_005)

    private static let full = TestExtract.full(
        140,
        [
            "enterprise": [Rows.enterprise(one), Rows.enterprise(two)],
            "establishment": [
                Rows.establishment(shop, of: one), Rows.establishment(works, of: two),
                Rows.establishment(yard, of: two),
            ],
            "denomination": [Rows.name(one, "Alfa"), Rows.name(two, "Beta")],
        ]
    )

    private func register() async throws -> TestRegister {
        let register = try TestRegister()
        try await register.load(Self.full)
        return register
    }

    private func take(_ lines: [String], in register: TestRegister) async throws -> EmployerImport.Report {
        let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
        return try await EmployerImport(register.file, driver: TestRegister.driver) {
            AnyIterator(CollectionOfOne(bytes).makeIterator())
        }
    }

    private static let header = "EstablishmentNumber,JointCommittee,SizeClass,Employees"

    @Test func `tells committee and people of an establishment, and of an enterprise together`() async throws {
        let register = try await register()
        let report = try await take(
            [
                Self.header, "\(Rows.number(Self.shop)),149.01,size_5_9,7",
                "\(Rows.number(Self.works)),124,size_10_19,",
                "\"\(Rows.number(Self.yard))\",\"20000\",,3", "\(Rows.number(20_000_009)),,size_0,",
            ],
            in: register
        )
        #expect(report.rows == 4 && report.unknown == 1)
        let snapshot = try await register.snapshot()
        let numbers = [Self.shop, Self.works, Self.two, Self.one, 20_000_010].map { EntityNumber(stem: $0) }
        let found = try await snapshot.employers(of: numbers)
        #expect(found[numbers[0]] == RegisteredEmployer(employees: 7, jointCommittee: "149.01"))
        #expect(found[numbers[1]] == RegisteredEmployer(employees: 10, jointCommittee: "124"))
        #expect(found[numbers[2]] == RegisteredEmployer(employees: 13, jointCommittee: "124"))
        #expect(found[numbers[3]]?.employees == 7)
        #expect(try await snapshot.employer(numbers[4]) == nil)
        #expect(try await snapshot.employees(of: numbers[0]) == 7)
        #expect(try await snapshot.jointCommittee(of: numbers[1]) == "124")
    }

    @Test func `stays when the next Full comes, and goes when another side file does`() async throws {
        let register = try await register()
        _ = try await take([Self.header, "\(Rows.number(Self.shop)),149.01,,7"], in: register)
        var next = Self.full
        next.number = 141
        try await register.load(next)
        let shop = EntityNumber(stem: Self.shop)
        #expect(try await register.snapshot().employer(shop)?.employees == 7)
        _ = try await take(["EstablishmentNumber,JointCommittee", "\(Rows.number(Self.works)),124"], in: register)
        #expect(try await register.snapshot().employer(shop) == nil)
    }

    /// A line below a good one, the column of the fault, and what is wrong.
    static let faults: [(String, Int, EmployerProblem.Reason)] = [
        ("2.000.000.340,124,size_5_9,7", 1, .notAnEstablishment("2.000.000.340")),
        ("\(Rows.number(2_000_700)),124,size_5_9,7", 1, .notAnEstablishment(Rows.number(2_000_700))),
        ("\(Rows.number(20_000_003)),124,size_5_9,7", 1, .twice(Rows.number(20_000_003))),
        ("\(Rows.number(20_000_004)),PC124,size_5_9,7", 15, .notACommittee("PC124")),
        ("\(Rows.number(20_000_004)),124,klein,7", 19, .notASizeClass("klein")),
        ("\(Rows.number(20_000_004)),124,,veel", 20, .notACount("veel")),
        ("\(Rows.number(20_000_004)),124,size_5_9,12", 28, .outsideClass("12")),
        ("\(Rows.number(20_000_004)),124", 18, .unreadable("the line has 2 fields instead of 4.")),
    ]

    @Test(arguments: faults)
    func `is refused whole, with line and column`(
        _ line: String,
        _ column: Int,
        _ reason: EmployerProblem.Reason
    ) async throws {
        let register = try await register()
        _ = try await take([Self.header, "\(Rows.number(Self.yard)),200,,5"], in: register)
        do {
            _ = try await take([Self.header, "\(Rows.number(Self.shop)),124,,1", line], in: register)
            Issue.record("it was taken")
        } catch let problem as EmployerProblem {
            #expect(problem.reason == reason && problem.line == 3 && problem.column == column, "\(problem)")
        }
        #expect(try await register.snapshot().employer(EntityNumber(stem: Self.yard))?.employees == 5)
        #expect(try await register.snapshot().employer(EntityNumber(stem: Self.shop)) == nil)
    }

    @Test func `needs a company register`() async throws {
        let register = try TestRegister()
        await #expect(throws: ExtractProblem.noRegister) { _ = try await take([Self.header], in: register) }
    }
}
