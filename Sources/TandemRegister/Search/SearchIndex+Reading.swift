internal import TandemSQL

extension SearchIndex {
    /// Reads the index from the file of a register, with what changed since it was made.
    ///
    /// - Throws: ``SQLError``.
    static func read(_ session: any SQLSession, _ gazetteer: Gazetteer) throws -> SearchIndex {
        let whole = try IndexParts.read(fingerprint: gazetteer.fingerprint, from: session)
        var gaps: [UInt32: UInt32] = [:]
        try session.forEachRow(IndexStatements.changed) { row in
            gaps[UInt32(try row.int(0))] = UInt32(try row.int(1))
        }
        guard !gaps.isEmpty else {
            return SearchIndex(whole: whole, changes: nil, replaced: NumberSet(), gazetteer: gazetteer)
        }
        let indexing = Indexing(gazetteer: gazetteer) { _ in }
        return SearchIndex(
            whole: whole,
            changes: try indexing.changedSegment(session, gaps: gaps),
            replaced: NumberSet(gaps.keys.map(EntityNumber.init(stem:))),
            gazetteer: gazetteer
        )
    }
}
