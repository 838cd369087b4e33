import CRM
import Hummingbird

/// A request of somebody who has signed in: a route that takes this context cannot forget to ask.
struct SignedInContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let session: ConsoleSession
    let form: FormBody
    /// The account that the address names, once it was read.
    var account: Account?

    init(context: ConsoleContext) throws {
        guard let session = context.session else { throw ConsoleRefusal.signInNeeded }
        coreContext = context.coreContext
        self.session = session
        form = context.form
    }

    var user: User { session.user }
    /// How the audit log calls them.
    var actor: AuditActor { .user(session.user.id) }
}
