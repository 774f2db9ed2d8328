/// The tables of an extract, in the order of its files.
enum RegisterTable: String, CaseIterable, Sendable {
    case meta, code, enterprise, establishment, branch, denomination, address, contact, activity

    /// The names of the columns, exactly as the register has them.
    var columns: [String] {
        switch self {
        case .meta: ["Variable", "Value"]
        case .code: ["Category", "Code", "Language", "Description"]
        case .enterprise:
            [
                "EnterpriseNumber", "Status", "JuridicalSituation", "TypeOfEnterprise", "JuridicalForm",
                "JuridicalFormCAC", "StartDate",
            ]
        case .establishment: ["EstablishmentNumber", "StartDate", "EnterpriseNumber"]
        case .branch: ["Id", "StartDate", "EnterpriseNumber"]
        case .denomination: ["EntityNumber", "Language", "TypeOfDenomination", "Denomination"]
        case .address:
            [
                "EntityNumber", "TypeOfAddress", "CountryNL", "CountryFR", "Zipcode", "MunicipalityNL",
                "MunicipalityFR", "StreetNL", "StreetFR", "HouseNumber", "Box", "ExtraAddressInfo", "DateStrikingOff",
            ]
        case .contact: ["EntityNumber", "EntityContact", "ContactType", "Value"]
        case .activity: ["EntityNumber", "ActivityGroup", "NaceVersion", "NaceCode", "Classification"]
        }
    }

    /// The kinds of entity that have rows in the table, in the order of their numbers.
    var kinds: [EntityKind] {
        switch self {
        case .meta, .code: []
        case .enterprise: [.enterprise]
        case .establishment: [.establishment]
        case .branch: [.branch]
        case .denomination, .address, .contact: [.enterprise, .establishment, .branch]
        case .activity: [.enterprise, .establishment]
        }
    }

    /// The side of an entity that the table shows; nothing where it holds a list of its own.
    var aspect: Aspect? {
        switch self {
        case .enterprise: .situation
        case .denomination: .name
        case .address: .address
        case .contact: .contact
        case .activity: .activity
        case .meta, .code, .establishment, .branch: nil
        }
    }

    /// The tables of entities, which updates delete from and insert into.
    static let ofEntities = allCases.filter { !$0.kinds.isEmpty }

    static func header(_ columns: [String]) -> [UInt8] {
        Array((columns.map { "\"\($0)\"" }.joined(separator: ",") + "\n").utf8)
    }
}

/// Fields that occur again and again, ready to be written.
enum Field {
    static func text(_ text: String) -> [UInt8] { Array("\"\(text)\",".utf8) }
}
