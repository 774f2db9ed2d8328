/// Which part of a list is shown, and the way to the rest.
package struct Pagination: Hashable, Sendable {
    package let page: Int
    package let pageCount: Int
    private let total: Int
    private let size: Int
    private let previous: String?
    private let next: String?

    /// Page numbers start at one; `url` gives the address of a page.
    package init(page: Int, size: Int, total: Int, url: (Int) -> String) {
        self.size = size
        self.total = total
        pageCount = max(1, (total + size - 1) / size)
        self.page = min(max(1, page), pageCount)
        previous = self.page > 1 ? url(self.page - 1) : nil
        next = self.page < pageCount ? url(self.page + 1) : nil
    }

    /// Printed by `{{#pagination}}{{>components/pagination}}{{/pagination}}`; nothing where all is shown.
    package var model: Model {
        guard pageCount > 1 else { return .nothing }
        let range = [
            "first": DutchFormat.number((page - 1) * size + 1), "last": DutchFormat.number(min(page * size, total)),
            "total": DutchFormat.number(total),
        ]
        return ["range": .word("pagination.range", range), "previous": .maybe(previous), "next": .maybe(next)]
    }
}
