import Foundation
import Logging
import Synchronization
import TandemDomain
import TandemOperations
import Testing

@Suite struct `A line of the log` {
    /// What loggers wrote, one line after the other.
    private final class Lines: Sendable {
        private let kept = Mutex<[String]>([])

        var all: [String] { kept.withLock { $0 } }

        func write(_ line: String) { kept.withLock { $0.append(line) } }
    }

    private static let now = Instant(milliseconds: 1_795_352_709_042)

    private static func written(
        as format: LogFormat,
        level: Logger.Level = .info,
        _ log: (Logger) -> Void
    ) -> [String] {
        let lines = Lines()
        log(LogWriter(format: format, level: level, now: { now }, write: { lines.write($0) }).logger("tandem"))
        return lines.all
    }

    @Test func `reads as text`() {
        let lines = Self.written(as: .text) {
            $0.info("request", metadata: ["status": .stringConvertible(200), "route": "/dossiers/{id}", "note": "a b"])
        }
        #expect(
            lines == ["2026-11-22T13:05:09.042Z info tandem: request note=\"a b\" route=/dossiers/{id} status=200\n"]
        )
    }

    @Test func `is an object of JSON`() {
        let lines = Self.written(as: .json) {
            $0.error("request", metadata: ["status": .stringConvertible(200), "list": ["a", ["b": "c"]]])
        }
        let start =
            "{\"time\":\"2026-11-22T13:05:09.042Z\",\"level\":\"error\",\"label\":\"tandem\",\"message\":\"request\""
        #expect(lines == ["\(start),\"metadata\":{\"list\":[\"a\",{\"b\":\"c\"}],\"status\":200}}\n"])
    }

    @Test(arguments: [
        "two\nlines", "carriage\rreturn", "a\"quote\"", "back\\slash", "nul\0", "escape\u{1B}[31m",
        "\u{85}\u{2028}\u{2029}",
        "é€😀", "",
    ])
    func `stays one line that can be read back`(_ hostile: String) throws {
        let json = Self.written(as: .json) { $0.info("\(hostile)", metadata: ["value": "\(hostile)"]) }
        #expect(json.count == 1)
        let line = try #require(json.first)
        #expect(line.dropLast().allSatisfy { !$0.isNewline })
        let read = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(read["message"] as? String == hostile)
        #expect((read["metadata"] as? [String: String])?["value"] == hostile)

        let text = try #require(
            Self.written(as: .text) { $0.info("\(hostile)", metadata: ["value": "\(hostile)"]) }.first
        )
        #expect(
            text.dropLast().unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x85 && $0.value != 0x2028 }
        )
    }

    @Test func `is written from its level up`() {
        let lines = Self.written(as: .text, level: .warning) { logger in
            logger.info("less")
            logger.warning("as much")
            logger.error("more")
        }
        #expect(lines.map { $0.split(separator: " ")[1] } == ["warning", "error"])
    }

    @Test func `of a talkative part is written from a higher level up`() {
        let lines = Lines()
        let writer = LogWriter(format: .text, level: .debug, now: { Self.now }, write: { lines.write($0) })
        let quiet = writer.logger("tandem.server", atLeast: .notice)
        quiet.info("less")
        quiet.notice("as much")
        #expect(lines.all.count == 1)
    }

    @Test func `holds what its logger always adds`() {
        let lines = Self.written(as: .text) { logger in
            var logger = logger
            logger[metadataKey: "request"] = "1f"
            logger.info("first")
            logger.info("second", metadata: ["request": "2f"])
        }
        #expect(lines.map { $0.suffix(3) } == ["1f\n", "2f\n"])
    }

    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"), (86_399_999, "1970-01-01T23:59:59.999Z"),
            (1_709_251_200_000, "2024-03-01T00:00:00.000Z"), (1_709_164_800_007, "2024-02-29T00:00:00.007Z"),
        ] as [(Int64, String)]
    )
    func `shows its moment in world time`(_ milliseconds: Int64, _ text: String) {
        #expect(Instant(milliseconds: milliseconds).iso8601 == text)
    }
}
