internal import TandemActions
internal import TandemDomain

/// The form of a decision as it was sent, first to see the letters and then to send them.
struct SentDecision: Sendable {
    let data: FormData

    /// What was decided.
    ///
    /// - Throws: ``FormErrors`` with all that lacks.
    func verdict() throws -> Verdict {
        var reader = FormReader(data)
        switch data["verdict"] {
        case "approve": return .approve
        case "reject": return try rejection(&reader)
        case _: throw FormErrors("verdict", "handlingDecision.verdictMissing")
        }
    }

    private func rejection(_ reader: inout FormReader) throws -> Verdict {
        let main = reader.text("mainReason", orElse: "handlingDecision.mainReasonMissing")
        let motivation = reader.text("motivation", orElse: "decision.motivationMissing")
        let (someMain, someMotivation) = try reader.all(main, motivation)
        let further = data.all("furtherReasons").filter { !$0.isEmpty }
        return .reject(
            main: ReasonCode(someMain),
            further: further.map { ReasonCode($0) },
            motivation: someMotivation
        )
    }

    /// The files that were chosen, in the versions that were seen; the one whose page it is comes first.
    ///
    /// - Throws: ``FormErrors`` where a file comes without its version.
    func files(besides first: Identifier<RecognitionApplication>) throws -> [SeenFile] {
        let others = data.all("files").compactMap { Identifier<RecognitionApplication>($0) }.filter { $0 != first }
        let versions = seenVersions
        return try ([first] + others).map { id in
            guard let version = versions[id] else { throw FormErrors("", "handlingActs.versionMissing") }
            return SeenFile(id, version: version)
        }
    }

    /// `12:3` for version 3 of file 12, once for each file that the form offered.
    private var seenVersions: [Identifier<RecognitionApplication>: Int] {
        let pairs = data.all("seen").compactMap { text -> (Identifier<RecognitionApplication>, Int)? in
            let parts = text.split(separator: ":").map(String.init)
            guard parts.count == 2, let id = Identifier<RecognitionApplication>(parts[0]), let version = Int(parts[1])
            else { return nil }
            return (id, version)
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
