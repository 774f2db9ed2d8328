internal import Foundation
internal import TandemDomain

/// Writes a Full in which many rows are wrong, and beside it, in `stops`, one for each fault that stops a load.
struct HostileRegister {
    let delivery: Delivery

    func write(_ state: RegisterState, _ expected: inout Expected, _ progress: (String) -> Void) async throws {
        let name = delivery.name(.full, after: 0)
        let memory = MemoryTarget()
        let tallies = try await delivery.writer.writeFull(state, name, to: memory)
        try writeRows(memory.files, tallies, name, &expected)
        progress(name.text)
        for fault in StopFault.allCases {
            try write(fault, memory.files, name, &expected)
            progress("stops/\(fault.rawValue)/\(name.text)")
        }
    }

    private func writeRows(
        _ files: [(name: String, bytes: [UInt8])],
        _ tallies: [String: Tally],
        _ name: ExtractName,
        _ expected: inout Expected
    ) throws {
        let target = try delivery.target(name.text, day: name.day)
        for file in files {
            try target.put(spoiled(file.name, file.bytes, name, &expected), in: file.name)
        }
        try target.finish()
        expected.add(name, name.text, tallies)
    }

    /// Puts the faults of a file into lines that lie evenly apart.
    private func spoiled(
        _ file: String,
        _ bytes: [UInt8],
        _ name: ExtractName,
        _ expected: inout Expected
    ) -> [UInt8] {
        guard let table = RegisterTable.ofEntities.first(where: { name.file($0) == file }) else { return bytes }
        var spoiled = HostileFile(name: file, bytes: bytes)
        let faults = RowFault.byTable[table] ?? []
        let step = spoiled.lines.count / (faults.count + 1)
        for (index, fault) in faults.enumerated() {
            let line = (index + 1) * step + 1
            fault.apply(to: &spoiled, line: line)
            expected.add(fault, name.text, file, line)
        }
        spoil(&spoiled, table, name, &expected)
        return spoiled.bytes
    }

    /// What concerns the file as a whole, and is to be read all the same.
    private func spoil(
        _ file: inout HostileFile,
        _ table: RegisterTable,
        _ name: ExtractName,
        _ expected: inout Expected
    ) {
        func add(_ kind: String, _ detail: String) {
            expected.add(RowFault(kind, .repair, detail) { _, _ in }, name.text, file.name, nil)
        }
        if table == .establishment {
            file.startsWithMark = true
            add("byteOrderMark", "the file starts with EF BB BF")
        }
        if table == .branch {
            file.lineEnd = Array("\r\n".utf8)
            add("carriageReturns", "lines end in CR LF")
        }
        if table == .contact {
            file.lacksLastLineEnd = true
            add("noLastLineFeed", "the last line has no line feed")
        }
    }

    private func write(
        _ fault: StopFault,
        _ clean: [(name: String, bytes: [UInt8])],
        _ name: ExtractName,
        _ expected: inout Expected
    ) throws {
        let path = "stops/\(fault.rawValue)/\(name.text)"
        let folder = delivery.folder.appending(path: "stops/\(fault.rawValue)")
        try makeFolder(folder)
        var files = clean
        fault.apply(to: &files, number: name.number)
        let isZip = fault.needsZip || delivery.options.isZipped
        let target: any ExtractTarget =
            isZip
            ? try ZipTarget(folder.appending(path: name.text + ".zip").path, day: name.day)
            : try FolderTarget(folder.appending(path: name.text))
        for file in files { try target.put(file.bytes, in: file.name) }
        try target.finish()
        try damage(fault, folder.appending(path: name.text + ".zip"))
        expected.faults.append(
            Expected.Fault(
                extract: path,
                file: fault.file ?? name.text + ".zip",
                line: fault.line,
                kind: fault.rawValue,
                effect: RowFault.Effect.stop.rawValue,
                detail: fault.detail
            )
        )
    }

    private func damage(_ fault: StopFault, _ zip: URL) throws {
        if fault == .truncatedZip {
            let bytes = try Data(contentsOf: zip)
            try bytes.prefix(bytes.count / 2).write(to: zip)
        }
        if fault == .notAZip { try Data("This is no zip.\n".utf8).write(to: zip) }
    }
}

extension Expected {
    mutating func add(_ fault: RowFault, _ extract: String, _ file: String, _ line: Int?) {
        faults.append(
            Fault(
                extract: extract,
                file: file,
                line: line,
                kind: fault.kind,
                effect: fault.effect.rawValue,
                detail: fault.detail
            )
        )
    }
}
