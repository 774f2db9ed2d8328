package import Hummingbird
internal import NIOCore
package import TandemDomain

/// What is known of a request while it is answered.
package struct AppRequestContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Where the request comes from; an address without its port.
    package let remoteAddress: String
    /// The session, once `SessionMiddleware` has read it.
    package var session: Session?
    /// The person who is signed in, as the header shows them.
    package var visitor: Visitor?
    /// The same person as acts and permissions see them.
    package var actor: Actor?
    /// The message of the page before.
    package var flash: Flash?
    /// The form that was sent, once `FormMiddleware` has read and checked it.
    package var form = FormData()
    /// Where the form is kept once it was read, for every layer around the route.
    let received = ReceivedForm()

    package init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress?.ipAddress ?? "unknown"
    }
}
