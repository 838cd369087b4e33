import CRM
import HTTPTypes
import Hummingbird

extension EventIntake {
    /// Who sends, as far as the connection tells: read once a request.
    struct Caller: Sendable {
        let origin: String?
        let userAgent: String?
        let address: String?
        let network: ClientNetwork
        /// What the request's headers show, unless bots are let in.
        let sign: BotSign?
        let excludesItself: Bool

        init(_ request: Request, address: String?, filtersBots: Bool) {
            let hints = BrowserHints(request.headers)
            origin = request.headers[.origin]
            userAgent = hints.userAgent
            self.address = address
            network = ClientNetwork(address)
            sign = filtersBots ? BotFilter.embedded.sign(of: hints) : nil
            excludesItself = request.cookies[SelfExclusionController.cookieName] != nil
        }
    }
}
