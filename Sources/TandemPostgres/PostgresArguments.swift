internal import CLibpq
internal import TandemSQL

/// The arguments of a statement in the binary format of PostgreSQL, one behind the other in one piece of memory.
struct PostgresArguments {
    private var bytes: [UInt8] = []
    /// Where each begins; nothing for an absent value.
    private var starts: [Int?] = []
    private var lengths: [Int32] = []

    init(_ arguments: [SQLArgument]) {
        starts.reserveCapacity(arguments.count)
        lengths.reserveCapacity(arguments.count)
        for argument in arguments { append(argument.value) }
    }

    private mutating func append(_ value: SQLValue) {
        let start = bytes.count
        switch value {
        case .null: break
        case .integer(let number): append(bigEndian: UInt64(bitPattern: number))
        case .real(let number): append(bigEndian: number.bitPattern)
        case .text(let text): bytes.append(contentsOf: text.utf8)
        case .blob(let blob): bytes.append(contentsOf: blob)
        }
        starts.append(value == .null ? nil : start)
        lengths.append(Int32(bytes.count - start))
    }

    private mutating func append(bigEndian number: UInt64) {
        for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    /// How many there are.
    var count: Int32 { Int32(starts.count) }

    /// How many bytes they take on their way.
    var size: Int { bytes.count }

    /// Hands the arguments over as libpq takes them: values, lengths, formats.
    func withPointers<Result>(
        _ body: (
            UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
        ) throws -> Result
    ) rethrows -> Result {
        // An empty value needs an address too: no address means that the value is absent.
        let memory = bytes + [0]
        let formats = [Int32](repeating: 1, count: starts.count)
        return try unsafe memory.withUnsafeBytes { buffer in
            let base = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            let values = unsafe starts.map { start in unsafe start.flatMap { unsafe base?.advanced(by: $0) } }
            return try unsafe values.withUnsafeBufferPointer { values in
                try unsafe lengths.withUnsafeBufferPointer { lengths in
                    try unsafe formats.withUnsafeBufferPointer { formats in
                        try unsafe body(values.baseAddress, lengths.baseAddress, formats.baseAddress)
                    }
                }
            }
        }
    }
}

extension SQLType {
    /// The number under which PostgreSQL knows the type.
    var oid: Oid {
        switch self {
        case .integer: 20
        case .real: 701
        case .text: 25
        case .blob: 17
        }
    }
}
