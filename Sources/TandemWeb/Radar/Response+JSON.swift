internal import Foundation
internal import Hummingbird
internal import NIOCore

extension Response {
    /// An answer to a script of ours.
    ///
    /// - Throws: an error of the encoder.
    init(json: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        self.init(
            status: .ok,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(json)))
        )
    }
}
