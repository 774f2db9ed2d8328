extension Addresses {
    package static let recognition = Address1<Int64>("/erkenningen")
    package static let guidance = Address1<Int64>("/erkenningen", "/begeleiding")
    package static let withdrawal = Address1<Int64>("/erkenningen", "/opheffing")
    package static let exclusion = Address1<Int64>("/erkenningen", "/uitsluiting")
    package static let newMentor = Address1<Int64>("/erkenningen", "/mentor")
    /// A mentor of a recognition: the recognition, and his place in it.
    package static let mentorEnd = Address2<Int64, Int64>("/erkenningen", "/mentoren", "/vertrek")
    package static let follow = Address1<Int64>("/erkenningen", "/opvolging")
    package static let renewals = Address("/hernieuwingen")
}
