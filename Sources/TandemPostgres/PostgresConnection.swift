internal import CLibpq
internal import TandemSQL

/// One connection to a server, used by one thread at a time.
///
/// It stays in pipeline mode: what opens or ends a transaction travels together with the statement behind it, so that
/// it costs no round trip of its own.
@safe final class PostgresConnection {
    private let handle: OpaquePointer
    private let settings: PostgresSettings
    /// The names of prepared statements by their text and types.
    private var names: [PreparedKey: String] = [:]
    private var prepared = 0
    /// Commands that wait for the next statement to travel with.
    private var waiting: [PostgresCommand] = []
    /// How many rounds were sent whose answers nobody read yet.
    private var unread = 0
    private var isStreaming = false
    /// What the last failure means for the transaction.
    private(set) var consequence = PostgresFailure.Consequence.none

    private struct PreparedKey: Hashable {
        let text: String
        let types: [SQLType]
    }

    /// Opens a connection.
    ///
    /// - Throws: ``PostgresFailure``, with the words of libpq, which name server and role but never a password.
    init(_ settings: PostgresSettings) throws {
        self.settings = settings
        unsafe handle = try Self.connect(settings)
        do {
            try runScript(settings.session)
            unsafe PQenterPipelineMode(handle)
        } catch {
            unsafe PQfinish(handle)
            throw error
        }
    }

    deinit { unsafe PQfinish(handle) }

    private static func connect(_ settings: PostgresSettings) throws -> OpaquePointer {
        let pairs = settings.defaults + [("dbname", settings.address)]
        let made = unsafe withCStrings(pairs.map(\.name)) { names in
            unsafe withCStrings(pairs.map(\.value)) { values in unsafe PQconnectdbParams(names, values, 1) }
        }
        guard let handle = unsafe made else {
            throw PostgresFailure(.unavailable("no memory for a connection"), .connectionLost)
        }
        guard unsafe PQstatus(handle) == CONNECTION_OK else {
            let message = unsafe String(cString: PQerrorMessage(handle))
            unsafe PQfinish(handle)
            let line = message.split(whereSeparator: \.isNewline).joined(separator: "; ")
            throw PostgresFailure(.unavailable(line), .connectionLost)
        }
        unsafe PQsetNoticeProcessor(handle, { _, _ in }, nil)
        return unsafe handle
    }

    /// What another thread may use to call off what runs; nothing where the memory lacks.
    var canceller: PostgresCanceller? { unsafe PQgetCancel(handle).map { unsafe PostgresCanceller($0) } }

    /// Lets a command travel with the next statement.
    func defer_(_ command: PostgresCommand) { waiting.append(command) }

    /// Runs a statement together with the commands that wait.
    ///
    /// - Throws: ``SQLError``.
    func run(_ statement: SQL) throws -> PostgresResult {
        try send([try command(statement)])
        return try last(of: try receive())
    }

    /// Runs statements in their order, some at a time, so that neither side waits for the other to read.
    ///
    /// - Throws: ``SQLError`` of the first that fails.
    func runAll(_ statements: [SQL]) throws {
        var part: [PostgresCommand] = []
        var size = 0
        for statement in statements {
            let command = try command(statement)
            part.append(command)
            size += command.size
            if part.count == Self.mostAtOnce || size > Self.mostBytesAtOnce {
                try send(part)
                _ = try receive()
                (part, size) = ([], 0)
            }
        }
        if part.isEmpty { return }
        try send(part)
        _ = try receive()
    }

    private static let mostAtOnce = 100
    private static let mostBytesAtOnce = 1 << 16

    /// Runs commands and hands their answers over.
    ///
    /// - Throws: ``SQLError``.
    func run(_ commands: [PostgresCommand]) throws -> [PostgresResult] {
        try send(commands)
        return try receive()
    }

    /// Sends commands whose answer is read before the next one.
    ///
    /// - Throws: ``SQLError``.
    func runUnread(_ commands: [PostgresCommand]) throws {
        try send(commands)
        unread += 1
        expected.append(sentNames)
    }

    /// Hands over the rows of a statement one by one.
    ///
    /// - Throws: ``SQLError``, or what `body` throws, after the rest of the rows was thrown away.
    func stream(_ statement: SQL, _ body: (SQLRow) throws -> Void) throws {
        // What waits goes first: only the last statement of a round may hand over row by row.
        if !waiting.isEmpty { _ = try run([PostgresCommand]()) }
        try send([try command(statement)])
        isStreaming = true
        defer { isStreaming = false }
        var stopped: (any Error)?
        _ = try receive(rowByRow: true) { result in
            if stopped != nil { return }
            do { try body(try result.row(0)) } catch { stopped = error }
        }
        if let stopped { throw stopped }
    }

    // MARK: Sending

    /// The prepared statements that the round on its way makes, by name; kept where the round succeeds.
    private var sentNames: [(PreparedKey, String)] = []
    private var expected: [[(PreparedKey, String)]] = []

    private func command(_ statement: SQL) throws -> PostgresCommand {
        if isStreaming { throw SQLError.other(code: "nested", message: "a statement while rows are handed over") }
        return PostgresCommand(statement)
    }

    private func send(_ commands: [PostgresCommand]) throws {
        try readUnread()
        sentNames = []
        for command in waiting + commands { try send(command) }
        waiting = []
        try check(unsafe PQpipelineSync(handle))
    }

    private func send(_ command: PostgresCommand) throws {
        if !command.isPrepared {
            try check(unsafe PQsendQueryParams(handle, command.text, 0, nil, nil, nil, nil, 1))
            return
        }
        let name = try name(of: command)
        try check(
            unsafe command.arguments.withPointers { values, lengths, formats in
                unsafe PQsendQueryPrepared(handle, name, command.arguments.count, values, lengths, formats, 1)
            }
        )
    }

    /// The name of the prepared statement, which is made on the way where it is not there.
    private func name(of command: PostgresCommand) throws -> String {
        let key = PreparedKey(text: command.text, types: command.types)
        if let name = names[key] ?? sentNames.first(where: { $0.0 == key })?.1 { return name }
        prepared += 1
        let name = "t\(prepared)"
        let types = command.types.map(\.oid)
        try check(unsafe PQsendPrepare(handle, name, command.numberedText, Int32(types.count), types))
        sentNames.append((key, name))
        return name
    }

    private func check(_ status: Int32) throws {
        if status == 1 { return }
        throw lost()
    }

    // MARK: Receiving

    private func readUnread() throws {
        while unread > 0 {
            unread -= 1
            sentNames = expected.removeFirst()
            _ = try receive()
        }
    }

    /// The answers of one round; the first failure is thrown after all are read.
    private func receive(
        rowByRow: Bool = false,
        _ forEachRow: (PostgresResult) -> Void = { _ in }
    ) throws -> [PostgresResult] {
        if rowByRow { unsafe PQsetSingleRowMode(handle) }
        var results: [PostgresResult] = []
        var failure: PostgresFailure?
        while true {
            guard let answer = unsafe PQgetResult(handle) else {
                if unsafe PQstatus(handle) == CONNECTION_BAD { throw lost() }
                // The end of one statement's answers; after a prepared one the next may hand over row by row.
                if rowByRow { unsafe PQsetSingleRowMode(handle) }
                continue
            }
            let result = unsafe PostgresResult(answer)
            switch result.status {
            case PGRES_PIPELINE_SYNC:
                if let failure { throw failed(failure) }
                for (key, name) in sentNames { names[key] = name }
                if names.count > Self.mostPrepared { isStale = true }
                return results
            case PGRES_SINGLE_TUPLE: forEachRow(result)
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK: results.append(result)
            case PGRES_PIPELINE_ABORTED: break
            case _:
                if unsafe PQstatus(handle) == CONNECTION_BAD, result.errorField("C") == nil { throw lost() }
                failure = failure ?? PostgresFailure(result)
            }
        }
    }

    private func last(of results: [PostgresResult]) throws -> PostgresResult {
        guard let last = results.last else { throw SQLError.unexpectedRow("no answer") }
        return last
    }

    /// Notes what a failure means, and gives the error for whoever asked.
    private func failed(_ failure: PostgresFailure) -> SQLError {
        consequence = failure.consequence
        if failure.consequence == .again { isStale = true }
        return failure.error
    }

    private func lost() -> SQLError {
        consequence = .connectionLost
        return .unavailable("the connection to the server broke")
    }

    // MARK: Transactions

    /// Lets a transaction begin with the next statement.
    func begin(_ commands: [PostgresCommand]) {
        consequence = .none
        waiting = isStale ? ["DEALLOCATE ALL"] : []
        if isStale { names = [:] }
        isStale = false
        waiting += commands
    }

    /// Undoes what was begun.
    ///
    /// - Throws: ``SQLError``.
    func rollBack() throws {
        waiting = []
        _ = try run(["ROLLBACK"])
    }

    /// Lists of many lengths make many texts, and a changed schema makes them wrong: the server forgets them all before
    /// the next transaction.
    private var isStale = false

    private static let mostPrepared = 500

    // MARK: Outside the pipeline

    /// Runs several statements that take no arguments.
    ///
    /// - Throws: ``SQLError``.
    func runScript(_ script: String) throws {
        try outsidePipeline {
            guard let answer = unsafe PQexec(handle, script) else { throw lost() }
            try checkDone(unsafe PostgresResult(answer))
        }
    }

    /// Copies rows into a table; the text of each is in the format of `COPY`.
    ///
    /// - Throws: ``SQLError``, or what `next` throws.
    func copy(_ statement: String, _ next: () throws -> [UInt8]?) throws -> Int {
        try outsidePipeline {
            guard let answer = unsafe PQexec(handle, statement) else { throw lost() }
            let start = unsafe PostgresResult(answer)
            guard start.status == PGRES_COPY_IN else { throw failed(PostgresFailure(start)) }
            var stopped: (any Error)?
            do {
                while let bytes = try next() { try put(bytes) }
            } catch { stopped = error }
            unsafe PQputCopyEnd(handle, stopped == nil ? nil : "called off by the program")
            guard let end = unsafe PQgetResult(handle) else { throw lost() }
            let result = unsafe PostgresResult(end)
            while let rest = unsafe PQgetResult(handle) { unsafe PQclear(rest) }
            if let stopped { throw stopped }
            try checkDone(result)
            return result.changedRows
        }
    }

    private func put(_ bytes: [UInt8]) throws {
        let status = unsafe bytes.withUnsafeBytes { buffer in
            unsafe PQputCopyData(
                handle,
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int32(buffer.count)
            )
        }
        if status != 1 { throw lost() }
    }

    private func checkDone(_ result: PostgresResult) throws {
        switch result.status {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return
        case _:
            if unsafe PQstatus(handle) == CONNECTION_BAD, result.errorField("C") == nil { throw lost() }
            throw failed(PostgresFailure(result))
        }
    }

    private func outsidePipeline<Result>(_ body: () throws -> Result) throws -> Result {
        let wasInside = unsafe PQpipelineStatus(handle) != PQ_PIPELINE_OFF
        if wasInside {
            _ = try run([PostgresCommand]())
            unsafe PQexitPipelineMode(handle)
        }
        defer { if wasInside { unsafe PQenterPipelineMode(handle) } }
        return try body()
    }
}

/// Texts as a list of C strings with nothing at its end.
private func withCStrings<Result>(
    _ texts: [String],
    _ body: (UnsafePointer<UnsafePointer<CChar>?>?) throws -> Result
) rethrows -> Result {
    var starts: [Int] = []
    var all: [CChar] = []
    for text in texts {
        starts.append(all.count)
        all += text.utf8CString
    }
    return try unsafe all.withUnsafeBufferPointer { buffer in
        let base = buffer.baseAddress
        let pointers = unsafe starts.map { unsafe base?.advanced(by: $0) } + [nil]
        return try unsafe pointers.withUnsafeBufferPointer { try unsafe body($0.baseAddress) }
    }
}
