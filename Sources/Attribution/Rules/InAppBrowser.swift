/// The browser inside a social app, which often sends no referrer (Rule 5a of the extended rules).
struct InAppBrowser: Sendable {
    /// What its user agent holds.
    let marker: StaticString
    let platform: String

    private init(_ marker: StaticString, _ platform: String) {
        self.marker = marker
        self.platform = platform
    }

    private static let all = [
        InAppBrowser("FBAN/", "Facebook"), InAppBrowser("FBAV/", "Facebook"), InAppBrowser("FB_IAB", "Facebook"),
        InAppBrowser("Instagram", "Instagram"),
        InAppBrowser("musical_ly", "TikTok"), InAppBrowser("BytedanceWebview", "TikTok"),
        InAppBrowser("trill_", "TikTok"),
        InAppBrowser("LinkedInApp", "LinkedIn"), InAppBrowser("Pinterest/", "Pinterest"),
        InAppBrowser("Snapchat", "Snapchat"), InAppBrowser("Twitter for ", "X"),
    ]

    /// The app that a user agent names; a crawler is none, whatever it calls itself.
    static func named(in userAgent: Bytes) -> InAppBrowser? {
        let agent = userAgent.slice(0..<min(userAgent.count, UserAgentText.byteLimit))
        for index in agent.indices where firstBytes.contains(agent[index]) {
            for app in all where agent.begins(with: app.marker.bytes, at: index) {
                return Robot.name(in: UserAgentText(agent.text)) == nil ? app : nil
            }
        }
        return nil
    }

    private static let firstBytes = ByteSet(all.map { $0.marker.bytes[0] })
}
