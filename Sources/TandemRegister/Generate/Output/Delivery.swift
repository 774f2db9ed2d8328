internal import Foundation
internal import TandemDomain

/// Writes the sequence of extracts: a Full, and an update for each day after it.
struct Delivery {
    let folder: URL
    let options: GeneratorOptions
    let writer: ExtractWriter

    /// - Returns: the register after the last update
    func write(
        _ first: RegisterState,
        _ expected: inout Expected,
        _ progress: (String) -> Void
    ) async throws -> RegisterState {
        var state = first
        let plan = DayPlan(first.population)
        try await writeFull(state, after: 0, &expected, progress)
        try await writeSame(state, after: 0, &expected, progress)
        for day in 0..<options.updates {
            let number = options.extract + day + 1
            let old = state
            let changes: DayChanges
            if isScripted(.mass, number) {
                changes = .recoding(state)
                state.recode()
            } else {
                let snapshot = options.date.adding(days: day)
                changes = plan.apply(day: number, snapshot: snapshot, to: &state)
            }
            try await writeUpdate(from: old, to: state, changes, after: day + 1, &expected, progress)
            try await writeFull(state, after: day + 1, &expected, progress)
            try await writeSame(state, after: day + 1, &expected, progress)
        }
        return state
    }

    private func isScripted(_ kind: ScriptedFault.Kind, _ number: Int) -> Bool {
        options.faults.contains(ScriptedFault(kind, extract: number))
    }

    func name(_ kind: ExtractName.Kind, after days: Int) -> ExtractName {
        ExtractName(number: options.extract + days, day: options.date.adding(days: days), kind: kind)
    }

    private func writeFull(
        _ state: RegisterState,
        after days: Int,
        _ expected: inout Expected,
        _ progress: (String) -> Void
    ) async throws {
        let isWanted =
            switch options.fulls {
            case .all: true
            case .first: days == 0
            case .last: days == 0 || days == options.updates
            }
        guard isWanted || isScripted(.same, options.extract + days) else { return }
        let name = name(.full, after: days)
        let target = try target(name.text, day: name.day)
        let tallies = try await writer.writeFull(state, name, to: target)
        expected.add(name, name.text, tallies)
        progress(name.text)
    }

    private func writeUpdate(
        from old: RegisterState,
        to new: RegisterState,
        _ changes: DayChanges,
        after days: Int,
        _ expected: inout Expected,
        _ progress: (String) -> Void
    ) async throws {
        let name = name(.update, after: days)
        if isScripted(.mass, name.number) { expected.script(.mass, name, name.text) }
        if isScripted(.gap, name.number) { return expected.script(.gap, name, name.text) }
        if isScripted(.empty, name.number) {
            try writeNothing(name.text)
            return expected.script(.empty, name, name.text)
        }
        var texts = [name.text]
        if isScripted(.repeat, name.number) {
            let again = ExtractName(number: name.number, day: name.day.adding(days: 1), kind: .update)
            texts.append(again.text)
            expected.script(.repeat, name, again.text)
        }
        for text in texts {
            let target = try target(text, day: name.day)
            let tallies = try await writer.writeUpdate(from: old, to: new, changes, name, to: target)
            expected.add(name, text, tallies)
            progress(text)
        }
    }

    /// An update beside the Full of the same number, which changes nothing in it.
    private func writeSame(
        _ state: RegisterState,
        after days: Int,
        _ expected: inout Expected,
        _ progress: (String) -> Void
    ) async throws {
        let name = name(.update, after: days)
        guard isScripted(.same, name.number) else { return }
        if days > 0 { return expected.script(.same, name, name.text) }
        let target = try target(name.text, day: name.day)
        let tallies = try await writer.writeUpdate(from: state, to: state, .recoding(state), name, to: target)
        expected.add(name, name.text, tallies)
        expected.script(.same, name, name.text)
        progress(name.text)
    }

    func target(_ name: String, day: Day) throws -> any ExtractTarget {
        guard options.isZipped else { return try FolderTarget(folder.appending(path: name)) }
        return try ZipTarget(folder.appending(path: name + ".zip").path, day: day)
    }

    /// A file of no bytes; where extracts are folders, a folder without files.
    private func writeNothing(_ name: String) throws {
        if options.isZipped {
            try Data().write(to: folder.appending(path: name + ".zip"))
        } else {
            try makeFolder(folder.appending(path: name))
        }
    }
}

extension Expected {
    mutating func add(_ name: ExtractName, _ text: String, _ tallies: [String: Tally]) {
        extracts.append(
            Extract(name: text, number: name.number, type: name.kind.rawValue, files: tallies.mapValues(File.init))
        )
    }

    mutating func script(_ kind: ScriptedFault.Kind, _ name: ExtractName, _ text: String) {
        sequence.append(Sequence(kind: kind.rawValue, number: name.number, name: text))
    }
}
