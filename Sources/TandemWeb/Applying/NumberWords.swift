internal import TandemDomain

/// The kinds of number that an applicant types and whose check digits are told apart.
enum NumberKind: String, Sendable {
    case company, establishment, person
}

/// What to look for in a number that cannot be right.
func numberWord(_ error: InvalidNumber, _ kind: NumberKind) -> Word {
    switch error {
    case .wrongLength: Word("number.\(kind.rawValue)WrongLength")
    case .wrongStart: Word("number.\(kind.rawValue)WrongStart")
    case .checkDigitsDiffer: Word("number.\(kind.rawValue)CheckDigits")
    case .noSuchBirthDate: "number.personBirthDate"
    }
}

extension FormReader {
    mutating func companyNumber(_ field: String) -> CompanyNumber? {
        do throws(InvalidNumber) {
            return try CompanyNumber(data[field])
        } catch {
            refuse(field, data[field].isEmpty ? "number.companyMissing" : numberWord(error, .company))
            return nil
        }
    }

    mutating func establishmentNumber(_ field: String) -> EstablishmentNumber? {
        do throws(InvalidNumber) {
            return try EstablishmentNumber(data[field])
        } catch {
            refuse(field, data[field].isEmpty ? "number.establishmentMissing" : numberWord(error, .establishment))
            return nil
        }
    }

    mutating func nationalNumber(_ field: String) -> NationalNumber? {
        do throws(InvalidNumber) {
            return try NationalNumber(data[field])
        } catch {
            refuse(field, data[field].isEmpty ? "number.personMissing" : numberWord(error, .person))
            return nil
        }
    }

    mutating func postalCode(_ field: String) -> PostalCode? {
        guard let code = PostalCode(data[field]) else {
            refuse(field, "number.postalCode")
            return nil
        }
        return code
    }
}
