/// Every address of the counter, spelled once; each area adds its own in an extension.
package enum Addresses {
    package static let home = Address("/")
    package static let signIn = Address("/aanmelden")
    package static let signOut = Address("/afmelden")
    /// Where a person with several capacities chooses one.
    package static let capacity = Address("/hoedanigheid")
    package static let styleGuide = Address("/stijlgids")
}
