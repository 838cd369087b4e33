/// Why nothing of a file was taken; each says what to do.
public enum AdCostFileError: Error, Equatable, CustomStringConvertible {
    case tooLong
    case noHeader, noDay, noCost, noNames
    case platform
    case otherPlatform(AdPlatform)
    case dates
    /// As many files of the account as may be taken in at the same time are.
    case busy

    public var description: String {
        switch self {
        case .tooLong:
            "The file is larger than \(AdCostFile.longest >> 20) MB: export a shorter time, and import the parts."
        case .noHeader:
            "No line of the file names the columns of an export of Google Ads or Meta Ads Manager, like Day, Campaign and "
                + "Cost, or Day, Campaign name and Amount spent. Is it the CSV file, in English?"
        case .noDay:
            "The file has no day. In Google Ads choose Segment, Time, Day; in Ads Manager choose Breakdown, By time, Day."
        case .noCost: "The file has no column Cost (Google Ads) or Amount spent (Ads Manager)."
        case .noNames: "The file has no column with a campaign, an ad group, an ad set, an ad or a keyword."
        case .platform: "The columns do not tell whether the file is from Google Ads or from Ads Manager: choose it."
        case .otherPlatform(let found): "By its columns this is a file of \(found.name)."
        case .dates: "Dates like 3/4/2026 can be read in two ways here: say whether the day or the month comes first."
        case .busy:
            "\(AdCosts.mostUnderway) long files are being taken in already: wait until one of them is done, then import this "
                + "one."
        }
    }
}
