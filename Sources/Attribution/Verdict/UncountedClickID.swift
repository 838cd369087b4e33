/// The click ID of an ad network that the classic rules do not count.
struct UncountedClickID: Sendable {
    let key: String
    /// "a TikTok", to be followed by "click ID".
    let network: String
    /// The tag by which the classic rules know an ad of this network, where they have one.
    let tag: String?

    static let all = [
        UncountedClickID(key: "ttclid", network: "a TikTok", tag: nil),
        UncountedClickID(key: "twclid", network: "an X", tag: "twitter_ad"),
        UncountedClickID(key: "li_fat_id", network: "a LinkedIn", tag: "linkedin_ad"),
        UncountedClickID(key: "rdt_cid", network: "a Reddit", tag: "reddit_ad"),
        UncountedClickID(key: "epik", network: "a Pinterest", tag: nil),
        UncountedClickID(key: "sccid", network: "a Snapchat", tag: nil),
        UncountedClickID(key: "yclid", network: "a Yandex", tag: nil),
        UncountedClickID(key: "dclid", network: "a Google display", tag: nil),
    ]

    /// Snapchat itself writes `ScCid` and `sccid`; the other keys have one spelling.
    func isKey(_ text: EncodedText) -> Bool {
        key == "sccid" ? text.equalsIgnoringCase(key) : text.equals(key)
    }
}
