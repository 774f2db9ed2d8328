internal import TandemDomain

/// What is decided about an enterprise before any of its rows is written.
struct EnterpriseFacts: Sendable {
    let index: Int
    /// The index of its juridical form; nothing for a natural person.
    let form: Int?
    let formClass: FormClass
    let start: Day
    let place: Int
    let language: NameLanguage
    /// The activity division in which it is at home.
    let division: Int
    let isForeign: Bool

    var isNatural: Bool { form == nil }
}

/// Decides what an enterprise is, from its place in the order of numbers and its own random stream.
struct EnterpriseModel: Sendable {
    let seed: UInt64
    let count: Int
    let forms: FormTable
    let starts: StartYears
    let places: PlaceTable
    let activities: ActivityTable

    init(seed: UInt64, count: Int, snapshot: Day) throws {
        self.seed = seed
        self.count = count
        starts = try StartYears(snapshot: snapshot)
        forms = try FormTable(oldShare: Self.oldShareOfLegalPersons(starts))
        places = try PlaceTable()
        activities = try ActivityTable()
    }

    /// A foreign form has its seat abroad nearly always, another hardly ever.
    static let abroad = (foreign: 0.935, other: 0.002)

    /// Decides it; `born` is the day on which it came in an update, where it has not always been there.
    func enterprise(_ index: Int, born: Day? = nil) -> EnterpriseFacts {
        var random = EntityRandom(seed: seed, .enterprise, index)
        let quantile = (Double(min(index, count - 1)) + 0.5) / Double(count)
        let isNatural = random.chance(Self.naturalShare(at: quantile, of: forms.naturalShare))
        let year = startYear(at: quantile, &random)
        let start = born ?? year.map { starts.day(in: $0, &random) } ?? StartYears.unknown
        let form = isNatural ? nil : forms.form(at: formQuantile(index), isOld: start.year < 2020)
        let formClass = form.map { forms.forms[$0].formClass } ?? .natural
        let place = places.draw(&random)
        return EnterpriseFacts(
            index: index,
            form: form,
            formClass: formClass,
            start: start,
            place: place,
            language: places.language(in: place, &random),
            division: activities.division(for: formClass, &random),
            isForeign: !isNatural && random.chance(formClass == .foreign ? Self.abroad.foreign : Self.abroad.other)
        )
    }

    /// Few natural persons have one of the old numbers.
    static func naturalShare(at quantile: Double, of share: Double) -> Double {
        let old = 0.08
        guard quantile >= NumberLine.oldShare else { return old }
        return (share - NumberLine.oldShare * old) / (1 - NumberLine.oldShare)
    }

    /// A higher number is a younger enterprise, more or less; nothing where the start is not known.
    private func startYear(at quantile: Double, _ random: inout EntityRandom) -> Int? {
        if random.chance(starts.unknownShare) { return nil }
        return starts.year(at: Self.blurred(quantile, &random))
    }

    /// Moves a point between 0 and 1 at random; reflected at the ends, so that all points stay as likely as before.
    static func blurred(_ quantile: Double, _ random: inout EntityRandom) -> Double {
        let noise = (random.unit() + random.unit() + random.unit() - 1.5) * 0.12
        if random.chance(0.1) { return random.unit() }
        let moved = abs(quantile + noise)
        return moved < 1 ? moved : 2 - moved
    }

    /// Even steps of the golden ratio, so that every form gets its share nearly exactly.
    private func formQuantile(_ index: Int) -> Double {
        var random = EntityRandom(seed: seed, .enterprise, 0, revision: 1)
        let point = random.unit() + Double(index) * 0.618_033_988_749_894_9
        return point - point.rounded(.down)
    }

    /// The share of the legal persons that started before 2020, by trying twenty thousand.
    private static func oldShareOfLegalPersons(_ starts: StartYears) -> Double {
        var random = EntityRandom(seed: 0, .enterprise, 0)
        let limit = starts.share(before: 2020)
        var (old, all) = (0.0, 0.0)
        for step in 0..<20_000 {
            let quantile = (Double(step) + 0.5) / 20_000
            let weight = 1 - naturalShare(at: quantile, of: 0.4013)
            all += weight
            if blurred(quantile, &random) < limit { old += weight }
        }
        return old / all
    }
}
