import TandemDomain
import Testing

@Suite struct `Postal places` {
    let places: PostalPlaces

    init() {
        func place(_ code: String, _ name: String, _ municipality: String, isPrimary: Bool = true) -> PostalPlace {
            PostalPlace(
                postalCode: PostalCode(stored: code),
                name: name,
                municipality: municipality,
                province: .antwerpen,
                latitude: 51,
                longitude: 4,
                isPrimary: isPrimary
            )
        }
        places = PostalPlaces([
            place("1040", "Etterbeek", "Brussel", isPrimary: false), place("1040", "Etterbeek", "Etterbeek"),
            place("9000", "Gent", "Gent"), place("9030", "Mariakerke", "Gent"),
            place("2220", "Heist-op-den-Berg", "Heist-op-den-Berg"), place("4000", "Liège", "Liège"),
        ])
    }

    @Test(arguments: [("1040", "Etterbeek"), ("9030", "Gent"), ("8000", nil)])
    func `are found by code, the primary one first`(code: String, municipality: String?) {
        #expect(places[PostalCode(stored: code)]?.municipality == municipality)
    }

    @Test(arguments: [
        ("gen", ["9000", "9030"]), ("maria", ["9030"]), ("heist op", ["2220"]), ("LIEGE", ["4000"]), ("", []),
        ("xyz", []),
    ])
    func `are found by the start of a name`(prefix: String, codes: [String]) {
        #expect(places.named(prefix).map(\.postalCode.digits) == codes)
    }

    @Test func `count Brussels among the provinces, in its own region`() {
        #expect(Province.allCases.filter { $0.region == .flanders }.count == 5)
        #expect(Province.allCases.filter { $0.region == .brussels } == [.brussels])
    }
}
