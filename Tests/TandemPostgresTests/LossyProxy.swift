import Foundation
import Synchronization

/// A line between a program and a server on this machine that can lose what it carries, as a network does.
final class LossyProxy: Sendable {
    enum Loss: Sendable {
        /// The server gets the question; its answer never comes back.
        case answer
        /// The question itself never arrives.
        case question
    }

    struct Unusable: Error {}

    let port: Int
    private let target: Int
    private let listener: Int32
    private let state = Mutex(State())

    private struct State {
        var pending: (word: [UInt8], loss: Loss)?
        var losses = 0
        var refusesAfterLoss = false
        var refuses = false
    }

    init(to target: Int) throws {
        self.target = target
        (listener, port) = try Self.listen()
        Thread { [self] in acceptConnections() }.start()
    }

    private static func listen() throws -> (listener: Int32, port: Int) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = address(port: 0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(listener, generic, size) == 0 && Foundation.listen(listener, 16) == 0
                    && getsockname(listener, generic, &size) == 0
            }
        }
        guard isBound else { throw Unusable() }
        return (listener, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// How often something was lost.
    var losses: Int { state.withLock { $0.losses } }

    /// Loses the next question that holds a word, or its answer, and breaks the line.
    func loseNext(_ word: String, _ loss: Loss) { state.withLock { $0.pending = (Array(word.utf8), loss) } }

    /// Takes no connection any more once something was lost.
    func refuseAfterLoss() { state.withLock { $0.refusesAfterLoss = true } }

    private static func address(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    private func acceptConnections() {
        while true {
            let client = accept(listener, nil, nil)
            if client < 0 { return }
            let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var address = Self.address(port: target)
            let isConnected = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(server, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
                }
            }
            if !isConnected || state.withLock({ $0.refuses }) {
                close(client)
                close(server)
                continue
            }
            Thread { [self] in carry(from: client, to: server, isQuestion: true) }.start()
            Thread { [self] in carry(from: server, to: client, isQuestion: false) }.start()
        }
    }

    private func carry(from source: Int32, to target: Int32, isQuestion: Bool) {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(source, &buffer, buffer.count)
            if count <= 0 { break }
            let loss = isQuestion ? lossOf(buffer[..<count]) : nil
            if loss == .question { break }
            // The answer is lost with the way back, which closes before the server can give it.
            if loss == .answer { shutdown(source, Int32(SHUT_RDWR)) }
            if write(target, buffer, count) != count { break }
            if loss == .answer {
                Thread.sleep(forTimeInterval: 0.3)
                break
            }
        }
        shutdown(source, Int32(SHUT_RDWR))
        shutdown(target, Int32(SHUT_RDWR))
    }

    private func lossOf(_ bytes: ArraySlice<UInt8>) -> Loss? {
        state.withLock { state in
            guard let pending = state.pending, bytes.firstRange(of: pending.word) != nil else { return nil }
            state.pending = nil
            state.losses += 1
            state.refuses = state.refusesAfterLoss
            return pending.loss
        }
    }
}
