internal import TandemRegister

/// What companies do, in groups few enough to tell apart on a map: each with a colour and a sign of its own.
enum SectorGroup: String, CaseIterable, Sendable {
    case farming, industry, building, trade, transport, catering, business, care, other

    /// The divisions of the classification that belong to it, the same in both editions.
    private var divisions: ClosedRange<Int> {
        switch self {
        case .farming: 1...3
        case .industry: 5...39
        case .building: 41...43
        case .trade: 45...47
        case .transport: 49...53
        case .catering: 55...56
        case .business: 58...82
        case .care: 84...88
        case .other: 90...99
        }
    }

    var codes: [NaceCode] {
        [NaceEdition.nace2008, .nace2025].flatMap { edition in
            divisions.compactMap { NaceCode(edition, $0 < 10 ? "0\($0)" : String($0)) }
        }
    }

    /// Beside the colour, so that it does not rest on that.
    var sign: String {
        switch self {
        case .farming: "♣"
        case .industry: "■"
        case .building: "▲"
        case .trade: "●"
        case .transport: "▶"
        case .catering: "◆"
        case .business: "★"
        case .care: "✚"
        case .other: "○"
        }
    }

    var label: Word {
        switch self {
        case .farming: "map.farming"
        case .industry: "map.industry"
        case .building: "map.building"
        case .trade: "map.trade"
        case .transport: "map.transport"
        case .catering: "map.catering"
        case .business: "map.business"
        case .care: "map.care"
        case .other: "map.other"
        }
    }
}
