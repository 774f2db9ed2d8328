package import Hummingbird
internal import NIOCore

extension FormData {
    /// Reads the form in the body of a request, in either of the two ways in which a browser sends it.
    package static func read(_ request: Request, limits: FormLimits = FormLimits()) async throws -> FormData {
        guard let header = request.headers[.contentType], let type = HeaderParameters(header) else {
            throw FormError.unknownEncoding
        }
        switch type.value {
        case "application/x-www-form-urlencoded":
            return try URLEncodedForm.read(try await collected(request.body, limits: limits), limits: limits)
        case "multipart/form-data":
            guard let boundary = type["boundary"], isBoundary(boundary) else { throw FormError.badBoundary }
            return try await parts(of: request.body, boundary: boundary, limits: limits)
        default:
            throw FormError.unknownEncoding
        }
    }

    /// Reads the query of an address, as a browser writes that of a form: a space as a plus sign.
    init(query request: Request) throws(FormError) {
        self = try URLEncodedForm.read((request.uri.query ?? "").utf8)
    }

    /// A value that was sent, be it an empty one.
    func sent(_ field: String) -> String? { has(field) ? self[field] : nil }

    private static func collected(_ body: RequestBody, limits: FormLimits) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await buffer in body {
            guard bytes.count + buffer.readableBytes <= limits.textBytes * 10 else { throw FormError.bodyTooLarge }
            bytes.append(contentsOf: buffer.readableBytesView)
        }
        return bytes
    }

    private static func parts(of body: RequestBody, boundary: String, limits: FormLimits) async throws -> FormData {
        var reader = MultipartReader(boundary: boundary, limits: limits)
        for try await buffer in body { try reader.feed(buffer.readableBytesView) }
        return try reader.finish()
    }

    /// RFC 2046: one to seventy characters of a short list, the last of which is no space.
    private static func isBoundary(_ text: String) -> Bool {
        (1...70).contains(text.utf8.count) && !text.hasSuffix(" ")
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII
                    && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                        || "'()+_,-./:=? ".unicodeScalars.contains(scalar))
            }
    }
}
