package import TandemSQL

/// How files of the register are opened and made; the driver is handed in by the rim of the program.
package struct RegisterDriver: Sendable {
    /// Opens a whole file, beside other readers and one writer.
    let open: @Sendable (_ path: String) throws -> any SQLDatabase
    /// Makes a file that nobody reads yet and that may be lost when the machine stops.
    let make: @Sendable (_ path: String) throws -> any SQLDatabase

    package init(
        open: @escaping @Sendable (_ path: String) throws -> any SQLDatabase,
        make: @escaping @Sendable (_ path: String) throws -> any SQLDatabase
    ) {
        self.open = open
        self.make = make
    }
}
