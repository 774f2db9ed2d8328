internal import TandemPlaces

/// One that was found, with what it is sorted by.
struct RankedHit: Comparable {
    /// What is asked first, then the rank of the name.
    let key: UInt64
    let stem: UInt32
    let flags: EntityFlags
    let place: Int

    static func < (lhs: Self, rhs: Self) -> Bool {
        lhs.key == rhs.key ? lhs.stem < rhs.stem : lhs.key < rhs.key
    }
}

/// Turns matches into what they are sorted by.
struct Ranking {
    private let order: RegisterOrder
    /// For each place the place that it takes among all by distance; the same where the distance is.
    private let nearness: [UInt32]

    /// Ranks only the places where something may be found.
    init(_ order: RegisterOrder, _ gazetteer: Gazetteer, allowed: [Bool]) {
        self.order = order
        guard case .distance(let center) = order else {
            nearness = []
            return
        }
        let distances = gazetteer.places.indices.filter { allowed[$0] }
            .map { (place: $0, distance: gazetteer.places[$0].point.squaredDistance(to: center)) }
            .sorted { $0.distance < $1.distance }
        var nearness = Array(repeating: UInt32.max, count: gazetteer.count + 1)
        var (last, rank) = (-1, UInt32(0))
        for (place, distance) in distances {
            if distance != last { rank += 1 }
            last = distance
            nearness[place] = rank
        }
        self.nearness = nearness
    }

    /// What comes first of the key of a match: its distance or how well its name fits.
    @inline(__always)
    func firstKey(_ match: SegmentMatch) -> UInt64 {
        switch order {
        case .name: 0
        case .relevance: UInt64(match.cost)
        case .distance: UInt64(nearness[match.place])
        }
    }

    @inline(__always)
    func hit(_ match: SegmentMatch, in segment: Segment) -> RankedHit {
        RankedHit(
            key: firstKey(match) << 32 | UInt64(segment.ranks[match.slot]),
            stem: segment.stems[match.slot],
            flags: segment.flags[match.slot],
            place: match.place
        )
    }

    func result(_ hit: RankedHit, _ gazetteer: Gazetteer) -> RegisterHits.Hit {
        let place = hit.place < gazetteer.count ? gazetteer.places[hit.place] : nil
        var distance: Int?
        if case .distance(let center) = order, let place { distance = Int(place.point.distance(to: center).rounded()) }
        return RegisterHits.Hit(
            number: EntityNumber(stem: hit.stem),
            place: place,
            distance: distance,
            isEmployer: hit.flags.contains(.employer)
        )
    }
}

/// Counts hits and keeps the best, as many as there is room for.
struct BestHits {
    private(set) var count = 0
    private let room: Int
    /// What comes first of the key of the worst of the kept, once there is no room left.
    private var worstFirstKey = UInt64.max
    /// A heap with the worst of the kept on top.
    private var heap: [RankedHit] = []

    init(room: Int) { self.room = room }

    /// Counts one; the rest of its key is worked out only where it may be among the best.
    @inline(__always)
    mutating func add(firstKey: UInt64, _ hit: () -> RankedHit) {
        count += 1
        if firstKey > worstFirstKey { return }
        keep(hit())
    }

    private mutating func keep(_ hit: RankedHit) {
        if heap.count < room {
            heap.append(hit)
            rise()
        } else if let worst = heap.first, hit < worst {
            heap[0] = hit
            sink()
        }
        if heap.count == room, let worst = heap.first { worstFirstKey = worst.key >> 32 }
    }

    /// The kept, the best first.
    var sorted: [RankedHit] { heap.sorted() }

    private mutating func rise() {
        var child = heap.count - 1
        while child > 0, heap[(child - 1) / 2] < heap[child] {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var greatest = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[greatest] < heap[child] {
                greatest = child
            }
            guard greatest != parent else { return }
            heap.swapAt(parent, greatest)
            parent = greatest
        }
    }
}
