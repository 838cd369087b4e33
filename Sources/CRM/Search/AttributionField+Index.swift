import Attribution

extension AttributionField {
    /// Whether contacts are found by this field of their attributions without looking at each of them.
    ///
    /// Not worth an index entry with every conversion: long texts that hardly ever repeat (URLs, user agents), and ids
    /// that lead to a conversion rather than to a contact.
    public var isIndexedForSearch: Bool {
        switch self {
        case .campaign, .campaignID, .adGroupID, .adID, .adName, .utmSource, .utmMedium, .utmCampaign, .utmContent,
            .utmTerm, .utmKeyword, .utmEventSource, .gclid, .gbraid, .wbraid, .msclkid, .dclid, .fbclid, .ttclid,
            .ctwaClid, .medium, .mediumID, .formName, .visitorID:
            true
        default: false
        }
    }
}
