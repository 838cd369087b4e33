import CRM
import Foundation
import Hummingbird

/// A request of somebody who has signed in, to a page of one account: what it names belongs to that account or is not there.
struct AccountContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let session: ConsoleSession
    let form: FormBody
    let account: Account

    init(context: SignedInContext) throws {
        guard let account = context.account else { throw NotFound.account }
        coreContext = context.coreContext
        session = context.session
        form = context.form
        self.account = account
    }

    var user: User { session.user }
    /// How the audit log calls them.
    var actor: AuditActor { .user(session.user.id) }
    /// Which contacts of the account there are for them.
    var contacts: ContactAccess { session.user.contacts }
    var maker: ContactMaker { .person(email: session.user.email.text) }
    var paths: AccountPaths { AccountPaths(account) }

    /// What the address carries under a name; the router hands it over as it was escaped.
    func text(_ name: String) throws -> String {
        guard let text = try parameters.require(name).percentDecoded else { throw HTTPError(.badRequest) }
        return text
    }

    func id<Noun>(_ name: String) throws -> Identifier<Noun> {
        Identifier(rawValue: try text(name))
    }
}
