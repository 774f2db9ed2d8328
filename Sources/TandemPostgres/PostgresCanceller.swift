internal import CLibpq

/// Calls off what a connection runs, from another thread.
@safe final class PostgresCanceller: @unchecked Sendable {
    private let handle: OpaquePointer

    /// Takes over what libpq made for this.
    init(_ handle: OpaquePointer) { unsafe self.handle = handle }

    deinit { unsafe PQfreeCancel(handle) }

    /// Asks the server, which may be done already; libpq allows this from any thread.
    func cancel() {
        var message = [CChar](repeating: 0, count: 256)
        let size = Int32(message.count)
        _ = unsafe message.withUnsafeMutableBufferPointer { unsafe PQcancel(handle, $0.baseAddress, size) }
    }
}
