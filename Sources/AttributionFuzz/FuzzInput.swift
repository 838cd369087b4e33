import Attribution

/// One landing with what it is judged by, made from a seed and a number.
struct FuzzInput {
    let landing: Landing
    /// The URL of the landing before it was made a text, perhaps no UTF-8.
    let rawURL: [UInt8]
    let ownDomain: String
    /// The bytes of a rule book, mostly damaged.
    let document: [UInt8]

    init(seed: UInt64, number: UInt64) {
        var mutation = Mutation(seed: seed &+ number &* 0xD1B5_4A32_D192_ED03)
        rawURL = mutation.bytes(like: FuzzSeeds.urls)
        let referrer = mutation.isHeads ? mutation.text(like: FuzzSeeds.referrers) : nil
        let userAgent = mutation.isHeads ? mutation.text(like: FuzzSeeds.userAgents) : nil
        landing = Landing(url: String(decoding: rawURL, as: UTF8.self), referrer: referrer, userAgent: userAgent)
        ownDomain = mutation.text(like: FuzzSeeds.ownDomains)
        document = mutation.bytes(like: FuzzSeeds.documents)
    }

    /// Swift literals that give the input again.
    var escaped: String {
        """
        url        \(landing.url.debugDescription)
        url, raw   \(rawURL)
        referrer   \(landing.referrer?.debugDescription ?? "nil")
        user agent \(landing.userAgent?.debugDescription ?? "nil")
        own domain \(ownDomain.debugDescription)
        rule book  \(document)
        """
    }
}
