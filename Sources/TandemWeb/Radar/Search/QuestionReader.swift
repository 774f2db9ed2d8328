internal import TandemDomain
internal import TandemPlaces
internal import TandemRegister

/// Reads what was typed into a question to the company register.
///
/// Whatever cannot be read is told with the name of its field; nothing that was typed is lost.
struct QuestionReader {
    let query: CompanyQuery
    let reference: Reference
    let day: Day
    let gazetteer: Gazetteer
    let names: ActivityNames
    let companies: RegisterSnapshot
    let recognised: RecognisedPlaces
    private(set) var reading = QuestionReading()

    init(
        _ query: CompanyQuery,
        reference: Reference,
        day: Day,
        gazetteer: Gazetteer,
        names: ActivityNames,
        companies: RegisterSnapshot,
        recognised: RecognisedPlaces
    ) {
        self.query = query
        self.reference = reference
        self.day = day
        self.gazetteer = gazetteer
        self.names = names
        self.companies = companies
        self.recognised = recognised
    }

    /// Reads all fields.
    ///
    /// - Throws: an error of the file of hints.
    static func read(_ reader: QuestionReader) throws -> QuestionReading {
        var reader = reader
        reader.readKind()
        reader.readText()
        reader.readTraining()
        try reader.readActivities()
        reader.readRecognised()
        reader.readPlaces()
        reader.readAround()
        reader.readBox()
        reader.readOrder()
        return reader.reading
    }

    mutating func change(_ body: (inout QuestionReading) -> Void) { body(&reading) }
}

extension QuestionReader {
    private mutating func readKind() {
        switch query[.kind] {
        case "", "vestiging": change { $0.question.filter.kinds = [.establishment] }
        case "onderneming": change { $0.question.filter.kinds = [.enterprise] }
        case "school":
            change {
                $0.question.filter.kinds = [.establishment]
                $0.question.filter.isSchool = true
            }
        case _: change { $0.refuse(.kind, "find.unknownKind") }
        }
        let isEmployer = answer(.employer)
        change { $0.question.filter.isEmployer = isEmployer }
    }

    /// `ja` or `nee`; nothing where it was left open.
    private mutating func answer(_ field: CompanyQuery.Field) -> Bool? {
        switch query[field] {
        case "": return nil
        case "ja": return true
        case "nee": return false
        case _:
            change { $0.refuse(field, "find.yesOrNo") }
            return nil
        }
    }

    /// A number in any notation, or words of a name.
    private mutating func readText() {
        let text = query[.text]
        if let number = EntityNumber(text) {
            change {
                $0.question.number = number
                $0.question.filter.kinds = [.enterprise, .establishment]
                $0.question.filter.only = NumberSet([number])
            }
        } else if text.count(where: \.isNumber) >= 9, text.allSatisfy({ $0.isNumber || ". -".contains($0) }) {
            change { $0.refuse(.text, "find.wrongNumber") }
        } else if !text.isEmpty {
            change { $0.question.filter.name = text }
        }
    }

    private mutating func readTraining() {
        guard !query[.training].isEmpty else { return }
        guard let training = reference.training(TrainingCode(query[.training])) else {
            return change { $0.refuse(.training, "find.unknownTraining") }
        }
        let isBroad = query[.isBroad] == "ja"
        change {
            $0.question.training = training
            $0.question.isBroad = isBroad
        }
    }

    /// Who asks for recognised places of a training means the recognition; otherwise a training means its activities.
    private mutating func readRecognised() {
        let isRecognised = answer(.recognised)
        let training = reading.question.training
        let kind: RegisteredKind = reading.question.filter.kinds == [.enterprise] ? .enterprise : .establishment
        let numbers = isRecognised == nil ? nil : recognised.numbers(for: training?.code, of: kind)
        change {
            $0.question.isRecognised = isRecognised
            if isRecognised == true {
                // A number that was typed stays the only one, if it is recognised.
                if let only = $0.question.number {
                    $0.question.filter.only = NumberSet([only].filter { numbers?.contains($0) == true })
                } else {
                    $0.question.filter.only = numbers
                }
            }
            if isRecognised == false { $0.question.filter.except = numbers }
        }
        guard let training, isRecognised != true else { return }
        let wanted = trainingCodes(training)
        let chosen = reading.question.filter.activities
        let codes = reading.question.activities.isEmpty ? wanted : Self.common(chosen, wanted)
        change {
            if codes.isEmpty { $0.refuse(.training, wanted.isEmpty ? "find.noActivities" : "find.nothingInCommon") }
            $0.question.filter.activities = codes
        }
    }

    private func trainingCodes(_ training: Training) -> [NaceCode] {
        reference.activities(of: training.code, on: day)
            .filter { $0.breadth == .core || query[.isBroad] == "ja" }
            .compactMap { NaceCode($0) }
    }

    /// What lies below a code of both.
    private static func common(_ first: [NaceCode], _ second: [NaceCode]) -> [NaceCode] {
        let pairs = first.flatMap { one in
            second.compactMap { $0.contains(one) ? one : one.contains($0) ? $0 : nil }
        }
        return Set(pairs).sorted()
    }

    private mutating func readOrder() {
        let (center, filter) = (reading.question.center, reading.question.filter)
        switch query[.order] {
        case "":
            if let center {
                change { $0.question.order = .distance(from: center.point) }
            } else {
                change { $0.question.order = filter.name == nil ? .name : .relevance }
            }
        case "naam": change { $0.question.order = .name }
        case "past": change { $0.question.order = .relevance }
        case "afstand":
            if let center {
                change { $0.question.order = .distance(from: center.point) }
            } else if query[.around].isEmpty {
                change { $0.refuse(.around, "find.distanceFromWhere") }
            }
        case _: change { $0.refuse(.order, "find.unknownOrder") }
        }
        let page = query[.page].isEmpty ? 1 : Int(query[.page]) ?? 0
        change {
            if page < 1 { $0.refuse(.page, "find.wrongPage") }
            $0.question.page = max(1, page)
        }
    }
}
