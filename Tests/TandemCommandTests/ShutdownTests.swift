import Foundation
import Testing

/// A server in a process of its own, told to stop while it works.
@Suite(.serialized) struct `A server that is told to stop` {
    /// The head of a form whose body comes later.
    private static func head(_ length: Int) -> String {
        """
        POST /aanmelden HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/x-www-form-urlencoded\r
        Content-Length: \(length)\r
        \r

        """
    }

    @Test func `finishes what it took, and ends well`() throws {
        let server = try RunningServer()
        let slow = try Connection(port: server.port)
        slow.write(Self.head(10) + "csrf=")
        usleep(200_000)
        server.terminate()
        usleep(300_000)
        // Nobody new is let in, operators see why.
        #expect(throws: Connection.Refused.self) { try Connection.answer(port: server.port, "/ready") }
        #expect(try Connection.answer(port: server.operatorsPort, "/ready").hasPrefix("HTTP/1.1 503"))
        slow.write("12345")
        let answer = slow.readToEnd()
        #expect(answer.hasPrefix("HTTP/1.1 403"))
        #expect(answer.hasSuffix("</html>\n") || answer.hasSuffix("</html>"))
        #expect(try server.status() == 0)
        #expect(server.isWhole)
        #expect(server.log.last?.contains("stopped") == true, "\(server.log)")
    }

    @Test func `says so at once, and still takes requests while it drains`() throws {
        let server = try RunningServer(["--drain-seconds", "2"])
        let start = ContinuousClock.now
        server.terminate()
        usleep(200_000)
        #expect(try Connection.answer(port: server.port, "/ready").hasPrefix("HTTP/1.1 503"))
        #expect(try Connection.answer(port: server.port, "/health").hasPrefix("HTTP/1.1 200"))
        let page = try Connection.answer(port: server.port, "/aanmelden")
        #expect(page.contains("</html>") && page.contains("\r\nConnection: close\r\n"))
        #expect(try server.status() == 0)
        #expect(ContinuousClock.now - start >= .seconds(2))
    }

    @Test func `waits for a request no longer than its limit`() throws {
        let server = try RunningServer(["--shutdown-seconds", "1"])
        let stuck = try Connection(port: server.port)
        stuck.write(Self.head(10) + "csrf=")
        usleep(200_000)
        let start = ContinuousClock.now
        server.terminate()
        #expect(try server.status() == 0)
        #expect(ContinuousClock.now - start < .seconds(20))
        #expect(server.isWhole)
    }

    @Test func `writes a log that a machine reads, and no line of it tells who asked`() throws {
        let server = try RunningServer(environment: ["TANDEM_LOG_FORMAT": "json"])
        _ = try Connection.answer(port: server.port, "/werkbak?naam=Peeters")
        _ = try Connection.answer(port: server.port, "/Peeters/85073003328")
        let metrics = try Connection.answer(port: server.operatorsPort, "/metrics")
        #expect(metrics.contains("tandem_http_requests_total{method=\"GET\",route=\"/werkbak\",status=\"401\"} 1\n"))
        #expect(metrics.contains("tandem_legal_clock_runs_total{outcome=\"done\"} 1\n"))
        server.terminate()
        #expect(try server.status() == 0)
        let lines = try server.log.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
        #expect(lines.allSatisfy { $0?["time"] != nil && $0?["level"] != nil && $0?["message"] != nil })
        let messages = lines.compactMap { $0?["message"] as? String }
        #expect(messages.count { $0 == "request" } == 2)
        #expect(messages.contains("listening") && messages.last == "stopped")
        #expect(!server.log.joined().contains("eeters") && !server.log.joined().contains("85073003328"))
    }

    @Test func `cannot take an address that is taken, and says so`() throws {
        let server = try RunningServer()
        for options in [["--port", "\(server.port)"], ["--port", "0", "--metrics-port", "\(server.operatorsPort)"]] {
            let (status, text) = try server.second(options)
            #expect(status == 1)
            #expect(text.contains("Error: cannot listen on 127.0.0.1:"), "\(text)")
            #expect(text.contains("Address already in use."), "\(text)")
        }
    }
}
