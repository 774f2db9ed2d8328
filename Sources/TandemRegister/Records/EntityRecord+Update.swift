extension EntityRecord {
    /// The record after an Update: of each table what is there goes where it is listed, then what comes is added.
    func replaced(by incoming: EntityRecord, _ isDeleted: (ExtractTable) -> Bool) -> EntityRecord {
        var record = EntityRecord()
        record.names = (isDeleted(.denomination) ? [] : names) + incoming.names
        record.addresses = (isDeleted(.address) ? [] : addresses) + incoming.addresses
        record.contacts = (isDeleted(.contact) ? [] : contacts) + incoming.contacts
        let kept = isDeleted(.activity) ? [] : PackedActivities.all(in: activities[...])
        let all = (kept + PackedActivities.all(in: incoming.activities[...])).sorted { $0.packed < $1.packed }
        _ = PackedActivities.write(all, to: &record.activities)
        return record
    }

    /// How many rows it has in each table.
    var rowCounts: [ExtractTable: Int] {
        [
            .denomination: PackedName.all(in: names[...]).count,
            .address: PackedAddress.all(in: addresses[...]).count,
            .contact: PackedContact.all(in: contacts[...]).count,
            .activity: PackedActivities.all(in: activities[...]).count,
        ]
    }
}
