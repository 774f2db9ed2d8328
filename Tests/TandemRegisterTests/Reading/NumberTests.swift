import TandemRegister
import Testing

@Suite struct `A number of the register` {
    @Test(arguments: [
        ("0314.595.348", "0314.595.348"), ("0206731645", "0206.731.645"), ("403.170.701", "0403.170.701"),
        ("BE 0200.004.397", "0200.004.397"), ("1015.822.897", "1015.822.897"), ("2.000.000.339", "2.000.000.339"),
        ("2190171611", "2.190.171.611"), ("9.000.006.626", "9.000.006.626"), ("be0403170701", "0403.170.701"),
    ])
    func `is read in any notation`(_ typed: String, _ formatted: String) throws {
        #expect(try #require(EntityNumber(typed)).formatted == formatted)
    }

    @Test(arguments: [
        "", "0200.065.766", "0314.595.349", "2.000.000.338", "9.000.006.627", "12", "abc", "0314.595.34x",
    ])
    func `is refused when it cannot be right`(_ typed: String) {
        #expect(EntityNumber(typed) == nil)
    }

    @Test func `tells its kind by its first digit`() {
        #expect(EntityNumber("1015.822.897")?.kind == .enterprise)
        #expect(EntityNumber("2.000.000.339")?.kind == .establishment)
        #expect(EntityNumber("9.000.006.626")?.kind == .branch)
    }

    @Test func `lies in a set or not, as in any set`() {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededNumbers(seed)
        for _ in 0..<50 {
            let members = Set((0..<200).map { _ in UInt32.random(in: 20_000_000...20_001_000, using: &random) })
            let numbers = NumberSet(members.map(EntityNumber.init(stem:)))
            #expect(numbers.count == members.count, "seed \(seed)")
            for stem in UInt32(19_999_900)...20_001_100 {
                #expect(numbers.contains(EntityNumber(stem: stem)) == members.contains(stem), "seed \(seed)")
            }
        }
        #expect(!NumberSet().contains(EntityNumber(stem: 0)))
    }
}

@Suite struct `A code of activities` {
    @Test(arguments: ["43", "432", "4321", "43211", "4321101", "01", "01110", "0111001"])
    func `keeps its digits, also zeros in front`(_ digits: String) throws {
        let code = try #require(NaceCode(.nace2025, digits))
        #expect(code.digits == digits)
        #expect(code.version == .nace2025)
        #expect(code.length == digits.count)
    }

    @Test(arguments: ["", "4", "12345678", "4x", "43.21"])
    func `is refused when it is none`(_ digits: String) { #expect(NaceCode(.nace2008, digits) == nil) }

    @Test func `contains what begins with it, in its own version only`() {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededNumbers(seed)
        func digits() -> String {
            String((0..<Int.random(in: 2...7, using: &random)).map { _ in "0123".randomElement(using: &random) ?? "0" })
        }
        for _ in 0..<20_000 {
            let (first, second) = (digits(), digits())
            guard let code = NaceCode(.nace2008, first), let other = NaceCode(.nace2008, second),
                let later = NaceCode(.nace2025, second)
            else { continue }
            #expect(code.contains(other) == second.hasPrefix(first), "\(first) \(second), seed \(seed)")
            #expect(!code.contains(later), "seed \(seed)")
            #expect((code < other) == (first < second), "\(first) \(second), seed \(seed)")
        }
    }

    @Test func `has a hint where to look in the other version`() throws {
        let hints = try NaceHints.load()
        let old = try #require(NaceCode(.nace2008, "43211"))
        #expect(hints.alsoUnder(old).map(\.digits) == ["43211", "43213", "43214"])
        let new = try #require(NaceCode(.nace2025, "43213"))
        #expect(hints.alsoUnder(new).map(\.description) == ["2008:43211"])
        let narrow = try #require(NaceCode(.nace2008, "4321101"))
        #expect(hints.alsoUnder(narrow).map(\.digits) == ["43211", "43213", "43214"])
        let wide = try #require(NaceCode(.nace2008, "432"))
        #expect(hints.alsoUnder(wide).count > 5)
    }
}
