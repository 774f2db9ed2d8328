/// An activity of companies in which a training can be learned: a hint for who looks for workplaces, never a decision.
package struct TrainingActivity: Hashable, Sendable {
    /// How near the activity lies to the training.
    package enum Breadth: String, CaseIterable, Sendable, Hashable {
        /// The trade itself.
        case core
        /// The rest of the sector that the trade belongs to.
        case sector
    }

    package let training: TrainingCode
    package let breadth: Breadth
    /// The year of the edition of the classification (*NACE-BEL*): 2008 or 2025.
    package let edition: Int
    /// Two to seven digits; everything below the code is meant with it.
    package let digits: String
    package let period: Period

    package init(training: TrainingCode, breadth: Breadth, edition: Int, digits: String, period: Period) {
        self.training = training
        self.breadth = breadth
        self.edition = edition
        self.digits = digits
        self.period = period
    }
}
