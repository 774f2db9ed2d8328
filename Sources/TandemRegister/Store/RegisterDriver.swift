package import TandemSQL

/// How files of the register are opened and made; the driver is handed in by the rim of the program.
package struct RegisterDriver: Sendable {
    package typealias Making = (database: any SQLDatabase, close: @Sendable () throws -> Void)

    /// Opens a whole file, beside other readers and one writer.
    let open: @Sendable (_ path: String) throws -> any SQLDatabase
    /// Makes a file that nobody reads yet and that may be lost when the machine stops; `close` leaves all in it.
    let make: @Sendable (_ path: String) throws -> Making

    package init(
        open: @escaping @Sendable (_ path: String) throws -> any SQLDatabase,
        make: @escaping @Sendable (_ path: String) throws -> Making
    ) {
        self.open = open
        self.make = make
    }
}
