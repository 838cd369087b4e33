import Testing

@testable import Attribution

/// GA4's default channel groups, case by case.
@Suite struct GA4ChannelTests {
    /// A landing at the clinic: its query, its referrer, and the channel that GA4 gives it.
    struct Arrived: Sendable, CustomTestStringConvertible {
        let query: String
        let referrer: String?
        let channel: GA4ChannelGroup

        init(_ query: String, from referrer: String? = nil, _ channel: GA4ChannelGroup) {
            self.query = query
            self.referrer = referrer
            self.channel = channel
        }

        var landing: Landing { Landing(url: "https://clinic.example/offer\(query)", referrer: referrer) }
        var testDescription: String { "\(query) from \(referrer ?? "nowhere")" }
    }

    private static let untagged = [
        Arrived("", .direct),
        Arrived("?utm_content=v2", .direct),
        Arrived("?utm_source=&utm_medium=", .direct),
        Arrived("", from: "https://clinic.example/home", .direct),
        Arrived("?fbclid=IwAR0", .direct),
        Arrived("?msclkid=1", .direct),
        Arrived("", from: "https://www.google.com/", .organicSearch),
        Arrived("?msclkid=1", from: "https://www.bing.com/", .organicSearch),
        Arrived("", from: "android-app://com.google.android.googlequicksearchbox/", .organicSearch),
        Arrived("?fbclid=IwAR0", from: "https://l.facebook.com/", .organicSocial),
        Arrived("", from: "https://www.linkedin.com/feed", .organicSocial),
        Arrived("", from: "https://www.youtube.com/watch?v=1", .organicVideo),
        Arrived("", from: "https://vimeo.com/1", .organicVideo),
        Arrived("", from: "https://www.amazon.de/dp/1", .organicShopping),
        Arrived("", from: "https://www.etsy.com/", .organicShopping),
        Arrived("", from: "https://mail.google.com/", .referral),
        Arrived("", from: "https://blog.example.org/post", .referral),
        Arrived("", from: "https://www.yelp.com/biz/clinic", .referral),
        Arrived("", from: "https://chatgpt.com/", .aiAssistant),
        Arrived("", from: "https://gemini.google.com/app", .aiAssistant),
        Arrived("", from: "https://claude.ai/chat", .aiAssistant),
        Arrived("", from: "https://copilot.microsoft.com/", .aiAssistant),
        Arrived("", from: "https://chat.deepseek.com/", .aiAssistant),
        Arrived("", from: "https://grok.com/", .aiAssistant),
        Arrived("", from: "https://www.perplexity.ai/", .referral),
    ]

    private static let paid = [
        Arrived("?gclid=Cj0", .paidSearch),
        Arrived("?gbraid=0A", from: "https://www.google.com/", .paidSearch),
        Arrived("?wbraid=0A", .paidSearch),
        Arrived("?gclid=Cj0&utm_source=newsletter&utm_medium=email", .paidSearch),
        Arrived("?gclid=Cj0&utm_campaign=Summer+Cross-Network", .crossNetwork),
        Arrived("?gclid=Cj0&utm_campaign=Brand_Shopping_DE", .paidShopping),
        Arrived("?gclid=Cj0&utm_campaign=workshop", .paidSearch),
        Arrived("?dclid=CJK", .display),
        Arrived("?dclid=CJK&utm_source=dv360&utm_medium=banner", .display),
        Arrived("?utm_campaign=cross-network", .crossNetwork),
        Arrived("?utm_source=google&utm_medium=cpc", .paidSearch),
        Arrived("?utm_source=GOOGLE&utm_medium=CPC", .paidSearch),
        Arrived("?utm_source=bing&utm_medium=ppc", .paidSearch),
        Arrived("?utm_source=google&utm_medium=cpc&utm_campaign=spring-shop", .paidShopping),
        Arrived("?utm_source=amazon&utm_medium=cpc", .paidShopping),
        Arrived("?utm_source=ebay.com&utm_medium=paid", .paidShopping),
        Arrived("?utm_source=facebook&utm_medium=paid_social", .paidSocial),
        Arrived("?utm_source=ig&utm_medium=cpm", .paidSocial),
        Arrived("?utm_source=linkedin.com&utm_medium=retargeting", .paidSocial),
        Arrived("?utm_source=youtube&utm_medium=cpv-cpc", .paidVideo),
        Arrived("?utm_source=vimeo&utm_medium=paid", .paidVideo),
        Arrived("?utm_source=partner&utm_medium=display", .display),
        Arrived("?utm_source=partner&utm_medium=Banner", .display),
        Arrived("?utm_source=partner&utm_medium=expandable", .display),
        Arrived("?utm_source=partner&utm_medium=interstitial", .display),
        Arrived("?utm_source=partner&utm_medium=cpm", .display),
        Arrived("?utm_source=partner&utm_medium=cpc", .paidOther),
        Arrived("?utm_source=fb_ad&utm_medium=paid", .paidOther),
        Arrived("?utm_medium=tcp", .paidOther),
        Arrived("?utm_source=partner&utm_medium=ppc", .paidOther),
        Arrived("?utm_source=partner&utm_medium=prepaid", .unassigned),
        Arrived("?utm_source=partner&utm_medium=retargeting-x", .unassigned),
    ]

    private static let tagged = [
        Arrived("?utm_source=google", .organicSearch),
        Arrived("?utm_source=google&utm_medium=organic&utm_campaign=gbp", .organicSearch),
        Arrived("?utm_source=anything&utm_medium=organic", .organicSearch),
        Arrived("?utm_source=google&utm_medium=email", .organicSearch),
        Arrived("?utm_source=facebook&utm_medium=email", .organicSocial),
        Arrived("?utm_source=instagram&utm_medium=bio", .organicSocial),
        Arrived("?utm_source=partner&utm_medium=social-media", .organicSocial),
        Arrived("?utm_source=partner&utm_medium=social%20network", .organicSocial),
        Arrived("?utm_source=partner&utm_medium=sm", .organicSocial),
        Arrived("?utm_source=partner&utm_medium=socials", .unassigned),
        Arrived("?utm_source=youtube", .organicVideo),
        Arrived("?utm_source=partner&utm_medium=explainer-video", .organicVideo),
        Arrived("?utm_source=walmart", .organicShopping),
        Arrived("?utm_source=partner&utm_medium=post&utm_campaign=eshop", .organicShopping),
        Arrived("?utm_source=partner&utm_medium=post&utm_campaign=barbershop", .unassigned),
        Arrived("?utm_source=partner&utm_medium=ai-assistant", .aiAssistant),
        Arrived("?utm_source=chatgpt.com", .unassigned),
        Arrived("?utm_source=partner&utm_medium=referral", .referral),
        Arrived("?utm_source=partner&utm_medium=link", .referral),
        Arrived("?utm_source=partner&utm_medium=app", .referral),
        Arrived("?utm_source=mailchimp&utm_medium=email", .email),
        Arrived("?utm_source=mailchimp&utm_medium=E-Mail", .email),
        Arrived("?utm_source=e_mail&utm_medium=blast", .email),
        Arrived("?utm_source=june&utm_medium=newsletter", .unassigned),
        Arrived("?utm_source=june&utm_medium=email", from: "https://mail.google.com/", .email),
        Arrived("?utm_source=partner&utm_medium=affiliate", .affiliates),
        Arrived("?utm_source=partner&utm_medium=affiliates", .unassigned),
        Arrived("?utm_source=podcast&utm_medium=audio", .audio),
        Arrived("?utm_source=sms", .sms),
        Arrived("?utm_source=reminder&utm_medium=SMS", .sms),
        Arrived("?utm_source=app&utm_medium=web-push", .mobilePush),
        Arrived("?utm_source=app&utm_medium=mobile_banner", .mobilePush),
        Arrived("?utm_source=app&utm_medium=notifications", .mobilePush),
        Arrived("?utm_source=firebase&utm_medium=x", .mobilePush),
        Arrived("?utm_source=flyer&utm_medium=qr", .unassigned),
        Arrived("?utm_campaign=spring", .unassigned),
        Arrived("?utm_source=flyer&utm_medium=qr", from: "https://www.facebook.com/", .unassigned),
        Arrived("?utm_campaign=spring", from: "https://www.google.com/", .unassigned),
        Arrived("?UTM_SOURCE=google&UTM_MEDIUM=cpc", .direct),
    ]

    private static let all = untagged + paid + tagged

    @Test(arguments: all)
    func `a visit has the channel that Google's definitions give it`(arrived: Arrived) {
        let reading = Lens.ga4.read(arrived.landing, ownDomains: OwnDomains(["clinic.example"]))
        #expect(reading.label == .ga4(arrived.channel))
        #expect(reading.why.hasPrefix("\(arrived.channel.label), because GA4 would see "))
    }

    @Test func `the table has every channel`() {
        #expect(Self.all.count >= 60)
        #expect(Set(Self.all.map(\.channel)) == Set(GA4ChannelGroup.allCases))
    }

    @Test func `every definition but the remainder is in the list once`() {
        let listed = GA4ChannelRule.ordered.map(\.channel)
        #expect(listed.count == GA4ChannelGroup.allCases.count - 1)
        #expect(Set(listed) == Set(GA4ChannelGroup.allCases).subtracting([.unassigned]))
    }

    @Test func `the assistants taken as recognised are in the catalogue`() {
        let known = Set(ReferrerCatalogue.standard.entries.filter { $0.kind == .ai }.map(\.name))
        #expect(GA4Traffic.assistants.isSubset(of: known))
    }

    @Test(arguments: [
        ("shop", true), ("eshop", true), ("e-shop", true), ("my shop", true), ("4shop", true), ("shopping", true),
        ("windowshopping", true), ("workshop", false), ("pawnshop", false), ("sho", false), ("", false),
        ("ship", false),
        ("workshop shop", true), ("éshop", true),
    ])
    func `a campaign is named for a shop as Google's pattern has it`(campaign: String, isShop: Bool) {
        #expect(GA4Words.namesShop(campaign) == isShop)
    }

    @Test(arguments: [
        ("cpc", true), ("tcp", true), ("cp", true), ("ppc", true), ("xppc", false), ("paid", true),
        ("paidsocial", true),
        ("unpaid", false), ("retargeting", true), ("retarget", false), ("", false),
    ])
    func `a medium is paid as Google's pattern has it`(medium: String, isPaid: Bool) {
        #expect(GA4Words.saysPaid(medium) == isPaid)
    }
}
