import Database
import Foundation
import Logging
import Server

/// What the log says of a server that starts: what it is and works on, and what its owner may not have meant.
struct StartLines {
    private let configuration: Configuration
    private let options: ServeOptions
    private let installation: Installation

    init(_ configuration: Configuration, _ options: ServeOptions, _ installation: Installation) {
        self.configuration = configuration
        self.options = options
        self.installation = installation
    }

    func log(to logger: Logger) async throws {
        let facts = try await installation.database.serverFacts()
        let accounts = try await installation.crm.accounts.all().count
        logger.info(
            "Headwater starts",
            metadata: [
                "version": "\(Version.current)", "accounts": "\(accounts)",
                "database": "\(facts.map { "PostgreSQL \($0.version)" } ?? file)",
            ])
        if accounts == 0 { logger.notice("there is no account yet: headwater account create makes one") }
        if let facts, !facts.isDurable {
            logger.warning("PostgreSQL answers before a commit is on its disk (fsync = off): its power must not fail")
        }
        for doubt in doubts { logger.warning("\(doubt)") }
    }

    /// The whole path: a relative one is another file wherever the server is started.
    private var file: String {
        SQLiteFile(url: configuration.databaseURL).map { URL(fileURLWithPath: $0.path).path } ?? ""
    }

    private var doubts: [String] {
        var doubts: [String] = []
        if configuration.publicURL?.isSecure == true, configuration.trustedProxies == TrustedProxies.none {
            doubts.append("the public URL is https and no proxy is trusted: every visitor has the proxy's address")
        }
        if configuration.trustedProxies.believesEverybody {
            doubts.append("every address is trusted as a proxy: anybody can pretend to be anybody")
        }
        if options.allowsFloods { doubts.append("--no-rate-limits: anybody may send without end") }
        if options.allowsBots { doubts.append("--no-bot-filter: what programs send counts as people's") }
        if options.allowPrivateWebhooks {
            doubts.append("--allow-private-webhooks: webhooks reach this machine's networks")
        }
        return doubts
    }
}
