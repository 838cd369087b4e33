/// An ID that a social platform adds to links shared there, ads or not (Rule 5a of the extended rules).
struct SharedLinkID: Sendable {
    let parameter: Parameter
    let platform: String

    static let all = [
        SharedLinkID(parameter: .fbclid, platform: "Facebook"),
        SharedLinkID(parameter: .igshid, platform: "Instagram"),
        SharedLinkID(parameter: .igsh, platform: "Instagram"),
    ]
}
