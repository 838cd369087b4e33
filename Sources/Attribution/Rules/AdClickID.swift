/// A click ID that only ads carry. `fbclid` is none of them: organic Facebook clicks carry it too.
struct AdClickID: Sendable {
    let parameter: Parameter
    let platform: String

    /// Rule 2.
    static let search = [
        AdClickID(parameter: .gclid, platform: "Google"),
        AdClickID(parameter: .gbraid, platform: "Google"),
        AdClickID(parameter: .wbraid, platform: "Google"),
        AdClickID(parameter: .msclkid, platform: "Microsoft"),
    ]

    /// Rule 4.
    static let social = [AdClickID(parameter: .ctwaClid, platform: "WhatsApp")]
}
