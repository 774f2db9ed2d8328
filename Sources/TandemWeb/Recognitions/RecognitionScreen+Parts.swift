internal import TandemDomain
internal import TandemStore

extension RecognitionScreen {
    var facts: Facts {
        let recognition = file.recognition
        let (company, place) = (file.company, file.establishment)
        let validity = Word(
            "recognition.validityText",
            ["from": DutchFormat.day(recognition.validity.from), "until": DutchFormat.day(recognition.validity.until)]
        )
        let companyText = "\(company.details.name), \(company.number.formatted)"
        let address = presenter.address(place.street, place.postalCode)
        return Facts(
            [
                .init("recognition.state", presenter.state(state)),
                .init("recognition.validity", .word(validity)),
                .init("recognition.training", presenter.training(recognition.training)),
                .init("recognition.company", .text(companyText), link: companyLink),
                .init("recognition.establishment", "\(place.name), \(address) (\(place.number.formatted))"),
                .init("recognition.partnership", presenter.partnership(recognition.partnership)),
                .init("recognition.file", .text(presenter.fileNumber(recognition.application)), link: fileLink),
            ] + renewalFacts
        )
    }

    /// The page of the company belongs to who applies; a handler sees the company in its files.
    private var companyLink: Link? {
        guard actor.actsForCompany(of: file.subject, on: today) else { return nil }
        return Link("recognition.toCompany", url: Addresses.company.url(file.company.id.rawValue))
    }

    private var fileLink: Link? {
        guard rights.mayReadFile else { return nil }
        return Link("recognition.toFile", url: actor.fileURL(of: file.recognition.application))
    }

    private var renewalFacts: [Facts.Fact] {
        let old = file.recognition.renews.map { id in
            Facts.Fact(
                "recognition.renews",
                .text(DutchFormat.number(id.rawValue)),
                link: Link("recognition.toOld", url: Addresses.recognition.url(id.rawValue))
            )
        }
        let new = file.renewal.map { renewal in
            Facts.Fact(
                "recognition.renewedBy",
                .text(DutchFormat.day(renewal.validity.from)),
                link: Link("recognition.toNew", url: Addresses.recognition.url(renewal.id.rawValue))
            )
        }
        let asked = file.renewing.map { id in
            Facts.Fact(
                "recognition.renewing",
                .text(presenter.fileNumber(id)),
                link: Link("recognition.toFile", url: actor.fileURL(of: id))
            )
        }
        let open = file.renewal == nil && file.renewing == nil && state == .approved
        let possible = Facts.Fact("recognition.renewableFrom", DutchFormat.day(renewableFrom))
        return [old, new, asked, open ? possible : nil].compactMap(\.self)
    }

    func mentor(_ mentor: RecognitionMentorRecord, _ rights: RecognitionRights) -> Model {
        let designation = file.designations.last { $0.mentor.id == mentor.mentor.id }
        let isPresent = (mentor.until ?? today) >= today
        let extract = designation.flatMap { $0.extract == nil ? nil : Addresses.extract.url($0.id.rawValue) }
        return [
            "name": .text(mentor.mentor.name),
            "period": .word(period(mentor)),
            "isGone": .flag(!isPresent),
            "practice": .maybe(designation?.yearsOfPractice.map { Word("recognition.practice", count: $0) }),
            "extract": .maybe(designation.map { presenter.extract($0.extractVerdict) }),
            "extractUrl": .maybe(rights.mayReadExtract ? extract : nil),
            "end": .maybe(
                rights.mayEndMentor && mentor.until == nil ? Addresses.mentorEnd.url(file.id, mentor.id) : nil
            ),
            "replace": .maybe(
                rights.mayAddMentor && mentor.until == nil
                    ? Addresses.newMentor.url(file.id) + "?plaats=\(mentor.id)" : nil
            ),
        ]
    }

    private func period(_ mentor: RecognitionMentorRecord) -> Word {
        let from = DutchFormat.short(mentor.from)
        guard let until = mentor.until else { return Word("recognition.since", ["from": from]) }
        return Word("recognition.fromUntil", ["from": from, "until": DutchFormat.short(until)])
    }

    func guidance(_ guidance: GuidanceRecord) -> Model {
        [
            "day": .text(DutchFormat.day(guidance.heldOn)), "name": .text(guidance.name),
            "note": .text(guidance.note),
        ]
    }

    var guidanceFormModel: Model {
        let form = guidanceForm ?? Form(filled: ["on": DutchFormat.short(today)])
        return [
            "action": .text(Addresses.guidance.url(file.id)),
            "isOpen": .flag(guidanceForm != nil),
            "fields": [
                form.day("on", "recognition.guidanceOn"),
                form.textarea(
                    "note",
                    "recognition.guidanceNote",
                    hint: "recognition.guidanceHint",
                    rows: 4,
                    longest: 4000
                ),
            ],
            "buttons": Buttons(.init("recognition.guidanceSave", emphasis: .secondary)).model,
        ]
    }

    func exclusion(_ record: ExclusionRecord) -> Model {
        let from = DutchFormat.day(record.exclusion.period.from)
        let text =
            record.exclusion.period.until.map {
                Word("recognition.excludedUntil", ["from": from, "until": DutchFormat.day($0)])
            } ?? Word("recognition.excludedForGood", ["from": from])
        let isWhole = record.exclusion.establishment == nil
        return [
            "scope": .word(isWhole ? "recognition.wholeCompany" : "recognition.thisEstablishment"),
            "text": .word(text), "motivation": .text(record.motivation),
        ]
    }

    func letter(_ letter: LetterRecord) -> Model {
        [
            "subject": .text(letter.subject), "url": .text(Addresses.letter.url(letter.id)),
            "day": .text(DutchFormat.short(letter.madeOn)),
        ]
    }

    var follow: Model {
        let form = Form(
            filled: ["state": file.recognition.renewalState.rawValue, "kind": ContactKind.telephone.rawValue]
        )
        return [
            "action": .text(Addresses.follow.url(file.id)),
            "badge": presenter.renewal(file.recognition.renewalState).model,
            "since": .maybe(
                file.recognition.renewalOn.map { Word("recognition.followedOn", ["day": DutchFormat.short($0)]) }
            ),
            "fields": [
                form.hidden("version", String(file.recognition.version)), form.hidden("from", "recognition"),
                form.select("state", "recognition.followState", choices: renewalChoices(presenter)),
                form.select(
                    "kind",
                    "prospects.renewalKind",
                    choices: ContactKind.allCases.map { Choice($0.rawValue, presenter.contactKind($0)) }
                ),
                form.text("note", "recognition.followNote", isOptional: true),
            ],
            "buttons": Buttons(.init("recognition.followSave", emphasis: .secondary)).model,
        ]
    }
}

/// The states of the follow-up of a renewal, to choose one.
func renewalChoices(_ presenter: Presenter) -> [Choice] {
    RenewalState.allCases.map { Choice($0.rawValue, presenter.renewal($0).text) }
}
