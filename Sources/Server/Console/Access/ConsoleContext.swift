import CRM
import Hummingbird

/// A request to the console, before it is known whether somebody has signed in.
struct ConsoleContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let web: WebContext
    /// Nil for a browser that has not signed in.
    var session: ConsoleSession?
    /// What the forms that are shown to this browser carry, and what comes back with them.
    var csrfToken = ""
    /// What a POST sent, after its token was checked; empty for a GET.
    var form = FormBody("")

    init(context: WebContext) {
        coreContext = context.coreContext
        web = context
    }
}
