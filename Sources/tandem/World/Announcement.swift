internal import Logging
internal import TandemOperations
internal import TandemSQL

/// Says where the server can be reached, in the way in which everything else is said.
struct Announcement: Sendable {
    private let words: String
    private let host: String
    private let format: LogFormat
    private let writer: LogWriter

    init(_ words: String, host: String, format: LogFormat, _ writer: LogWriter) {
        self.words = words
        self.host = host
        self.format = format
        self.writer = writer
    }

    func make(_ port: Int) {
        switch format {
        case .text: say("\(words) http://\(host):\(port)")
        case .json: writer.logger("tandem").notice("listening", metadata: ["port": .stringConvertible(port)])
        }
    }
}

/// Runs `body` and closes the register after it, however it ends.
///
/// - Throws: what `body` throws, or an error of the database.
func closing(_ register: any SQLDatabase, _ body: () async throws -> Void) async throws {
    do {
        try await body()
    } catch {
        try? await register.close()
        throw error
    }
    try await register.close()
}
