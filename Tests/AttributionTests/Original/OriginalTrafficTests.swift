import Testing

@testable import Attribution

@Suite("Original traffic")
struct OriginalTrafficTests {
    private func original(_ query: String, _ referrer: String?) -> OriginalTraffic {
        OriginalTraffic(
            firstLanding: Landing(url: "https://clinic.example/" + query, referrer: referrer),
            ownDomains: OwnDomains(["clinic.example"]))
    }

    @Test(
        "has the first channel that applies",
        arguments: [
            ("?utm_medium=email", nil, OriginalChannel.emailMarketing),
            ("?utm_medium=E-Mail", "https://www.google.com/", .emailMarketing),
            ("?utm_medium=weekly_newsletter", nil, .emailMarketing), ("?utm_medium=e+mail", nil, .emailMarketing),
            ("?utm_medium=e_mail", nil, .emailMarketing), ("?utm_source=email", nil, .otherCampaign),
            ("?utm_medium=cpc", "https://www.google.com/", .paidSearch),
            ("?utm_source=google&utm_medium=cpc", nil, .paidSearch),
            ("?utm_source=adwords&utm_medium=PPC", nil, .paidSearch),
            ("?utm_source=bing&utm_medium=paid+search", nil, .paidSearch),
            ("?utm_source=google", nil, .organicSearch), ("", "https://www.bing.com/", .organicSearch),
            ("?utm_source=google&utm_medium=prepaid", nil, .organicSearch),
            ("?utm_source=google&utm_medium=organic", "https://www.facebook.com/", .organicSearch),
            ("?gclid=1", "https://www.google.com/", .organicSearch),
            ("?utm_source=facebook&utm_medium=paid_social", nil, .paidSocial),
            ("?utm_source=ig&utm_medium=social-paid", nil, .paidSocial),
            ("?utm_medium=cpm", "https://t.co/", .paidSocial),
            ("?utm_source=yt&utm_medium=cpv", nil, .paidSocial), ("?utm_source=tt&utm_medium=Paid", nil, .paidSocial),
            ("?utm_source=ig", nil, .organicSocial), ("", "https://www.youtube.com/", .organicSocial),
            ("?utm_source=linkedin&utm_medium=prepaid", nil, .organicSocial), ("?utm_source=x", nil, .organicSocial),
            ("", "https://partner.example.org/", .referral),
            ("?utm_source=flyer", "https://partner.example.org/", .referral),
            ("", "https://chatgpt.com/", .referral), ("?utm_medium=cpc", "https://partner.example.org/", .referral),
            ("?utm_source=flyer", nil, .otherCampaign), ("?utm_source=medium", nil, .otherCampaign),
            ("?utm_source=fb_ad&utm_medium=cpc", nil, .otherCampaign), ("", nil, .directTraffic),
            ("?utm_medium=cpc&utm_campaign=x", nil, .directTraffic),
            ("", "https://book.clinic.example/", .directTraffic),
            ("?utm_source=", nil, .directTraffic),
        ] as [(String, String?, OriginalChannel)])
    func channel(query: String, referrer: String?, channel: OriginalChannel) {
        #expect(original(query, referrer).channel == channel)
    }

    @Test(
        "knows a medium that says paid",
        arguments: [
            ("cpc", true), ("CPC", true), ("ppc", true), ("cpm", true), ("cpv", true), ("cpa", true),
            ("retargeting", true),
            ("display-ad", true), ("paid", true), ("paidsearch", true), ("paid_social", true), ("social paid", true),
            ("social-paid", true), ("social_paid", true), ("Social_PAID", true), ("prepaid", false), ("unpaid", false),
            ("cpc2", false), ("organic", false), ("display", false), ("", false), ("mypaidads", false),
            ("social.paid", false),
        ])
    func paid(medium: String, isPaid: Bool) {
        #expect(MediumMeaning.saysPaid(medium) == isPaid)
    }

    @Test("keeps the tags and the referrer of the first landing")
    func fields() {
        let traffic = original(
            "?utm_source=flyer&utm_medium=print&campaign=may&utm_term=botox", "https://u:p@partner.example.org/?token=1"
        )
        #expect(
            traffic
                == OriginalTraffic(
                    channel: .referral, campaign: "may", medium: "print", source: "flyer", term: "botox",
                    referrer: "https://partner.example.org/?token="))
        #expect(original("", "https://clinic.example/").referrer == nil)
    }
}
