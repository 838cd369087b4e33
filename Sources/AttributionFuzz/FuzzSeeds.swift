/// What the inputs are grown from: landings of every kind that a rule or a reader knows, and rule books.
enum FuzzSeeds {
    static let urls = [
        "https://www.clinic.example/", "https://clinic.example/book?gclid=Cj0KCQiA_NC9&gbraid=0AAAAA",
        "https://www.clinic.example/?utm_source=adwords&utm_medium=Ad%201&utm_campaign=Botox&utm_content=a&utm_term=b",
        "https://clinic.example/?utm_source=fb_ad&utm_campaign=%7B%7Bcampaign.name%7D%7D&fbclid=IwZXh0bgNhZW0",
        "https://clinic.example/?utm_source=facebook&utm_medium=paid_social", "https://clinic.example/?msclkid=5d1e",
        "https://clinic.example/?ttclid=E.C.P&utm_source=tiktok", "https://clinic.example/?ScCid=7d1f&epik=dj0y",
        "https://clinic.example/?utm_souce=adwords&UTM_Medium=cpc", "https://münchen.example/?q=ü&utm_source=AdWords",
        "https://clinic.example/#/book?utm_source=google&utm_medium=organic", "http://[2001:db8::1]:8080/?yclid=1",
        "https://clinic.github.io/?ctwa_clid=ARAk&token=secret&utm_source=ig&utm_medium=social", "/relative?gclid=1",
        "https://user:word@www.clinic.co.uk:8443/a/b/c.html?source=flyer;x=1&campaign_id=7&li_fat_id=1#top",
    ]
    static let referrers = [
        "https://www.google.com/", "https://images.google.co.uk/search?q=x", "https://m.facebook.com/l.php?u=x",
        "https://t.co/AbC", "https://www.bing.com/", "https://book.clinic.example/", "https://partner.example.org/",
        "android-app://com.google.android.googlequicksearchbox/https/www.google.com",
        "android-app://com.facebook.katana/",
        "https://xn--mnchen-3ya.example/", "http://192.168.0.7/", "http://localhost:3000/", "https://google.github.io/",
        "https://ｗｗｗ．ｇｏｏｇｌｅ．ｃｏｍ/", "https://mail.google.com/", "https://chatgpt.com/", "", "null", "about:blank",
    ]
    static let userAgents = [
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Instagram 350.0.0",
        "Mozilla/5.0 (Linux; Android 15) Chrome/131.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/490.0.0.0;]",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36",
        "facebookexternalhit/1.1", "Pinterest/0.2 (+http://www.pinterest.com/bot.html)", "",
    ]
    static let ownDomains = [
        "clinic.example", "*.example.org", "https://Shop.Example/", "github.io", "co.uk", "google.com", "[::1]", "",
        "*",
    ]
    static let documents = [
        #"{"version":1,"ruleSet":"classic","rules":[]}"#,
        #"""
        {"version":1,"ruleSet":"extended","rules":[{"name":"Podcast","after":"4","when":[{"parameter":"utm_source",
        "is":"equals","value":"podcast"},{"referrerHost":true,"is":"matches","value":"*.google.*","not":true}],
        "source":"referral","subLabel":"Podcasts"}]}
        """#,
        #"""
        {"version":1,"ruleSet":"extended","rules":[{"name":"All","when":[{"landingHost":true,"is":"present"}],
        "source":"Paid Social"},{"name":"Book","after":"8","when":[{"landingPath":true,"is":"starts_with",
        "value":"/book"},{"userAgent":true,"is":"contains","value":"iphone"}],"source":"others"}]}
        """#,
        #"""
        {"version":1,"ruleSet":"classic","rules":[{"name":"G\u00fc\ud83d\ude00","after":"6","when":[{"parameter":
        "utm_campaign","is":"matches","value":"*a?b*ü*"},{"landingPath":true,"is":"ends_with","value":".html"}],
        "source":"crm_ui"}]}
        """#,
    ]
    static let pieces = [
        "https://", "http:", "android-app://", "//", "/", "\\", "?", "#", "&", "&&", "=", "%", "%41", "%zz", "%00",
        "%2", "+",
        ";", "@", ":", "[", "]", ".", "..", "*", "a.", "google.com", "google.", "facebook.com", "co.uk", "github.io",
        "utm_source",
        "utm_source=", "UTM_MEDIUM=cpc", "utm_campaign=x", "utm_", "gclid=1", "gclid=", "fbclid=", "ScCid=1", "adwords",
        "adwor",
        "fb_ad", "paid", "cpc", "{{", "}}", "{x}", "ü", "例", "。", "\u{0}", "\n", "\t", "\r", " ", "\u{FEFF}",
        "\u{202E}", "👩‍👩‍👧",
        "xn--", "xn--a-", "null", "İ", "ß", "\u{AD}", "\"", "\\u", "\\ud83d", "{", "}", ",", "true", "-1e9", "[[[[[[[[",
        "0", "after",
    ]
}
