/// The tables of an extract, in the order in which they are read: what others refer to comes first.
package enum ExtractTable: String, CaseIterable, Sendable, Codable {
    case enterprise, establishment, branch, denomination, address, contact, activity

    /// `branch.csv` of a Full.
    var fullFile: String { rawValue + ".csv" }
    /// `branch_delete.csv` of an Update.
    var deleteFile: String { rawValue + "_delete.csv" }
    /// `branch_insert.csv` of an Update.
    var insertFile: String { rawValue + "_insert.csv" }
}

extension Row {
    /// The number of a field, which must be of a kind.
    @inline(__always)
    func number(
        _ field: Int,
        _ kind: RegisteredKind,
        _ tally: inout TableTally
    ) throws(FieldRefusal) -> UInt32 {
        let stem = try number(field, &tally)
        guard EntityNumber(stem: stem).kind == kind else { throw FieldRefusal(.wrongKind, field) }
        return stem
    }

    @inline(__always)
    func number(_ field: Int, _ tally: inout TableTally) throws(FieldRefusal) -> UInt32 {
        do throws(Refusal) { return try self[field].number(&tally) } catch { throw FieldRefusal(error, field) }
    }

    /// The number of a field that must be in the extract.
    @inline(__always)
    func known(
        _ field: Int,
        in known: borrowing NumberSet,
        _ tally: inout TableTally
    ) throws(FieldRefusal) -> UInt32 {
        let stem = try number(field, &tally)
        guard known.contains(stem) else { throw FieldRefusal(.unknownEntity, field) }
        return stem
    }

    /// A code of one digit.
    @inline(__always)
    func oneDigit(_ field: Int, upTo greatest: UInt8) throws(FieldRefusal) -> UInt8 {
        guard self[field].count == 1, self[field][0].digit <= greatest else { throw FieldRefusal(.unknownCode, field) }
        return self[field][0].digit
    }

    /// A code of three digits that must be in a span.
    @inline(__always)
    func code(_ field: Int, in span: ClosedRange<UInt16>, _ tally: inout TableTally) throws(FieldRefusal) -> UInt16 {
        guard let code = self[field].threeDigits(&tally), span.contains(code) else {
            throw FieldRefusal(.unknownCode, field)
        }
        return code
    }

    func append(_ field: Int, to target: inout [UInt8], _ tally: inout TableTally) throws(FieldRefusal) -> Int {
        do throws(Refusal) {
            return try self[field].append(to: &target, &tally)
        } catch {
            throw FieldRefusal(error, field)
        }
    }
}

/// Room for all numbers of the register: they have eight digits before the check.
func allNumbers() -> NumberSet { NumberSet(from: 0, to: 99_999_999) }
