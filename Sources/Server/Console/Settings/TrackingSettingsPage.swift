import Attribution
import CRM

/// The tracking script and who may send.
struct TrackingSettingsPage: ConsolePage {
    static let template = "console/settings-tracking"

    let shell: Shell
    let tabs: [Link]
    let errors: [FormError]
    let snippet: Snippet
    let trackingId: String
    let install: Install
    let domains: [HostLine]
    let refusedHosts: [RefusedLine]
    let addDomainAction: String
    let domainText: String?
    let referrers: [HostLine]
    let referrersText: String
    let addReferrerAction: String
    let referrerText: String?
    let readOnly: Bool

    struct Install {
        let good: Bool
        let bad: Bool
        let text: String
        let detail: String?
    }

    struct HostLine {
        let name: String
        let removeAction: String
    }

    /// A website that tried to send and is not listed.
    struct RefusedLine: Equatable {
        let name: String
        let events: String
    }

    /// What was typed and refused.
    enum Refused {
        case domain(String, AccountError)
        case referrer(String, AccountError)
    }

    init(
        _ frame: Frame, _ paths: AccountPaths, _ account: Account, lastEventAt: Milliseconds?,
        refusedHosts hosts: [RefusedHost], publicURL: PublicURL, refused: Refused? = nil
    ) {
        shell = SettingsTab.tracking.shell(frame)
        tabs = SettingsTab.tracking.links(frame, paths)
        snippet = Snippet(code: TrackingSnippet.text(for: account, publicURL))
        trackingId = account.trackingID
        install = Install(lastEventAt, frame.clock)
        domains = account.domains.map {
            HostLine(name: $0, removeAction: paths.domains + "/" + ConsolePath.escaped($0) + "/remove")
        }
        let ownDomains = account.ownDomains
        // What was refused before the domain was listed is no news any more.
        refusedHosts = hosts.filter { host in Host(name: host.name).map { !ownDomains.contains($0) } ?? false }
            .map { RefusedLine(name: $0.name, events: Count.text($0.count, "event")) }
        addDomainAction = paths.domains
        referrers = account.excludedReferrers.map {
            HostLine(name: $0, removeAction: paths.referrers + "/" + ConsolePath.escaped($0) + "/remove")
        }
        referrersText = Count.text(referrers.count, "host")
        addReferrerAction = paths.referrers
        readOnly = !frame.isAdmin
        switch refused {
        case .domain(let text, let error):
            errors = [FormError(text: error.description, fieldId: "domain")]
            domainText = text
            referrerText = nil
        case .referrer(let text, let error):
            errors = [FormError(text: error.description, fieldId: "referrer")]
            domainText = nil
            referrerText = text
        case nil:
            errors = []
            domainText = nil
            referrerText = nil
        }
    }
}

extension TrackingSettingsPage.Install {
    /// A website that was heard once and is silent for so long is worth a look.
    private static let silence: Milliseconds = 3 * .day

    init(_ lastEventAt: Milliseconds?, _ clock: AccountClock) {
        guard let lastEventAt else {
            good = false
            bad = false
            text = "Nothing has arrived yet"
            detail = "Put the script on the website, open one of its pages, and look here again."
            return
        }
        let isSilent = clock.now - lastEventAt >= Self.silence
        good = !isSilent
        bad = isSilent
        text = "Last event \(clock.ago(lastEventAt))"
        detail =
            isSilent
            ? "\(clock.moment(lastEventAt).text). Is the script still on the website?" : clock.moment(lastEventAt).text
    }
}
