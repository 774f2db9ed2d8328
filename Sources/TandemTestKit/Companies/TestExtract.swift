package import TandemRegister

/// A small extract, table by table, as rows of raw CSV that a test can spoil.
package struct TestExtract {
    package var number = 140
    package var kind = ExtractKind.full
    package var snapshot = "04-10-2025"
    /// The files by name, each with its lines, the header first.
    package var files: [String: [String]]
    package var lineEnd = "\n"

    package static let headers = [
        "enterprise":
            #""EnterpriseNumber","Status","JuridicalSituation","TypeOfEnterprise","JuridicalForm","JuridicalFormCAC","StartDate""#,
        "establishment": #""EstablishmentNumber","StartDate","EnterpriseNumber""#,
        "branch": #""Id","StartDate","EnterpriseNumber""#,
        "denomination": #""EntityNumber","Language","TypeOfDenomination","Denomination""#,
        "address": [
            #""EntityNumber","TypeOfAddress","CountryNL","CountryFR","Zipcode","MunicipalityNL","MunicipalityFR","#,
            #""StreetNL","StreetFR","HouseNumber","Box","ExtraAddressInfo","DateStrikingOff""#,
        ].joined(),
        "contact": #""EntityNumber","EntityContact","ContactType","Value""#,
        "activity": #""EntityNumber","ActivityGroup","NaceVersion","NaceCode","Classification""#,
    ]

    /// A Full with the tables that are given, and no rows in the others.
    package static func full(_ number: Int = 140, _ rows: [String: [String]]) -> TestExtract {
        var files = ["code.csv": codes]
        for (table, header) in headers { files[table + ".csv"] = [header] + (rows[table] ?? []) }
        return TestExtract(number: number, files: files)
    }

    /// An Update: `delete` holds numbers, `insert` rows.
    package static func update(
        _ number: Int,
        delete: [String: [String]] = [:],
        insert: [String: [String]] = [:]
    ) -> TestExtract {
        let keys = ["enterprise": "EnterpriseNumber", "establishment": "EstablishmentNumber", "branch": "Id"]
        var files = ["code.csv": codes]
        for (table, header) in headers {
            let key = "\"\(keys[table] ?? "EntityNumber")\""
            files[table + "_delete.csv"] = [key] + (delete[table] ?? []).map { "\"\($0)\"" }
            files[table + "_insert.csv"] = [header] + (insert[table] ?? [])
        }
        return TestExtract(number: number, kind: .update, files: files)
    }

    package static let codes = [
        #""Category","Code","Language","Description""#,
        #""JuridicalForm","610","NL","Besloten Vennootschap""#,
        #""JuridicalForm","610","FR"," Société à responsabilité limitée""#,
        #""Nace2025","43211","NL","Elektrotechnische installatiewerken""#,
    ]

    private var meta: [String] {
        [
            #""Variable","Value""#, "\"SnapshotDate\",\"\(snapshot)\"",
            "\"ExtractTimestamp\",\"05-10-2025 07:21:18\"", "\"ExtractType\",\"\(kind.rawValue)\"",
            "\"ExtractNumber\",\"\(number)\"", "\"Version\",\"1.0.0\"",
        ]
    }

    /// All files as bytes.
    package var contents: [String: [UInt8]] {
        var all = files
        if all["meta.csv"] == nil { all["meta.csv"] = meta }
        return all.mapValues { Array(($0.joined(separator: lineEnd) + lineEnd).utf8) }
    }
}
