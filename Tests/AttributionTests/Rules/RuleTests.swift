import Testing

@testable import Attribution

@Suite("The classic rules, one by one")
struct RuleTests {
    @Test(
        "rule 1 looks for adwords anywhere in utm_source, in small letters",
        arguments: [
            Case("?utm_source=adwords", .paidSearch, "1"),
            Case("?utm_source=google_adwords_de", .paidSearch, "1"),
            Case("?utm_source=ad%77ords", .paidSearch, "1"),
            Case("?utm_source=my+adwords", .paidSearch, "1"),
            Case("?utm_source=adwords&gclid=1", from: "https://www.bing.com/", .paidSearch, "1"),
            Case("?utm_source=adwords&utm_source=x", .paidSearch, "1"),
            Case("?utm_source=ADWORDS", .others, "9"),
            Case("?utm_source=ad+words", .others, "9"),
            Case("?utm_source=adword", .others, "9"),
            Case("?utm_medium=adwords", .others, "9"),
            Case("?UTM_SOURCE=adwords", .direct, "8"),
            Case("?source=adwords", .direct, "8"),
        ])
    func adWords(_ row: Case) { row.check() }

    @Test(
        "rule 2 takes the click IDs of search ads, by their exact keys",
        arguments: [
            Case("?gclid=1", .paidSearch, "2"),
            Case("?gbraid=1", .paidSearch, "2"),
            Case("?wbraid=1", .paidSearch, "2"),
            Case("?msclkid=1", .paidSearch, "2"),
            Case("?gclid=%20", .paidSearch, "2"),
            Case("?gclid=1", from: "https://m.facebook.com/", .paidSearch, "2"),
            Case("?utm_source=fb_ad&msclkid=1", .paidSearch, "2"),
            Case("?gclid=1&gclid=", .paidSearch, "2"),
            Case("?gclid=&gclid=1", .direct, "8"),
            Case("?gclid&x=1", .direct, "8"),
            Case("?GCLID=1", .direct, "8"),
            Case("?xgclid=1", .direct, "8"),
            Case("?gclid_=1", .direct, "8"),
            Case("?msclikid=1", .direct, "8"),
            Case("?dclid=1", .direct, "8"),
            Case("?gclsrc=aw.ds", .direct, "8"),
            Case("?yclid=1", .direct, "8"),
        ])
    func clickIDs(_ row: Case) { row.check() }

    @Test(
        "rule 3 takes a tagged link on Google search",
        arguments: [
            Case("?utm_source=gbp", from: "https://www.google.com/", .paidSearch, "3"),
            Case("?utm_medium=organic", from: "https://www.google.com/", .paidSearch, "3"),
            Case("?utm_campaign=x", from: "https://www.google.com/", .paidSearch, "3"),
            Case("?utm_campaign=x", from: "https://www.google.co.uk/", .paidSearch, "3"),
            Case("?utm_campaign=x", from: "https://images.google.de/", .paidSearch, "3"),
            Case("?utm_campaign=x", from: "https://news.google.com/", .paidSearch, "3"),
            Case(
                "?utm_campaign=x", from: "android-app://com.google.android.googlequicksearchbox/", .paidSearch, "3"),
            Case("?utm_source=fb_ad", from: "https://www.google.com/", .paidSearch, "3"),
            Case("?utm_content=x", from: "https://www.google.com/", .organicSearch, "6"),
            Case("?utm_term=x", from: "https://www.google.com/", .organicSearch, "6"),
            Case("?utm_source=", from: "https://www.google.com/", .organicSearch, "6"),
            Case("?utm_campaign=x", from: "https://www.bing.com/", .organicSearch, "6"),
            Case("?utm_campaign=x", from: "https://mail.google.com/", .referral, "7"),
            Case("?utm_campaign=x", from: "https://gemini.google.com/", .referral, "7"),
            Case("?utm_campaign=x", from: "https://google.github.io/", .referral, "7"),
            Case("?utm_campaign=x", from: "https://www.youtube.com/", .socialMedia, "5"),
        ])
    func taggedOnGoogle(_ row: Case) { row.check() }

    @Test(
        "rule 4 takes the tags of social ads and the click ID of click-to-WhatsApp ads",
        arguments: [
            Case("?utm_source=fb_ad", .paidSocial, "4"),
            Case("?utm_source=my_fb_ads", .paidSocial, "4"),
            Case("?utm_source=linkedin_ad", .paidSocial, "4"),
            Case("?utm_source=twitter_ad", .paidSocial, "4"),
            Case("?utm_source=reddit_ad", .paidSocial, "4"),
            Case("?ctwa_clid=1", .paidSocial, "4"),
            Case("?utm_source=x&ctwa_clid=1", from: "https://wa.me/", .paidSocial, "4"),
            Case("?utm_source=fb_ad", from: "https://partner.example.org/", .paidSocial, "4"),
            Case("?utm_source=FB_AD", .others, "9"),
            Case("?utm_source=fb-ad", .others, "9"),
            Case("?utm_source=facebook", .others, "9"),
            Case("?utm_source=tiktok_ad", .others, "9"),
            Case("?ctwa_clid=", .direct, "8"),
            Case("?ttclid=1", .direct, "8"),
            Case("?fbclid=1", .direct, "8"),
        ])
    func socialAds(_ row: Case) { row.check() }

    @Test(
        "rule 5 takes social sites and sites where the public posts videos",
        arguments: [
            Case("", from: "https://www.facebook.com/", .socialMedia, "5"),
            Case("", from: "https://l.facebook.com/l.php?u=x", .socialMedia, "5"),
            Case("", from: "https://lm.facebook.com/", .socialMedia, "5"),
            Case("", from: "https://fb.me/x", .socialMedia, "5"),
            Case("", from: "https://t.co/abc", .socialMedia, "5"),
            Case("", from: "https://x.com/", .socialMedia, "5"),
            Case("", from: "https://www.linkedin.com/feed/", .socialMedia, "5"),
            Case("", from: "https://lnkd.in/", .socialMedia, "5"),
            Case("", from: "https://www.tiktok.com/", .socialMedia, "5"),
            Case("", from: "https://out.reddit.com/", .socialMedia, "5"),
            Case("", from: "https://www.pinterest.co.uk/", .socialMedia, "5"),
            Case("", from: "https://nextdoor.com/", .socialMedia, "5"),
            Case("", from: "https://mastodon.social/@a", .socialMedia, "5"),
            Case("", from: "https://vimeo.com/1", .socialMedia, "5"),
            Case("", from: "https://www.twitch.tv/", .socialMedia, "5"),
            Case("", from: "https://youtu.be/1", .socialMedia, "5"),
            Case("", from: "android-app://com.instagram.android/", .socialMedia, "5"),
            Case("", from: "android-app://com.facebook.katana", .socialMedia, "5"),
            Case("?utm_source=newsletter", from: "https://www.instagram.com/", .socialMedia, "5"),
            Case("", from: "https://www.netflix.com/", .referral, "7"),
            Case("", from: "https://facebook.com.evil.example/", .referral, "7"),
            Case("", from: "https://xcom.example/", .referral, "7"),
            Case("", from: "android-app://com.facebook.katana.fake/", .referral, "7"),
            Case("", from: "android-app://fake.com.facebook.katana/", .referral, "7"),
        ])
    func social(_ row: Case) { row.check() }

    @Test(
        "rule 6 takes search engines",
        arguments: [
            Case("", from: "https://www.google.com/", .organicSearch, "6"),
            Case("", from: "http://google.de/search?q=x", .organicSearch, "6"),
            Case("", from: "https://www.google.com.au", .organicSearch, "6"),
            Case("", from: "https://scholar.google.co.jp/", .organicSearch, "6"),
            Case("", from: "https://www.bing.com/search", .organicSearch, "6"),
            Case("", from: "https://duckduckgo.com/", .organicSearch, "6"),
            Case("", from: "https://r.search.yahoo.com/", .organicSearch, "6"),
            Case("", from: "https://search.yahoo.co.jp/", .organicSearch, "6"),
            Case("", from: "https://yandex.com.tr/", .organicSearch, "6"),
            Case("", from: "https://www.baidu.com/", .organicSearch, "6"),
            Case("", from: "https://search.brave.com/", .organicSearch, "6"),
            Case("", from: "https://www.ecosia.org/", .organicSearch, "6"),
            Case("", from: "https://kagi.com/", .organicSearch, "6"),
            Case("?fbclid=1", from: "https://www.google.com/", .organicSearch, "6"),
            Case("?utm_source=google&utm_medium=cpc", from: "https://www.bing.com/", .organicSearch, "6"),
        ])
    func search(_ row: Case) { row.check() }

    @Test(
        "rule 7 takes every other referring domain",
        arguments: [
            Case("", from: "https://partner.example.org/", .referral, "7"),
            Case("?utm_source=newsletter&utm_medium=email", from: "https://mail.yahoo.com/", .referral, "7"),
            Case("", from: "https://outlook.live.com/", .referral, "7"),
            Case("", from: "https://chatgpt.com/", .referral, "7"),
            Case("", from: "https://www.perplexity.ai/", .referral, "7"),
            Case("", from: "https://copilot.microsoft.com/", .referral, "7"),
            Case("", from: "https://docs.google.com/", .referral, "7"),
            Case("", from: "https://accounts.google.com/", .referral, "7"),
            Case("", from: "https://drive.google.com/", .referral, "7"),
            Case("", from: "https://groups.google.com/", .referral, "7"),
            Case("", from: "https://www.amazon.co.uk/", .referral, "7"),
            Case("", from: "https://bit.ly/x", .referral, "7"),
            Case("", from: "https://goo.gl/x", .referral, "7"),
            Case("", from: "https://www.yelp.com/", .referral, "7"),
            Case("", from: "https://google.example.com/", .referral, "7"),
            Case("", from: "https://google.kawasaki.jp.example/", .referral, "7"),
            Case("", from: "http://localhost:3000/", .referral, "7"),
            Case("", from: "http://192.168.0.7/", .referral, "7"),
            Case("", from: "http://[2001:db8::1]:8080/", .referral, "7"),
            Case("", from: "android-app://com.google.android.gm/", .referral, "7"),
            Case("", from: "android-app://org.unknown.app/", .referral, "7"),
        ])
    func referral(_ row: Case) { row.check() }

    @Test(
        "rule 8 takes what has neither referring domain nor tag",
        arguments: [
            Case("", .direct, "8"),
            Case("?", .direct, "8"),
            Case("?campaign=spring&keyword=x&ad_id=1", .direct, "8"),
            Case("?utm_source=&utm_medium=&utm_campaign=&utm_content=&utm_term=", .direct, "8"),
            Case("?utm_id=1&utm_keyword=x", .direct, "8"),
            Case("?source=flyer", .direct, "8"),
            Case("?fbclid=1&dclid=2", .direct, "8"),
            Case("", from: "", .direct, "8"),
            Case("", from: "www.google.com", .direct, "8"),
            Case("", from: "about:blank", .direct, "8"),
            Case("", from: "ftp://ftp.example.org/", .direct, "8"),
            Case("", from: "file:///home/a/page.html", .direct, "8"),
            Case("", from: "chrome-extension://abc/", .direct, "8"),
            Case("", from: "https://", .direct, "8"),
            Case("", from: "https:///", .direct, "8"),
            Case("", from: "//www.google.com/", .direct, "8"),
            Case("", from: "https://exa mple.org/", .direct, "8"),
            Case("", from: "null", .direct, "8"),
        ])
    func direct(_ row: Case) { row.check() }

    @Test(
        "rule 9 takes what is tagged, has no referring domain, and carries nobody's ad tag",
        arguments: [
            Case("?utm_source=sms", .others, "9"),
            Case("?utm_medium=email", .others, "9"),
            Case("?utm_campaign=x", .others, "9"),
            Case("?utm_content=x", .others, "9"),
            Case("?utm_term=x", .others, "9"),
            Case("?utm_source=google&utm_medium=cpc", .others, "9"),
            Case("?utm_source={network}", .others, "9"),
            Case("?utm_source=%7B%7Bsite_source_name%7D%7D", .others, "9"),
            Case("?utm_source=x&fbclid=1", .others, "9"),
            Case("?utm_source=x", from: "https://clinic.example/", .others, "9"),
        ])
    func others(_ row: Case) { row.check() }

    @Test("the rules are listed in order")
    func order() {
        #expect(RuleSet.classic.rules.map(\.number) == (1...9).map(String.init))
        #expect(Set(RuleSet.classic.rules.map(\.name)).count == 9)
    }

    @Test("every ad tag holds what is looked for before all of them", arguments: AdTag.allCases)
    func common(tag: AdTag) {
        #expect(tag.text.contains(AdTag.common.description))
    }
}
