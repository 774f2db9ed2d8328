import Foundation
import Testing

/// `tandem serve` as a process of its own, on a register of its own.
final class RunningServer {
    let port: Int
    let operatorsPort: Int
    private let process = Process()
    private let folder: URL

    /// Makes a register and serves it; returns once it is ready.
    init(_ options: [String] = [], environment: [String: String] = [:]) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "tandem-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        (port, operatorsPort) = (try Connection.freePort(), try Connection.freePort())
        let database = folder.appending(path: "register.sqlite").path
        try Self.run(["migrate", "--database", database])
        _ = FileManager.default.createFile(atPath: folder.appending(path: "log").path, contents: nil)
        process.executableURL = try Self.binary()
        process.arguments =
            ["serve", "--plain", "--database", database, "--port", "\(port)", "--metrics-port", "\(operatorsPort)"]
            + options
        process.environment = Self.secrets.merging(environment) { $1 }
        process.standardError = try FileHandle(forWritingTo: folder.appending(path: "log"))
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        try waitUntilReady()
    }

    deinit {
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Every line of its log.
    var log: [String] {
        let text = (try? String(contentsOf: folder.appending(path: "log"), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map(String.init)
    }

    /// Whether everything that was written stands in the file of the register itself.
    var isWhole: Bool {
        let path = folder.appending(path: "register.sqlite-wal").path
        return (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0 == 0
    }

    func terminate() { process.terminate() }

    /// Waits for its end, and says with which status it ended.
    func status(within limit: Duration = .seconds(60)) throws -> Int32 {
        let deadline = ContinuousClock.now + limit
        while process.isRunning, ContinuousClock.now < deadline { usleep(10_000) }
        try #require(!process.isRunning, "it still runs")
        return process.terminationStatus
    }

    /// Runs a second server on the same register, which is to end by itself, and says how and with which words.
    func second(_ options: [String]) throws -> (status: Int32, text: String) {
        let second = Process()
        let pipe = Pipe()
        second.executableURL = try Self.binary()
        second.arguments =
            ["serve", "--plain", "--database", folder.appending(path: "register.sqlite").path] + options
        second.environment = Self.secrets
        second.standardError = pipe
        try second.run()
        let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
        second.waitUntilExit()
        return (second.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }

    private func waitUntilReady() throws {
        let deadline = ContinuousClock.now + .seconds(60)
        while (try? Connection.answer(port: port, "/ready").contains("200 OK")) != true {
            try #require(process.isRunning && ContinuousClock.now < deadline, "it does not start: \(log)")
            usleep(20_000)
        }
    }

    private static func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = try binary()
        process.arguments = arguments
        process.environment = secrets
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    /// The program beside the tests that are running.
    private static func binary() throws -> URL {
        if let path = ProcessInfo.processInfo.environment["TANDEM_BINARY"] { return URL(filePath: path) }
        let own = URL(filePath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        let candidates =
            [own.deletingLastPathComponent()]
            + CommandLine.arguments.map { argument in
                URL(filePath: argument).deletingLastPathComponent()
            }
        return try #require(
            candidates.map { $0.appending(path: "tandem") }
                .first { FileManager.default.isExecutableFile(atPath: $0.path) },
            "\(candidates)"
        )
    }

    private static let secrets = [
        "TANDEM_SECRET": String(repeating: "s", count: 40), "TANDEM_NUMBER_KEY": String(repeating: "n", count: 40),
    ]
}

/// A connection of HTTP on loopback that a test writes and reads byte by byte.
final class Connection {
    private let socket: Int32

    /// - Throws: an error where nobody listens.
    init(port: Int) throws {
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        let answer = Self.withAddress(port: port) { connect(socket, $0, $1) }
        guard answer == 0 else {
            close(socket)
            throw Refused()
        }
        var limit = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(socket) }

    struct Refused: Error {}

    func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// Everything up to the end of the connection.
    func readToEnd() -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = recv(socket, &buffer, buffer.count, 0), count > 0 { bytes += buffer[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The answer to one request.
    ///
    /// - Throws: an error where nobody listens.
    static func answer(port: Int, _ path: String) throws -> String {
        let connection = try Connection(port: port)
        connection.write("GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        return connection.readToEnd()
    }

    /// A port that nobody listens on at this moment.
    static func freePort() throws -> Int {
        let probe = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(probe) }
        try #require(withAddress(port: 0) { bind(probe, $0, $1) } == 0)
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let found = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(probe, $0, &length) }
        }
        try #require(found == 0)
        return Int(UInt16(bigEndian: address.sin_port))
    }

    private static func withAddress(
        port: Int,
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
