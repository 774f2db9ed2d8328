package import Hummingbird
internal import HTTPTypes

extension Router {
    /// Refuses, on every address that exists, the methods it does not know: 405 rather than 404.
    ///
    /// Comes last, when all routes are known. HEAD is left to `.autoGenerateHeadEndpoints` wherever there is a GET.
    package func refuseOtherMethods() {
        let known = Dictionary(grouping: routes) { $0.path.description }
        for (path, routes) in known {
            let methods = Set(routes.map(\.method))
            let allowed = methods.map(\.rawValue).sorted().joined(separator: ", ")
            let answered = methods.contains(.get) ? methods.union([.head]) : methods
            for method in Self.methods.subtracting(answered) {
                on(RouterPath(path), method: method) { _, _ -> Response in
                    throw HTTPError(.methodNotAllowed, headers: [.allow: allowed])
                }
            }
        }
    }

    private static var methods: Set<HTTPRequest.Method> { [.get, .head, .post, .put, .patch, .delete] }
}
