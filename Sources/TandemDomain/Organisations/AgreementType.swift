/// The kind of contract between learner, company and provider (*type overeenkomst*).
package enum AgreementType: String, CaseIterable, Sendable {
    /// Agreement of alternating training (*OAO*).
    case oao
    /// Traineeship agreement of alternating training (*SAO*).
    case sao
    /// Part-time contract of employment (*DA*).
    case da
    /// Part-time contract of employment with social maribel (*DA-SM*).
    case daSocialMaribel = "da_sm"
    /// Agreement of dual training in adult education (*ODO*).
    case odo
    /// Agreement of dual training with the status of apprentice (*ODOS*).
    case odos
    /// Agreement of dual training for an employee of the company (*ODOW*).
    case odow
}
