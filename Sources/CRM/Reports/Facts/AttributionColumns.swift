import Attribution

/// Which fields of a record become columns of the facts as they are.
enum AttributionColumns {
    typealias Pair = (field: AttributionField, dimension: ReportDimension)

    /// What a landing says of its campaign.
    ///
    /// A record's `campaign` and its `utmCampaign` are the same text unless an import brought the two apart: then the
    /// tag counts, and where it is empty the other one.
    static let campaign: [Pair] = [
        (.utmSource, .utmSource), (.utmMedium, .utmMedium), (.utmCampaign, .utmCampaign), (.utmContent, .utmContent),
        (.utmTerm, .utmTerm), (.utmKeyword, .utmKeyword), (.utmMatchtype, .utmMatchtype), (.campaignID, .campaignID),
        (.adGroupID, .adGroupID), (.adID, .adID), (.adName, .adName),
    ]

    /// Click IDs, of which it is kept whether there is one.
    static let clicks: [Pair] = [
        (.gclid, .gclid), (.gbraid, .gbraid), (.wbraid, .wbraid), (.msclkid, .msclkid), (.dclid, .dclid),
        (.fbclid, .fbclid), (.ttclid, .ttclid),
    ]

    /// What fired, which a visit has not.
    static let occasion: [Pair] = [(.medium, .medium), (.formName, .form)]
}
