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

    init(_ order: RegisterOrder, _ gazetteer: Gazetteer) {
        self.order = order
        guard case .distance(let center) = order else {
            nearness = []
            return
        }
        let distances = gazetteer.places.map { $0.point.squaredDistance(to: center) }
        var nearness = Array(repeating: UInt32.max, count: distances.count + 1)
        var (last, rank) = (-1, UInt32(0))
        for place in distances.indices.sorted(by: { distances[$0] < distances[$1] }) {
            if distances[place] != last { rank += 1 }
            last = distances[place]
            nearness[place] = rank
        }
        self.nearness = nearness
    }

    @inline(__always)
    func hit(_ match: SegmentMatch, in segment: Segment) -> RankedHit {
        let first: UInt64 =
            switch order {
            case .name: 0
            case .relevance: match.cost == 0 ? 0 : UInt64(match.cost)
            case .distance: UInt64(nearness[match.place])
            }
        return RankedHit(
            key: first << 32 | UInt64(segment.ranks[match.slot]),
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
    /// A heap with the worst of the kept on top.
    private var heap: [RankedHit] = []

    init(room: Int) { self.room = room }

    @inline(__always)
    mutating func add(_ hit: RankedHit) {
        count += 1
        if heap.count < room {
            heap.append(hit)
            rise()
        } else if let worst = heap.first, hit < worst {
            heap[0] = hit
            sink()
        }
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
