internal import TandemDomain

extension Tables {
    func committees() -> [JointCommittee] {
        rows(.jointCommittees).compactMap { row in
            guard let number = row.committee("number"), let name = row.text("name_nl"), let period = row.period
            else { return nil }
            return JointCommittee(number: number, name: name, period: period)
        }
    }

    func requirements() -> [DocumentRequirement] {
        rows(.requirements).compactMap { row in
            guard let code = row.text("code"), let criterion: Criterion = row.choice("criterion"),
                let label = row.text("label_nl"), let hasStaff = row.optionalYes("has_staff"),
                let need: DocumentNeed = row.choice("need"), let period = row.period
            else { return nil }
            return DocumentRequirement(
                code: RequirementCode(code),
                partnership: row.orNothing("partnership").map { PartnershipCode($0) },
                criterion: criterion,
                label: label,
                hasStaff: hasStaff,
                need: need,
                period: period,
                source: row["source"]
            )
        }
    }

    func rejectionReasons() -> [RejectionReason] {
        rows(.rejectionReasons).compactMap { row in
            guard let code = row.text("code"), let label = row.text("label_nl"), let period = row.period else {
                return nil
            }
            return RejectionReason(code: ReasonCode(code), label: label, period: period)
        }
    }

    func sizeClasses() -> [SizeClass] {
        let read = rows(.sizeClasses).compactMap { row in row.sizeClass.map { (row: row, size: $0) } }
        let known = read.filter { $0.size.lower != nil }
        for (smaller, larger) in zip(known, known.dropFirst())
        where larger.size.lower != smaller.size.upper.map({ $0 + 1 }) {
            larger.row.note("sluit niet aan op regel \(smaller.row.line)", at: "lower")
        }
        return read.map(\.size)
    }

    func holidays() -> HolidayCalendar {
        HolidayCalendar(
            rows(.holidays).compactMap { row in
                guard let name = row.text("name_nl"), let day = row.period?.from else { return nil }
                return Holiday(day: day, name: name)
            }
        )
    }

    func places() -> PostalPlaces { PostalPlaces(rows(.postalPlaces).compactMap(\.place)) }

    func labels() -> [Label] {
        rows(.labels).compactMap { row in
            guard let list: LabelList = row.choice("list"), let code = row.text("code"),
                let text = row.text("label_nl")
            else { return nil }
            return Label(list: list, code: code, text: text, parent: row.orNothing("parent"))
        }
    }
}

extension Row {
    fileprivate func optionalYes(_ column: String) -> Bool?? {
        self[column].isEmpty ? .some(nil) : isYes(column).map { .some($0) }
    }

    fileprivate var sizeClass: SizeClass? {
        guard let code = text("code"), let label = text("label_nl"),
            let lower = optional("lower", "geheel getal", read: { Int($0) }),
            let upper = optional("upper", "geheel getal", read: { Int($0) })
        else { return nil }
        return SizeClass(code: code, label: label, lower: lower, upper: upper)
    }

    fileprivate var place: PostalPlace? {
        guard let code = postalCode("postal_code"), let name = text("name_nl"),
            let municipality = text("municipality_nl"), let province: Province = choice("province"),
            let latitude = number("latitude"), let longitude = number("longitude"),
            let isPrimary = isYes("primary")
        else { return nil }
        return PostalPlace(
            postalCode: code,
            name: name,
            municipality: municipality,
            province: province,
            latitude: latitude,
            longitude: longitude,
            isPrimary: isPrimary
        )
    }
}
