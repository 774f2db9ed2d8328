internal import TandemDomain
internal import TandemPlaces
internal import TandemRegister
internal import TandemSQL
internal import TandemStore

/// The places that are recognised on a day, as the radar looks at them.
struct RecognisedPlaces: Sendable {
    private let places: [Int64: RecognisedPlace]
    private let byEstablishment: [UInt32: [TrainingCode]]
    let day: Day
    /// The last event that is in it.
    let event: Int64

    init(_ places: [Int64: RecognisedPlace], on day: Day, after event: Int64) {
        self.places = places
        self.day = day
        self.event = event
        var trainings: [UInt32: Set<TrainingCode>] = [:]
        for place in places.values where place.validity.contains(day) {
            trainings[EntityNumber(place.establishment).stem, default: []].insert(place.training)
        }
        byEstablishment = trainings.mapValues { $0.sorted { $0.rawValue < $1.rawValue } }
    }

    /// The trainings that an establishment is recognised for.
    func trainings(at number: EntityNumber) -> [TrainingCode] { byEstablishment[number.stem] ?? [] }

    /// Where the recognised establishments lie, each once: for one training or for any.
    func postalCodes(for training: TrainingCode?) -> [PostalCode] {
        let valid = places.values.filter { $0.validity.contains(day) && (training == nil || $0.training == training) }
        return Dictionary(valid.map { ($0.establishment, $0.postalCode) }) { first, _ in first }.map(\.value)
    }

    /// The numbers of establishments, or of their enterprises, that are recognised: for one training or for any.
    func numbers(for training: TrainingCode?, of kind: RegisteredKind) -> NumberSet {
        NumberSet(
            places.values.lazy.filter { $0.validity.contains(day) && (training == nil || $0.training == training) }
                .map { kind == .enterprise ? EntityNumber($0.company) : EntityNumber($0.establishment) }
        )
    }
}

extension Validity {
    fileprivate func contains(_ day: Day) -> Bool { from <= day && day <= until }
}

/// Keeps which places are recognised, and reads after each event only what it was about.
actor RecognisedPlaceKeeper {
    private struct Kept {
        var event: Int64
        var places: [Int64: RecognisedPlace]
        var onDay: RecognisedPlaces
    }

    /// What a reading gave: all places, or those that changed.
    private enum News: Sendable {
        case none
        case all(Int64, [RecognisedPlace])
        case some(Int64, changed: [Int64], [RecognisedPlace])
    }

    /// Beyond so many recognitions it is quicker to read them all.
    private static let mostChanged = 500

    private var kept: Kept?

    /// The places that are recognised today: one statement where nothing happened since.
    ///
    /// - Throws: ``SQLError``.
    func current(_ site: Site) async throws -> RecognisedPlaces {
        let (event, today) = (kept?.event, site.today)
        let news = try await site.read { session in try Self.news(since: event, on: today, session) }
        take(news, on: today)
        return kept?.onDay ?? RecognisedPlaces([:], on: today, after: 0)
    }

    private func take(_ news: News, on day: Day) {
        switch news {
        case .none:
            guard let kept, kept.onDay.day != day else { return }
            self.kept?.onDay = RecognisedPlaces(kept.places, on: day, after: kept.event)
        case .all(let event, let all):
            keep(Dictionary(all.map { ($0.recognition, $0) }) { $1 }, event, on: day)
        case .some(let event, let changed, let present):
            guard var places = kept?.places else { return }
            for id in changed { places[id] = nil }
            for place in present { places[place.recognition] = place }
            keep(places, event, on: day)
        }
    }

    private func keep(_ places: [Int64: RecognisedPlace], _ event: Int64, on day: Day) {
        kept = Kept(event: event, places: places, onDay: RecognisedPlaces(places, on: day, after: event))
    }

    private static func news(since event: Int64?, on day: Day, _ session: any SQLSession) throws -> News {
        let last = try session.lastEvent()
        guard let event, last >= event else { return .all(last, try session.recognisedPlaces(on: day)) }
        if last == event { return .none }
        // One event for each row that changed: so many events are never fewer subjects worth reading apart.
        guard last - event <= 20 * mostChanged else { return .all(last, try session.recognisedPlaces(on: day)) }
        let subjects = try session.subjects(afterEvent: event)
        let changed = subjects.filter { $0.subject == Audited.recognition.subject }.map(\.id)
        let moved = subjects.contains {
            $0.subject == Audited.establishment.subject || $0.subject == Audited.company.subject
        }
        if moved || changed.count > mostChanged { return .all(last, try session.recognisedPlaces(on: day)) }
        return .some(last, changed: changed, changed.isEmpty ? [] : try session.recognisedPlaces(changed))
    }
}
