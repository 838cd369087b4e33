import Attribution
import Foundation

/// An address with tags that say where it was put.
public struct TaggedLink: Sendable, Equatable {
    public let url: String

    /// What is wrong with what somebody typed.
    public enum Problem: Error, Equatable, CustomStringConvertible {
        case address, campaign, tooLong

        public var description: String {
            switch self {
            case .address: "Type the whole address of a page, with its https:// in front."
            case .campaign: "Type the name of the campaign."
            case .tooLong: "The link has more than \(TaggedLink.longest) characters."
            }
        }
    }

    /// As much of an address as is kept of a landing.
    public static let longest = 8_192

    /// Tags of the same names that the address has already are replaced; everything else stays as it is.
    ///
    /// - Parameters:
    ///   - source: the newsletter, the partner; the channel's usual one when left out.
    ///   - content: tells two links of one campaign apart.
    public init(
        _ address: String, _ channel: LinkChannel, campaign: String, source: String? = nil, content: String? = nil
    ) throws(Problem) {
        let address = address.trimmed
        guard Landing(url: address, referrer: nil, userAgent: nil).isWebPage, !address.contains(where: \.isWhitespace)
        else { throw .address }
        guard let campaign = campaign.trimmed.nonEmpty else { throw .campaign }
        let tags: [(name: String, value: String?)] = [
            ("utm_source", source?.trimmed.nonEmpty ?? channel.usualSource), ("utm_medium", channel.medium),
            ("utm_campaign", campaign), ("utm_content", content?.trimmed.nonEmpty),
        ]
        url = Self.joined(address, tags)
        guard url.utf8.count <= Self.longest else { throw .tooLong }
    }

    private static func joined(_ address: String, _ tags: [(name: String, value: String?)]) -> String {
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let halves = (parts.first ?? "").split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let names = Set(tags.map(\.name))
        let kept = (halves.count == 2 ? halves[1] : "").split(separator: "&").filter { pair in
            !names.contains(pair.prefix { $0 != "=" }.lowercased())
        }.map(String.init)
        let added = tags.compactMap { tag in tag.value.map { "\(tag.name)=\(escaped($0))" } }
        let query = (kept + added).joined(separator: "&")
        return "\(halves.first ?? "")?\(query)" + (parts.count == 2 ? "#\(parts[1])" : "")
    }

    /// RFC 3986's unreserved characters stay.
    private static func escaped(_ text: String) -> String {
        let unreserved = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }
}
