/// Reads `multipart/form-data` (RFC 7578, in the framing of RFC 2046) piece by piece, as it arrives.
///
/// A limit is held as soon as it is passed, so that a body of any length costs no more memory than what is allowed.
struct MultipartReader {
    private enum Place {
        case beforeFirstPart, afterBoundary, inHead, inBody(MultipartHead), afterLastPart
    }

    private let delimiter: [UInt8]
    private let limits: FormLimits
    private var place = Place.beforeFirstPart
    private var pending: [UInt8]
    private var content: [UInt8] = []
    private var partCount = 0
    private var bodyCount = 0
    private var data = FormData()

    init(boundary: String, limits: FormLimits = FormLimits()) {
        delimiter = [13, 10, 45, 45] + boundary.utf8
        self.limits = limits
        // The first boundary may open the body, without the line break that belongs to every other.
        pending = [13, 10]
    }

    /// Takes the next bytes of the body.
    mutating func feed(_ bytes: some Sequence<UInt8>) throws(FormError) {
        let held = pending.count
        pending.append(contentsOf: bytes)
        bodyCount += pending.count - held
        guard bodyCount <= limits.bodyBytes else { throw .bodyTooLarge }
        while try step() {}
    }

    /// Says that the body has ended, and hands over what it held.
    mutating func finish() throws(FormError) -> FormData {
        guard case .afterLastPart = place else { throw .endsTooSoon }
        return data
    }

    /// Goes as far as the bytes at hand allow; whether it got any further.
    private mutating func step() throws(FormError) -> Bool {
        switch place {
        case .beforeFirstPart: try skipPreamble()
        case .afterBoundary: try readEndOfBoundary()
        case .inHead: try readHead()
        case .inBody(let head): try readBody(of: head)
        case .afterLastPart: discardEpilogue()
        }
    }

    private mutating func skipPreamble() throws(FormError) -> Bool {
        guard let start = pending.index(of: delimiter) else {
            pending.removeFirst(max(0, pending.count - delimiter.count))
            return false
        }
        pending.removeFirst(start + delimiter.count)
        place = .afterBoundary
        return true
    }

    /// Two hyphens close the body; otherwise white space may follow, and then the line ends.
    private mutating func readEndOfBoundary() throws(FormError) -> Bool {
        guard pending.count >= 2 else { return false }
        if pending.starts(with: [45, 45]) {
            place = .afterLastPart
            return true
        }
        guard let lineEnd = pending.index(of: [13, 10]) else {
            guard pending.count < limits.headBytes else { throw .badPart }
            return false
        }
        guard pending[..<lineEnd].allSatisfy({ $0 == 32 || $0 == 9 }) else { throw .badPart }
        // The line break stays: a part without a head has its blank line at once.
        pending.removeFirst(lineEnd)
        place = .inHead
        return true
    }

    private mutating func readHead() throws(FormError) -> Bool {
        guard let end = pending.index(of: [13, 10, 13, 10]) else {
            guard pending.count < limits.headBytes else { throw .badPart }
            return false
        }
        guard end <= limits.headBytes else { throw .badPart }
        partCount += 1
        guard partCount <= limits.parts else { throw .tooManyParts }
        place = .inBody(try MultipartHead(pending[..<end]))
        pending.removeFirst(end + 4)
        content = []
        return true
    }

    private mutating func readBody(of head: MultipartHead) throws(FormError) -> Bool {
        guard let end = pending.index(of: delimiter) else {
            try take(max(0, pending.count - delimiter.count), of: head)
            return false
        }
        try take(end, of: head)
        pending.removeFirst(delimiter.count)
        try close(head)
        place = .afterBoundary
        return true
    }

    private mutating func take(_ count: Int, of head: MultipartHead) throws(FormError) {
        content.append(contentsOf: pending[..<count])
        pending.removeFirst(count)
        try hold(head)
    }

    private func hold(_ head: MultipartHead) throws(FormError) {
        if head.fileName == nil {
            guard content.count <= limits.textBytes else { throw .textTooLong(field: head.field) }
        } else {
            guard content.count <= limits.fileBytes else { throw .fileTooLarge(field: head.field) }
        }
    }

    private mutating func close(_ head: MultipartHead) throws(FormError) {
        guard let fileName = head.fileName else {
            guard let text = String(validating: content, as: UTF8.self) else { throw .badText }
            data.append(text, to: head.field)
            return
        }
        // A browser sends a file field that was left empty as a file without name or bytes.
        guard !(fileName.isEmpty && content.isEmpty) else { return }
        data.append(UploadedFile(name: fileName, bytes: content), to: head.field)
        content = []
    }

    private mutating func discardEpilogue() -> Bool {
        pending = []
        return false
    }
}

extension [UInt8] {
    /// Where `needle`, which is not empty, first stands.
    fileprivate func index(of needle: [UInt8]) -> Int? {
        var start = startIndex
        while let candidate = self[start...].firstIndex(of: needle[0]), candidate + needle.count <= count {
            if self[candidate..<candidate + needle.count].elementsEqual(needle) { return candidate }
            start = candidate + 1
        }
        return nil
    }
}
