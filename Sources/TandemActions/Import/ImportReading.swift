internal import TandemCSV

/// Goes through the records of a file once, its header too; `body` says whether to go on.
///
/// After an error that spoils one line only, reading goes on at the next.
///
/// - Throws: what `body` throws, or an error of the source.
func forEachRecord(_ source: ByteSource, _ body: (Result<CSVRecord, CSVError>) throws -> Bool) throws {
    var reader = CSVReader()
    let chunks = try source()
    var isAtEnd = false
    while true {
        let next: Result<CSVRecord, CSVError>?
        do throws(CSVError) { next = try reader.next().map { .success($0) } } catch { next = .failure(error) }
        switch next {
        case .success(let record):
            guard try body(.success(record)) else { return }
        case .failure(let error):
            guard try body(.failure(error)), error.isOfOneLine else { return }
        case nil:
            if isAtEnd { return }
            if let chunk = chunks.next() {
                reader.feed(chunk)
            } else {
                reader.finish()
                isAtEnd = true
            }
        }
    }
}
