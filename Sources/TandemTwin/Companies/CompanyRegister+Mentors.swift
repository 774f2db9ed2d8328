internal import TandemDomain

extension CompanyRegister {
    /// Adds as many mentors as table 11 prints for a sector; each is named in at least one approved file.
    mutating func addMentors(_ sector: Int, _ drafts: inout [FileDraft]) throws(TwinProblem) {
        let all = sites.indices.filter { sites[$0].sector == sector }
        let count = printed("mentors")[sector]
        guard count >= all.count, !all.isEmpty else {
            throw .doesNotFit("mentors of \(sectors[sector].code)", cards: count, places: all.count)
        }
        for site in all { addMentor(at: site, &drafts) }
        for _ in all.count..<count { addMentor(at: all[random.below(all.count)], &drafts) }
        for site in all { nameMentors(at: site, &drafts) }
    }

    @discardableResult
    mutating func addMentor(at site: Int, _ drafts: inout [FileDraft]) -> Int {
        mentors.append(MentorDraft(firstNamed: PublishedCells.measuredOn))
        sites[site].mentors.append(mentors.count - 1)
        return mentors.count - 1
    }

    /// Every mentor of the establishment is named in one of its files, and every file names one.
    private mutating func nameMentors(at site: Int, _ drafts: inout [FileDraft]) {
        let (files, people) = (sites[site].files, sites[site].mentors)
        for (index, mentor) in people.enumerated() { name(mentor, in: files[index % files.count], &drafts) }
        for file in files.dropFirst(people.count) { name(people[random.below(people.count)], in: file, &drafts) }
    }

    mutating func name(_ mentor: Int, in file: Int, _ drafts: inout [FileDraft]) {
        drafts[file].mentors.append(mentor)
        mentors[mentor].firstNamed = min(mentors[mentor].firstNamed, drafts[file].submitted)
    }
}
