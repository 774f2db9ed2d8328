import Testing

@Suite struct `The modules` {
    /// What each module may import: arrows go downwards only.
    static let allowed: [String: Set<String>] = [
        "CArchive": [],
        "TandemDomain": [],
        "TandemCSV": [],
        "TandemSQL": [],
        "TandemSQLite": ["TandemSQL", "GRDB", "Foundation", "Synchronization"],
        "CLibpq": [],
        "TandemPostgres": ["TandemSQL", "CLibpq", "Foundation", "Synchronization"],
        "TandemReference": ["TandemCSV", "TandemDomain", "Foundation"],
        "TandemStore": ["TandemDomain", "TandemSQL", "Crypto", "Foundation"],
        "TandemActions": [
            "TandemCSV", "TandemDomain", "TandemPlaces", "TandemReference", "TandemRegister", "TandemSQL",
            "TandemStore",
            "Foundation",
        ],
        "TandemPlaces": ["Foundation"],
        "TandemRegister": ["CArchive", "TandemCSV", "TandemDomain", "TandemPlaces", "TandemSQL", "Foundation"],
        "CXlsxwriter": [],
        "TandemSpreadsheet": ["CXlsxwriter", "TandemDomain", "Foundation"],
        "TandemReport": ["TandemDomain"],
        "TandemTwin": ["TandemCSV", "TandemDomain", "TandemReference", "TandemReport", "Foundation"],
        "TandemOperations": ["TandemDomain", "TandemSQL", "Foundation", "Logging", "Metrics", "Synchronization"],
        "TandemWeb": [
            "TandemActions", "TandemCSV", "TandemDomain", "TandemOperations", "TandemPlaces", "TandemReference",
            "TandemRegister", "TandemReport", "TandemSpreadsheet", "TandemSQL", "TandemStore", "Crypto", "Foundation",
            "HTTPTypes", "Hummingbird", "Logging",
            "Mustache", "NIOCore",
            "Synchronization",
        ],
        "TandemTestKit": [
            "TandemActions", "TandemDomain", "TandemPostgres", "TandemReference", "TandemRegister", "TandemSQL",
            "TandemSQLite", "TandemStore", "Foundation", "Synchronization", "Testing",
        ],
        "tandem": [
            "TandemActions", "TandemCSV", "TandemDomain", "TandemOperations", "TandemPostgres", "TandemReference",
            "TandemRegister", "TandemReport", "TandemSQL", "TandemSQLite", "TandemStore", "TandemTwin", "TandemWeb",
            "ArgumentParser", "Foundation", "Hummingbird", "Logging", "ServiceLifecycle", "Synchronization",
            "UnixSignals",
        ],
    ]

    static func imports(of module: String) throws -> Set<String> {
        let files = try Repository.files(in: "Sources/\(module)", "swift")
        return Set(
            files.flatMap { $0.lines }.compactMap { line in
                line.text.firstMatch(of: /^(?:@\w+ )*(?:package |internal )?import (\w+)/).map { String($0.output.1) }
            }
        )
    }

    @Test func `are all in the table`() throws {
        #expect(try Repository.folders(in: "Sources") == Self.allowed.keys.sorted())
    }

    @Test(arguments: allowed.keys.sorted())
    func `import only what they may`(_ module: String) throws {
        let strange = try Self.imports(of: module).subtracting(Self.allowed[module] ?? [])
        #expect(strange.isEmpty, "\(module)")
    }

    @Test(arguments: allowed.keys.sorted())
    func `have the same arrows in the manifest`(_ module: String) throws {
        let targets = try Repository.text(of: "Package.swift").split(separator: /arget\(|systemLibrary\(/)
        let target = try #require(
            targets.first { $0.trimmingPrefix(while: \.isWhitespace).hasPrefix("name: \"\(module)\"") }
        )
        .replacing("name: \"\(module)\"", with: "")
        let named = Set(target.matches(of: /"(Tandem\w+|C[A-Z]\w+)"/).map { String($0.output.1) })
        #expect(named.isSubset(of: Self.allowed[module] ?? []), "\(module)")
    }

    @Test func `leave GRDB to one of them`() throws {
        let users = try Repository.folders(in: "Sources").filter { try Self.imports(of: $0).contains("GRDB") }
        #expect(users == ["TandemSQLite"])
    }

    @Test func `leave libpq to one of them`() throws {
        let users = try Repository.folders(in: "Sources").filter { try Self.imports(of: $0).contains("CLibpq") }
        #expect(users == ["TandemPostgres"])
    }

    @Test func `know no circle`() {
        var known: Set<String> = []
        var rest = Self.allowed.mapValues { $0.filter { $0.hasPrefix("Tandem") } }
        while let free = rest.keys.sorted().first(where: { rest[$0]?.isSubset(of: known) == true }) {
            known.insert(free)
            rest[free] = nil
        }
        #expect(rest.isEmpty)
    }
}
