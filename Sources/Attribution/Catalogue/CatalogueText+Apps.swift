extension CatalogueText {
    /// Android apps that search.
    static let searchApps = """
        Baidu: com.baidu.searchbox; Bing: com.microsoft.bing; Daum: net.daum.android.daum
        DuckDuckGo: com.duckduckgo.mobile.android; Ecosia: com.ecosia.android
        Google: com.google.android.googlequicksearchbox com.google.android.apps.searchlite
        Google Lens: com.google.ar.lens; Google Maps: com.google.android.apps.maps
        Google News: com.google.android.apps.magazines; Naver: com.nhn.android.search; Qwant: com.qwant.liberty
        Seznam: cz.seznam.sbrowser; Yahoo: com.yahoo.mobile.client.android.search
        Yahoo Japan: jp.co.yahoo.android.yjtop; Yandex: com.yandex.searchapp ru.yandex.searchplugin
        """

    /// Android apps of social sites.
    static let socialApps = """
        BeReal: com.bereal.ft; Bluesky: xyz.blueskyweb.app; Discord: com.discord
        Facebook: com.facebook.katana com.facebook.lite com.facebook.pages.app; Instagram: com.instagram.android
        KakaoTalk: com.kakao.talk; Lemon8: com.bd.nproject; LINE: jp.naver.line.android
        LinkedIn: com.linkedin.android; Mastodon: org.joinmastodon.android; Medium: com.medium.reader
        Meetup: com.meetup; Messenger: com.facebook.mlite com.facebook.orca; Nextdoor: com.nextdoor
        Odnoklassniki: ru.ok.android; Pinterest: com.pinterest com.pinterest.twa; Quora: com.quora.android
        Reddit: com.reddit.frontpage; Signal: org.thoughtcrime.securesms; Snapchat: com.snapchat.android
        Telegram: org.telegram.messenger org.thunderdog.challegram org.telegram.messenger.web
        Threads: com.instagram.barcelona
        TikTok: com.zhiliaoapp.musically com.tiktok.lite.go com.zhiliaoapp.musically.go com.ss.android.ugc.trill
        Truth Social: com.truthsocial.android.app; Tumblr: com.tumblr; Viber: com.viber.voip
        VK: com.vkontakte.android; WeChat: com.tencent.mm; Weibo: com.sina.weibo
        WhatsApp: com.whatsapp com.whatsapp.w4b; X: com.twitter.android com.twitter.android.lite
        Xiaohongshu: com.xingin.xhs; XING: com.xing.android; Zalo: com.zing.zalo
        """

    /// Android apps of video sites.
    static let videoApps = """
        Bilibili: tv.danmaku.bili; Dailymotion: com.dailymotion.dailymotion; Kick: com.kick.mobile
        Kwai: com.kwai.video; Rumble: com.rumble.battles; Twitch: tv.twitch.android.app
        Vimeo: com.vimeo.android.videoapp; YouTube: com.google.android.youtube com.google.android.apps.youtube.mango
        YouTube: com.google.android.apps.youtube.music
        """

    /// Android apps of AI assistants.
    static let assistantApps = """
        ChatGPT: com.openai.chatgpt; Claude: com.anthropic.claude; Copilot: com.microsoft.copilot
        DeepSeek: com.deepseek.chat; Gemini: com.google.android.apps.bard; Grok: ai.x.grok; Le Chat: ai.mistral.chat
        Perplexity: ai.perplexity.app.android; Poe: com.poe.android
        """

    /// Android apps for mail.
    static let emailApps = """
        Gmail: com.google.android.gm; K-9 Mail: com.fsck.k9; Outlook: com.microsoft.office.outlook
        Proton Mail: ch.protonmail.android; Samsung Email: com.samsung.android.email.provider
        Thunderbird: net.thunderbird.android; Yahoo Mail: com.yahoo.mobile.client.android.mail
        """
}
