import Crypto
import Foundation

/// Where in the tree of an account's ads a cost stands, and what is above it.
public struct AdPlace: Sendable, Hashable {
    public let level: AdLevel
    public let campaign: AdName
    public let group: AdName
    public let ad: AdName
    public let keyword: String?
    public let matchType: AdMatchType?

    /// What is below the level is left out.
    public init(
        level: AdLevel, campaign: AdName, group: AdName = .none, ad: AdName = .none, keyword: String? = nil,
        matchType: AdMatchType? = nil
    ) {
        self.level = level
        self.campaign = campaign
        self.group = level == .campaign ? .none : group
        self.ad = level == .ad ? ad : .none
        self.keyword = level == .keyword ? keyword?.trimmed.nonEmpty?.cut(to: AdName.longestName) : nil
        self.matchType = level == .keyword ? matchType : nil
    }

    /// What is known by it; of a keyword its group.
    private var own: AdName {
        switch level {
        case .campaign: campaign
        case .group, .keyword: group
        case .ad: ad
        }
    }

    /// Whether it is known by an ID of the platform, which no renaming changes.
    var hasID: Bool { own.id != nil }

    /// What makes it one thing among all of its level on a day.
    var thing: String {
        guard let id = own.id else { return "~" + names }
        return level == .keyword ? "#\(id)/\(Self.hash([keyword ?? "", matchType?.rawValue ?? ""]))" : "#\(id)"
    }

    /// The path of names that leads to it, in a form of one length: two things that only their IDs tell apart share it.
    var names: String {
        Self.hash([
            campaign.name ?? "", group.name ?? "", ad.name ?? "", keyword ?? "", matchType?.rawValue ?? "",
        ])
    }

    private static func hash(_ names: [String]) -> String {
        let path = names.map(AdName.folded).joined(separator: "\u{1F}")
        return SHA256.hash(data: Data(path.utf8)).prefix(16)
            .map { String(UInt16($0) + 0x100, radix: 16).dropFirst() }.joined()
    }

    /// What is wrong with it; empty when it can be kept.
    public var findings: [String] {
        var problems: [String] = []
        if level == .keyword, keyword == nil { problems.append("there is no keyword") }
        if level != .keyword, own.isNone { problems.append("there is neither an ID nor a name") }
        let ids = [campaign.id, group.id, ad.id].compactMap { $0 }
        if ids.contains(where: { $0.unicodeScalars.count > AdName.longestID }) {
            problems.append("an ID has more than \(AdName.longestID) characters")
        }
        return problems
    }
}
