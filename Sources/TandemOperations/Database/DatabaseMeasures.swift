internal import Metrics
package import TandemSQL

/// What a ``MeasuredDatabase`` measures.
struct DatabaseMeasures: Sendable {
    private let registry: MetricsRegistry

    init(_ registry: MetricsRegistry) { self.registry = registry }

    /// A transaction asks for a connection.
    func asked(_ kind: TransactionKind) { waiting(kind).increment() }

    /// It got one.
    func began(_ kind: TransactionKind, after wait: Duration) {
        waiting(kind).decrement()
        inUse(kind).increment()
        timer(.waitSeconds, kind.rawValue).recordNanoseconds(wait.nanoseconds)
    }

    /// It gives the connection back.
    func gaveBack(_ kind: TransactionKind) { inUse(kind).decrement() }

    /// It never got a connection.
    func gotNone(_ kind: TransactionKind) { waiting(kind).decrement() }

    /// It ended, with an error or without.
    func ended(_ kind: TransactionKind, _ error: (any Error)?, after duration: Duration) {
        let labels = [("kind", kind.rawValue), ("outcome", error == nil ? "done" : "failed")]
        Counter(label: MetricFamily.transactions.name, dimensions: labels, factory: registry).increment()
        timer(.transactionSeconds, kind.rawValue).recordNanoseconds(duration.nanoseconds)
        guard let error = error as? SQLError else { return }
        Counter(label: MetricFamily.databaseErrors.name, dimensions: [("kind", error.kind)], factory: registry)
            .increment()
    }

    func ran(_ kind: StatementKind, for duration: Duration) {
        timer(.statementSeconds, kind.rawValue).recordNanoseconds(duration.nanoseconds)
    }

    private func waiting(_ kind: TransactionKind) -> Meter {
        Meter(label: MetricFamily.waitingForConnection.name, dimensions: [("kind", kind.rawValue)], factory: registry)
    }

    private func inUse(_ kind: TransactionKind) -> Meter {
        Meter(label: MetricFamily.connectionsInUse.name, dimensions: [("kind", kind.rawValue)], factory: registry)
    }

    private func timer(_ family: MetricFamily, _ kind: String) -> Timer {
        Timer(label: family.name, dimensions: [("kind", kind)], factory: registry)
    }
}

enum TransactionKind: String {
    case read, write
}

enum StatementKind: String {
    case query, change, load, script
}

extension SQLError {
    /// The kind as metrics and logs name it, without what it carries.
    package var kind: String {
        switch self {
        case .unique: "unique"
        case .check: "check"
        case .foreignKey: "foreign_key"
        case .busy: "busy"
        case .unavailable: "unavailable"
        case .unknownOutcome: "unknown_outcome"
        case .unexpectedRow: "unexpected_row"
        case .other: "other"
        }
    }
}
