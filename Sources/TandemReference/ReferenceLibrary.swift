internal import Foundation
package import TandemDomain

/// The dated reference data that is shipped with the program.
package enum ReferenceLibrary {
    /// The reference data; read once, and refused as a whole where anything is wrong with it.
    package static func load() throws -> Reference { try loaded.get() }

    /// All that is wrong with the files, and what they hold.
    package static func check() -> (problems: [ReferenceProblem], summary: ReferenceSummary) {
        let reading = read(files())
        return (reading.problems, reading.summary)
    }

    /// Reads files given as bytes: the same road for the shipped files and for those of a test.
    package static func read(_ files: [ReferenceFile: [UInt8]]) -> Reading {
        let log = ProblemLog()
        let tables = Tables(files, log: log)
        tables.checkReferences()
        let reference = tables.reference()
        return Reading(
            reference: reference,
            problems: log.problems.sorted(),
            summary: ReferenceSummary(tables)
        )
    }

    /// What came out of reading the files.
    package struct Reading: Sendable {
        /// Nothing where a figure of the decrees lacks; elsewhere rows with a problem are left out.
        package let reference: Reference?
        package let problems: [ReferenceProblem]
        package let summary: ReferenceSummary
    }

    /// The bytes of the shipped files; a file that cannot be read is left out, and found missing.
    package static func files() -> [ReferenceFile: [UInt8]] {
        var files: [ReferenceFile: [UInt8]] = [:]
        for file in ReferenceFile.allCases {
            let url = Bundle.module.bundleURL.appending(path: "Data/\(file.name)")
            if let data = try? Data(contentsOf: url) { files[file] = Array(data) }
        }
        return files
    }

    private static let loaded: Result<Reference, ReferenceFault> = {
        let reading = read(files())
        guard let reference = reading.reference, reading.problems.isEmpty else {
            return .failure(ReferenceFault(problems: reading.problems))
        }
        return .success(reference)
    }()
}

extension Tables {
    /// All of it together; nothing where a figure of the decrees lacks.
    fileprivate func reference() -> Reference? {
        // Every table is read before the figures decide, so that all problems are found at once.
        let (partnerships, competences, committees) = (partnerships(), competences(), committees())
        let (trainings, activities) = (trainings(), trainingActivities())
        let (providers, requirements) = (providers(), requirements())
        let (reasons, sizes, labels) = (rejectionReasons(), sizeClasses(), labels())
        let (holidays, places, weights) = (holidays(), places(), prospectWeights())
        guard let figures = legalFigures() else { return nil }
        return Reference(
            figures: figures,
            competences: competences,
            holidays: holidays,
            places: places,
            partnerships: partnerships,
            committees: committees,
            trainings: trainings,
            trainingActivities: activities,
            providers: providers,
            requirements: requirements,
            rejectionReasons: reasons,
            sizeClasses: sizes,
            prospectWeights: weights,
            labels: labels
        )
    }
}
