import TandemDomain
import TandemReference
import Testing

@Suite struct `The shipped words` {
    static let lists: [(LabelList, [String])] = [
        (.applicationStatus, ApplicationStatus.allCases.map(\.rawValue)),
        (.recognitionStatus, RecognitionState.allCases.map(\.rawValue)),
        (.decisionMode, DecisionMode.allCases.map(\.rawValue)),
        (.agreementType, AgreementType.allCases.map(\.rawValue)),
        (.submitter, ApplicantKind.allCases.map(\.rawValue)),
        (.checkKind, CheckKind.allCases.map(\.rawValue)),
        (.power, Power.allCases.map(\.rawValue)),
        (.criterion, Criterion.allCases.map(\.rawValue)),
        (.system, TrainingSystem.allCases.map(\.rawValue) + TrainingSystemGroup.allCases.map(\.rawValue)),
        (.providerKind, ProviderKind.allCases.map(\.rawValue)),
        (.trainingLevel, TrainingLevel.allCases.map(\.rawValue)),
        (.finality, Finality.allCases.map(\.rawValue)),
        (.role, Role.allCases.map(\.rawValue)),
    ]

    @Test(arguments: lists)
    func `cover every code that the program has`(list: LabelList, codes: [String]) throws {
        let reference = try ReferenceLibrary.load()
        #expect(codes.filter { reference.label(list, $0) == nil } == [])
    }

    @Test func `fill every list`() throws {
        let reference = try ReferenceLibrary.load()
        #expect(LabelList.allCases.filter { reference.labels($0).isEmpty } == [])
    }

    @Test func `are those of the register`() throws {
        let reference = try ReferenceLibrary.load()
        #expect(reference.label(.applicationStatus, "file_incomplete") == "Dossier onvolledig")
        #expect(reference.labels(.endingReason).filter { $0.parent != nil }.count == 20)
        #expect(reference.rejectionReason(ReasonCode("conviction"))?.label == "Veroordeling van de onderneming")
    }
}
