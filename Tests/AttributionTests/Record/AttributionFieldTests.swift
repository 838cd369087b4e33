import Testing

@testable import Attribution

@Suite("The fields of an attribution record")
struct AttributionFieldTests {
    @Test("are shown in the order of the console, under its labels")
    func labels() {
        let named = """
            Source, Session URL, Page URL, Referrer, Campaign, Campaign ID, Medium, Medium ID, Form Name, \
            Submission ID, UTM Source, UTM Medium, UTM Content, UTM Term, UTM Event Source, gclid, fbclid, msclkid, dclid, Fbc, Fbp, \
            FB Event ID, GA Client ID, Device, User Agent, IP, Visitor ID, Ig Sid
            """
        let labels = AttributionField.allCases.map(\.label)
        #expect(labels.prefix(28).joined(separator: ", ") == named)
        #expect(Set(labels).count == labels.count)
    }

    @Test("have the names of the API")
    func names() {
        let names = """
            sessionSource url pageUrl referrer campaign utmCampaign campaignId adGroupId adId adName utmSource utmMedium
            utmContent utmTerm utmKeyword utmMatchtype utmEventSource gclid gbraid wbraid msclkid dclid fbclid ttclid
            ctwaClid fbc fbp fbEventId gaClientId gaSessionId userAgent ip device medium mediumId formName submissionId
            visitorId igSid pSid postId createdAt
            """
        #expect(
            Set(AttributionField.allCases.map(\.apiName))
                == Set(names.split(whereSeparator: \.isWhitespace).map(String.init)))
    }

    @Test(
        "have columns in snake case",
        arguments: [
            (AttributionField.sessionSource, "session_source"), (.url, "url"), (.pageURL, "page_url"),
            (.utmMatchtype, "utm_matchtype"), (.fbEventID, "fb_event_id"), (.gaClientID, "ga_client_id"),
            (.igSid, "ig_sid"), (.pSid, "p_sid"), (.ctwaClid, "ctwa_clid"), (.adGroupID, "ad_group_id"),
        ])
    func columns(field: AttributionField, column: String) {
        #expect(field.columnName == column)
    }

    @Test("feed the eight derived custom fields")
    func derived() {
        let rows = DerivedField.allCases.map { "\($0.label) | \($0.key) | \($0.position.label) | \($0.field.apiName)" }
        #expect(
            rows == [
                "First Attribution Session Source | contact.first_attribution_session_source | First | sessionSource",
                "Last Attribution Session Source | contact.last_attribution_session_source | Latest | sessionSource",
                "UTM Source | contact.utm_source | Latest | utmSource",
                "UTM Campaign | contact.utm_campaign | Latest | utmCampaign",
                "UTM Content | contact.utm_content | Latest | utmContent",
                "Attribution - Source URL | contact.attribution__source_url | Latest | url",
                "Attribution - GCLID | contact.attribution__gclid | Latest | gclid",
                "Attribution - FBCLID | contact.attribution__fbclid | Latest | fbclid",
            ])
    }
}
