extension CatalogueText {
    /// Sites where the public posts videos or streams; a subscription service is none.
    static let video = """
        17LIVE: 17.live; AcFun: acfun.cn; Aparat: aparat.com; Bigo Live: bigo.tv
        Bilibili: b23.tv bilibili.com bilibili.tv; BitChute: bitchute.com; Brighteon: brighteon.com
        Caffeine: caffeine.tv; CHZZK: chzzk.naver.com; Clapper: clapperapp.com; Coub: coub.com
        Dailymotion: dai.ly dailymotion.com; DLive: dlive.tv; Douyin: douyin.com iesdouyin.com; Douyu: douyu.com
        DTube: d.tube; Dubsmash: dubsmash.com; Huya: huya.com; Ixigua: ixigua.com; KakaoTV: tv.kakao.com
        Kick: kick.com; Kuaishou: kuaishou.com; Kwai: kwai.com; LBRY: lbry.tv; Likee: likee.video
        Metacafe: metacafe.com; Mirrativ: mirrativ.com; MissEvan: missevan.com; Naver TV: tv.naver.com
        Niconico: nicovideo.jp; Nimo TV: nimo.tv; Odysee: odysee.com; OPENREC: openrec.tv
        PeerTube: diode.zone framatube.org makertube.net peertube.tv tilvids.com; Periscope: periscope.tv pscp.tv
        Rumble: rumble.com; Rutube: rutube.ru; SHOWROOM: showroom-live.com
        SOOP: afreecatv.com sooplive.com sooplive.co.kr; Stickam: stickam.com; Streamable: streamable.com
        Triller: triller.co; Trovo: trovo.live; Tudou: tudou.com; TwitCasting: twitcasting.tv
        Twitch: twitch.com twitch.tv; Utreon: utreon.com; Veoh: veoh.com; Vimeo: vimeo.com; Vine: vine.co
        VK Video: vkvideo.ru; Youku: youku.com; YouTube: youtu.be youtube-nocookie.com youtube.com yt.be
        """
}
