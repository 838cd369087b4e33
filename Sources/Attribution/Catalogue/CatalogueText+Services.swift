extension CatalogueText {
    /// Web mail, and the pages it sends links through.
    static let email = """
        AOL Mail: mail.aol.com; Daum Mail: mail.daum.net; Fastmail: app.fastmail.com; Free Mail: webmail.free.fr
        Gmail: mail.google.*; GMX: deref-gmx.com deref-gmx.net navigator.gmx.net; HEY: app.hey.com
        Interia Poczta: poczta.interia.pl; La Poste Mail: webmail.laposte.net; Libero Mail: mail.libero.it
        mail.com: deref-mail.com; Mail.ru: e.mail.ru; Mailbox.org: office.mailbox.org; Mailchimp: list-manage.com
        Naver Mail: mail.naver.com; NetEase Mail: mail.126.com mail.163.com; o2 Poczta: poczta.o2.pl
        Onet Poczta: poczta.onet.pl; Orange Mail: mail.orange.fr messagerie.orange.fr webmail.orange.fr
        Outlook: hotmail.com outlook.com mail.live.com outlook.cloud.microsoft outlook.live.com
        Outlook: outlook.office.com outlook.office365.com; Posteo: posteo.de
        Proton Mail: mail.proton.me mail.protonmail.com; QQ Mail: mail.qq.com; Rambler Mail: mail.rambler.ru
        Rediffmail: mail.rediff.com; Seznam Email: email.seznam.cz; SFR Mail: messagerie.sfr.fr webmail.sfr.fr
        Superhuman: mail.superhuman.com; T-Online E-Mail: email.t-online.de; Tuta: app.tuta.com mail.tutanota.com
        Ukr.net Mail: mail.ukr.net; Web.de: deref-web.de navigator.web.de; WP Poczta: poczta.wp.pl
        Xfinity Mail: connect.xfinity.com; Yahoo Mail: mail.yahoo.*; Yandex Mail: mail.yandex.*
        Zoho Mail: mail.zoho.com mail.zoho.eu mail.zoho.in
        """

    /// Shops and marketplaces.
    static let shopping = """
        Alibaba: 1688.com alibaba.com aliexpress.com; Allegro: allegro.pl; Amazon: amazon.*; Best Buy: bestbuy.com
        Bol: bol.com; Cdiscount: cdiscount.com; Costco: costco.com; Coupang: coupang.com; eBay: ebay.*; Etsy: etsy.com
        Flipkart: flipkart.com; Google Store: store.google.com; Groupon: groupon.com; JD.com: jd.com
        Lazada: lazada.com; Mercado Libre: mercadolibre.* mercadolivre.com.br; Naver Shopping: shopping.naver.com
        OTTO: otto.de; Pinduoduo: pinduoduo.com; Rakuten: rakuten.com rakuten.co.jp; Shein: shein.com; Shop: shop.app
        Shopee: shopee.sg; Shopify: shopify.com; Shopping.net: shopping.net; Shopzilla: shopzilla.com
        Taobao: taobao.com; Target: target.com; Temu: temu.com; Tmall: tmall.com; Walmart: walmart.com
        Wayfair: wayfair.com; Yahoo Japan Shopping: shopping.yahoo.co.jp; Yahoo Shopping: shopping.yahoo.com
        Yandex Market: market.yandex.ru; Zalando: zalando.*
        """

    /// Office, sign-in and other pages of search companies, and directories of businesses and people.
    static let services = """
        118 700: 118700.se; Angi: angi.com angieslist.com; Apple Maps: maps.apple.com
        Baidu Account: passport.baidu.com; Baidu Baike: baike.baidu.com; Baidu Pan: pan.baidu.com; BBB: bbb.org
        Bing Webmaster Tools: webmaster.bing.com; Booksy: booksy.com; Das Telefonbuch: dastelefonbuch.de
        Das Örtliche: dasoertliche.de; Dianping: dianping.com; Doctolib: doctolib.de doctolib.fr; Dropbox: dropbox.com
        DuckDuckGo Help: help.duckduckgo.com; Eniro: eniro.se; Firmy: firmy.cz; Fresha: fresha.com
        Gelbe Seiten: gelbeseiten.de; Glassdoor: glassdoor.com; Google Account: accounts.google.* myaccount.google.com
        Google Ad Manager: admanager.google.com; Google Ads: ads.google.com adwords.google.com
        Google AdSense: adsense.google.com; Google Alerts: alerts.google.com; Google Analytics: analytics.google.com
        Google Apps Script: script.google.com; Google Business Profile: business.google.com
        Google Calendar: calendar.google.com; Google Chat: chat.google.com; Google Classroom: classroom.google.com
        Google Cloud: cloud.google.com; Google Colab: colab.research.google.com; Google Contacts: contacts.google.com
        Google Developers: developers.google.com firebase.google.com
        Google Docs: docs.google.com forms.google.com sheets.google.com slides.google.com
        Google Drive: drive.google.com; Google Earth: earth.google.com; Google Fonts: fonts.google.com
        Google Groups: groups.google.*; Google Help: support.google.com; Google Keep: keep.google.com
        Google Meet: hangouts.google.com meet.google.com; Google Merchant Center: merchants.google.com
        Google Messages: messages.google.com; Google One: one.google.com
        Google Pay: pay.google.com payments.google.com; Google Photos: photos.google.com; Google Play: play.google.com
        Google Policies: policies.google.com; Google Search Console: search.google.com; Google Sites: sites.google.com
        Google Tag Manager: tagassistant.google.com tagmanager.google.com; Google Translate: translate.google.*
        Google Trends: trends.google.*; Google Voice: voice.google.com; GoYellow: goyellow.de
        Gule Sider: gulesider.no; Healthgrades: healthgrades.com; HomeAdvisor: homeadvisor.com; Houzz: houzz.com
        iCloud: icloud.com; Indeed: indeed.com; Looker Studio: datastudio.google.com lookerstudio.google.com
        Manta: manta.com; MapQuest: mapquest.com
        Microsoft Account: account.live.com account.microsoft.com login.live.com login.microsoftonline.com
        Microsoft Advertising: ads.microsoft.com; Microsoft Forms: forms.office.com
        Microsoft Office: office.com officeapps.live.com; Microsoft Teams: teams.live.com teams.microsoft.com
        Mindbody: mindbodyonline.com; Naver Account: nid.naver.com; Naver Map: map.naver.com; Notion: notion.so
        OneDrive: onedrive.live.com; Opplysningen 1881: 1881.no; Pages Jaunes: pagesjaunes.fr
        PagineGialle: paginegialle.it; Páginas Amarillas: paginasamarillas.es; RateMDs: ratemds.com
        RealSelf: realself.com; SharePoint: sharepoint.com; Slack: app.slack.com; Superpages: superpages.com
        Thumbtack: thumbtack.com; Treatwell: treatwell.co.uk; Trello: trello.com; Tripadvisor: tripadvisor.*
        Trustpilot: trustpilot.com; Vagaro: vagaro.com; Vitals: vitals.com; WebMD Care: doctor.webmd.com
        Workplace: workplace.com; Yahoo Account: login.yahoo.com login.yahoo.co.jp; Yahoo Calendar: calendar.yahoo.com
        Yahoo Finance: finance.yahoo.com finance.yahoo.co.jp; Yahoo Groups: groups.yahoo.com
        Yahoo News: news.yahoo.com news.yahoo.co.jp; Yahoo Sports: sports.yahoo.com; Yammer: yammer.com
        Yandex Direct: direct.yandex.*; Yandex Disk: disk.yandex.*; Yandex ID: passport.yandex.*
        Yandex Metrica: metrica.yandex.* metrika.yandex.*; Yandex Translate: translate.yandex.*
        Yasni: yasni.com yasni.de; Yatedo: yatedo.com; Yell: yell.com; Yellow Pages: yellowpages.ca yellowpages.com
        YellowMap: yellowmap.de; Yelp: yelp.ca yelp.com yelp.de yelp.fr yelp.co.uk yelp.com.au; Zocdoc: zocdoc.com
        """
}
