extension Addresses {
    /// How the server is, in JSON.
    package static let health = Address("/health")
    /// Whether it should be sent requests.
    package static let ready = Address("/ready")
    /// What is measured, for Prometheus; not on the address of the counter.
    package static let metrics = Address("/metrics")
}
