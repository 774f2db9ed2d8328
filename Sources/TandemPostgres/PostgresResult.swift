internal import CLibpq
internal import TandemSQL

/// An answer of the server, freed when it goes.
@safe final class PostgresResult {
    private let handle: OpaquePointer

    /// Takes an answer over, and frees it in the end.
    init(_ handle: OpaquePointer) { unsafe self.handle = handle }

    deinit { unsafe PQclear(handle) }

    var status: ExecStatusType { unsafe PQresultStatus(handle) }

    var rowCount: Int { Int(unsafe PQntuples(handle)) }

    /// How many rows a statement changed.
    var changedRows: Int { unsafe Int(String(cString: PQcmdTuples(handle))) ?? 0 }

    /// The word by which the server names what it did, `COMMIT` or `ROLLBACK`.
    var command: String { unsafe String(cString: PQcmdStatus(handle)) }

    /// A part of an error, by the letter that the protocol gives it.
    func errorField(_ letter: Character) -> String? {
        guard let code = letter.asciiValue, let text = unsafe PQresultErrorField(handle, Int32(code)) else { return nil }
        return unsafe String(cString: text)
    }

    /// A row in the values of the seam.
    ///
    /// - Throws: ``SQLError/unexpectedRow(_:)`` for a type that the register does not use.
    func row(_ index: Int) throws(SQLError) -> SQLRow {
        var values: [SQLValue] = []
        let columns = Int(unsafe PQnfields(handle))
        values.reserveCapacity(columns)
        for column in 0..<columns { values.append(try value(Int32(index), Int32(column))) }
        return SQLRow(values)
    }

    private func value(_ row: Int32, _ column: Int32) throws(SQLError) -> SQLValue {
        if unsafe PQgetisnull(handle, row, column) == 1 { return .null }
        guard let start = unsafe PQgetvalue(handle, row, column) else { return .null }
        let bytes = unsafe UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(handle, row, column)))
        let type = unsafe PQftype(handle, column)
        switch type {
        case 20, 23, 21: return .integer(unsafe Self.integer(bytes))
        case 16: return .integer(unsafe bytes.first == 0 ? 0 : 1)
        case 25, 1043, 19, 18, 705: return .text(unsafe String(decoding: bytes, as: UTF8.self))
        case 17: return .blob(unsafe Array(bytes))
        case 701: return .real(Double(bitPattern: UInt64(bitPattern: unsafe Self.integer(bytes))))
        case _: throw .unexpectedRow("column \(column) has the type \(type)")
        }
    }

    /// A number of two, four or eight bytes, the highest first, with its sign.
    private static func integer(_ bytes: UnsafeRawBufferPointer) -> Int64 {
        let number = unsafe bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let unused = UInt64(64 - 8 * bytes.count)
        return Int64(bitPattern: number << unused) >> Int64(unused)
    }
}
