import CRM
import Foundation

/// Costs as a program sends them: `{"costs": [{"platform", "day", "level", "campaignId", …}]}`.
struct AdCostsWish {
    private(set) var costs: [AdCost] = []
    /// Each begins with the number of a cost.
    private(set) var problems: [String] = []

    private static let mostProblems = 50

    /// - Parameter own: the account's currency, where a cost names none.
    init(_ body: WireValue, own: Currency, now: Milliseconds) {
        guard case .array(let entries) = body["costs"] else { return }
        guard entries.count <= AdCosts.mostAtOnce else {
            problems = ["costs must have at most \(AdCosts.mostAtOnce) elements"]
            return
        }
        var seen: [AdCostIdentity: Int] = [:]
        for (index, entry) in entries.enumerated() where problems.count < Self.mostProblems {
            let reader = AdCostEntry(entry, own: own, now: now)
            problems += reader.problems.map { "costs.\(index): \($0)" }
            guard let cost = reader.cost else { continue }
            if let earlier = seen.updateValue(index, forKey: cost.identity) {
                problems.append("costs.\(index) is the same day, level and thing as costs.\(earlier)")
            }
            costs.append(cost)
        }
    }
}

/// One cost of a program.
private struct AdCostEntry {
    private(set) var cost: AdCost?
    private(set) var problems: [String] = []
    private let entry: WireValue

    init(_ entry: WireValue, own: Currency, now: Milliseconds) {
        self.entry = entry
        let platform = entry["platform"]?.text.flatMap { AdPlatform(rawValue: $0) }
        let level = entry["level"]?.text.flatMap { AdLevel(spelling: $0) }
        let day = text("day").flatMap { CalendarDate($0) }
        if let day, !AdCost.accepts(day, now: now) { problems.append("day is not one of the past") }
        if platform == nil { problems.append("platform must be google or facebook") }
        if level == nil { problems.append("level must be campaign, adGroup, adSet, ad or keyword") }
        if day == nil { problems.append("day must be a day, YYYY-MM-DD") }
        let money = money(own)
        let (impressions, clicks) = (count("impressions"), count("clicks"))
        guard let platform, let level, let day, let money, problems.isEmpty else { return }
        let place = place(level)
        problems += place.findings
        guard problems.isEmpty else { return }
        cost = AdCost(
            platform: platform, day: day, place: place, impressions: impressions, clicks: clicks, cost: money)
    }

    private func text(_ name: String) -> String? { entry[name]?.text?.replacing("\0", with: "\u{FFFD}").nonBlank }

    private func place(_ level: AdLevel) -> AdPlace {
        AdPlace(
            level: level, campaign: AdName(id: text("campaignId"), name: text("campaignName")),
            group: AdName(
                id: text("adGroupId") ?? text("adSetId"), name: text("adGroupName") ?? text("adSetName")),
            ad: AdName(id: text("adId"), name: text("adName")), keyword: text("keyword"),
            matchType: text("matchType").flatMap { AdMatchType(spelling: $0) })
    }

    private mutating func count(_ name: String) -> Int64 {
        guard let text = text(name) else { return 0 }
        guard let number = Int64(text), (0...AdCost.most).contains(number) else {
            problems.append("\(name) must be a whole number that is not negative")
            return 0
        }
        return number
    }

    private mutating func money(_ own: Currency) -> Money? {
        let code = text("currency")
        guard let currency = code.map({ Currency(rawValue: $0) }) ?? own else {
            problems.append("currency must be a code like EUR")
            return nil
        }
        let amount = text("cost").flatMap { Money.decimal($0) }.flatMap { Money(major: $0, currency: currency) }
        guard let amount, amount.minorUnits <= AdCost.most else {
            problems.append("cost must be an amount that is not negative")
            return nil
        }
        return amount
    }
}
