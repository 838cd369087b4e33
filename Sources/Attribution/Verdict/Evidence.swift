/// One fact that a verdict rests on.
public struct Evidence: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// A parameter of the landing; the name is its key.
        case parameter
        /// The host of the referrer.
        case host
        /// The Android app that is the referrer.
        case package
        /// A marker in the browser's User-Agent, named "user agent".
        case userAgent = "user_agent"
        /// The host or the path of the landing itself.
        case landing
        /// Something that is not there; it has no value.
        case absence
        /// What happened was no web visit; the name says what it was.
        case interaction
    }

    public let kind: Kind
    public let name: String
    public let value: String?

    public init(kind: Kind, name: String, value: String?) {
        self.kind = kind
        self.name = name
        self.value = value
    }

    static let absentReferrer = Evidence(kind: .absence, name: "referrer", value: nil)
    static let absentTags = Evidence(kind: .absence, name: "utm", value: nil)
}
