internal import TandemDomain
internal import TandemRegister

/// What is asked, as a row of marks that each can be taken away.
struct Chips {
    let query: CompanyQuery
    let reading: QuestionReading
    let present: CompanySearch.Present
    let presenter: Presenter

    private var question: CompanyQuestion { reading.question }

    var models: [Model] {
        guard reading.errors.isEmpty else { return [] }
        return (words + places + facts).map { label, without in
            ["label": .word(label), "url": .text(without.url())]
        }
    }

    private var words: [(Word, CompanyQuery)] {
        var chips: [(Word, CompanyQuery)] = []
        if !query[.text].isEmpty { chips.append((.verbatim("“\(query[.text])”"), query.with(.text, ""))) }
        if let training = question.training {
            let word: Word = question.isBroad ? "find.chipBroad" : "find.chipTraining"
            let label = Word(word.key, ["training": presenter.training(training.code)])
            chips.append((label, query.with(.training, "").with(.isBroad, "")))
        }
        for activity in question.activities {
            chips.append((present.names.label(of: activity), query.without(.activity, activity.typed)))
        }
        return chips
    }

    private var places: [(Word, CompanyQuery)] {
        var chips: [(Word, CompanyQuery)] = []
        if let center = question.center {
            let label: Word =
                center.radius.map { radius in
                    Word("find.chipAround", ["place": center.name, "km": DutchFormat.number(radius / 1000)])
                } ?? Word("find.chipFrom", ["place": center.name])
            chips.append((label, query.with(.around, "").with(.radius, "")))
        }
        chips += question.municipalities.map { (.verbatim($0.nameDutch), query.without(.municipality, $0.code)) }
        for province in Province.allCases where question.filter.provinces.contains(province) {
            chips.append(
                (Word("find.chipProvince", ["name": province.dutchName]), query.without(.province, province.typed))
            )
        }
        for region in Region.allCases where question.filter.regions.contains(region) {
            chips.append((.verbatim(region.dutchName), query.without(.region, region.typed)))
        }
        if question.filter.geoBox != nil { chips.append(("find.chipBox", query.with(.box, ""))) }
        return chips
    }

    private var facts: [(Word, CompanyQuery)] {
        var chips: [(Word, CompanyQuery)] = []
        if let isEmployer = question.filter.isEmployer {
            chips.append((isEmployer ? "find.chipEmployer" : "find.chipNoEmployer", query.with(.employer, "")))
        }
        if let isRecognised = question.isRecognised {
            chips.append((isRecognised ? "find.chipRecognised" : "find.chipNotRecognised", query.with(.recognised, "")))
        }
        if question.filter.isSchool == true { chips.append(("find.chipSchool", query.with(.kind, ""))) }
        if query[.kind] == "onderneming" { chips.append(("find.chipEnterprise", query.with(.kind, ""))) }
        return chips
    }
}

extension ActivityNames {
    /// An activity that was chosen: the description of its code, or the word with how many codes it stands for.
    func label(of activity: CompanyQuestion.ChosenActivity) -> Word {
        if activity.codes.count == 1, let code = activity.codes.first { return .verbatim(label(of: code)) }
        return Word("find.chipActivities", ["typed": activity.typed], count: activity.codes.count)
    }
}
