import Attribution
import CRM

/// How the sender of a form came there, by the names that API clients know.
struct WireEventData: Encodable {
    let type = "page-visit"
    let version = "v3"
    let pageVisitType: String
    let page: Page
    @OrNull var domain: String?
    @OrNull var source: String?
    @OrNull var medium: String?
    @OrNull var mediumId: String?
    @OrNull var parentId: String?
    @OrNull var parentName: String?
    @OrNull var referrer: String?
    @OrNull var adSource: String?
    @OrNull var campaign: String?
    @OrNull var keyword: String?
    @OrNull var fbc: String?
    @OrNull var fbp: String?
    @OrNull var fbEventId: String?
    @OrNull var gaClientId: String?
    @OrNull var fingerprint: String?
    let timestamp: Int64
    let urlParams: [String: String]
    @OrNull var contactSessionIds: Sessions?

    private enum CodingKeys: String, CodingKey {
        case type, version, pageVisitType, page, domain, source, medium, mediumId, parentId, parentName, referrer
        case adSource, campaign, keyword, fbc, fbp, fbEventId, gaClientId, fingerprint, timestamp, contactSessionIds
        case urlParams = "url_params"
    }

    struct Page: Encodable {
        let url: String
        @OrNull var title: String?
    }

    struct Sessions: Encodable {
        let ids: [String]
    }

    init(_ sent: SentForm) {
        let conversion = sent.conversion
        let record = sent.attribution?.record
        pageVisitType = "form"
        page = Page(url: conversion.pageURL ?? "")
        timestamp = conversion.occurredAt
        urlParams = Self.parameters(of: record)
        domain = conversion.pageURL.flatMap { Host(url: $0)?.name }
        source = record?.source.apiLabel
        medium = record?[.medium]
        mediumId = record?[.mediumID] ?? conversion.formID
        parentId = conversion.formID
        parentName = conversion.formName
        referrer = record?[.referrer]
        adSource = record?.verdict?.platform?.lowercased()
        campaign = record?[.campaign]
        keyword = record?[.utmKeyword] ?? record?[.utmTerm]
        fbc = record?[.fbc]
        fbp = record?[.fbp]
        fbEventId = record?[.fbEventID]
        gaClientId = record?[.gaClientID]
        fingerprint = conversion.visitor?.description
        contactSessionIds = conversion.session.map { Sessions(ids: [$0.description]) }
    }

    /// The parameters of the landing, as far as the attribution has fields for them.
    private static func parameters(of record: AttributionRecord?) -> [String: String] {
        guard let record else { return [:] }
        let names: [(AttributionField, String)] = [
            (.utmSource, "utm_source"), (.utmMedium, "utm_medium"), (.utmCampaign, "utm_campaign"),
            (.utmContent, "utm_content"), (.utmTerm, "utm_term"), (.utmKeyword, "utm_keyword"),
            (.utmMatchtype, "utm_matchtype"), (.campaignID, "campaign_id"), (.adGroupID, "ad_group_id"),
            (.adID, "ad_id"), (.gclid, "gclid"), (.fbclid, "fbclid"), (.msclkid, "msclkid"),
        ]
        return names.reduce(into: [:]) { $0[$1.1] = record[$1.0] }
    }
}
