/// What a column of an export says.
enum AdCostColumn: Hashable {
    case day, periodStart, periodEnd
    case campaign, campaignID, group, groupID, ad, adID, headline, keyword, matchType
    case impressions, clicks, cost, currency
    /// Divides a day further, though it looks like a figure.
    case segment
    /// A figure that follows from others or that nothing is made of.
    case figure
}
