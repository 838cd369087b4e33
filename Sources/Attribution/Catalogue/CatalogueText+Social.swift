extension CatalogueText {
    /// Sites where people post, talk and follow each other, with the short domains of their own links.
    static let social = """
        43 Things: 43things.com; 4chan: 4chan.org 4channel.org; 500px: 500px.com; 51.com: 51.com; 5channel: 5ch.net
        9GAG: 9gag.com; Academia: academia.edu; ActiveRain: activerain.com; Activeworlds: activeworlds.com
        airG: airg.ca; Alignable: alignable.com; allnurses: allnurses.com; AllTrails: alltrails.com
        Alumniclass: alumniclass.com; Ameba: ameba.jp; Ameblo: ameblo.jp; Amino: aminoapps.com
        ArtStation: artstation.com; Ask Ubuntu: askubuntu.com; Ask.fm: ask.fm; ASmallWorld: asmallworld.com
        Athlinks: athlinks.com; Audiomack: audiomack.com; Baby Gaga: baby-gaga.com; Baby Kingdom: baby-kingdom.com
        BabyBlog: babyblog.ru; BabyCenter: community.babycenter.com; Badoo: badoo.com; Baidu Tieba: tieba.baidu.com
        Band: band.us; Bandlab: bandlab.com; Bebo: bebo.com; Behance: behance.net; BeReal: bere.al bereal.com
        BharatStudent: bharatstudent.com; Biip: biip.no; Blackcareernetwork: blackcareernetwork.com
        BlackPlanet: blackplanet.com; Blind: teamblind.com; Blip.fm: blip.fm; Blogster: blogster.com
        Bluesky: bsky.app; Blurtit: blurtit.com; Brightkite: brightkite.com; Brizzly: brizzly.com
        CafeMom: cafemom.com; Camospace: camospace.com; Cara: cara.app; Care2: care2.com
        Caringbridge: caringbridge.org; Catster: catster.com; Cellufun: cellufun.com; Chingari: chingari.io
        Classmates: classmates.com; Classquest: classquest.com; Clien: clien.net
        Clubhouse: clubhouse.com joinclubhouse.com; Cohost: cohost.org; Copains d'avant: copainsdavant.linternaute.com
        Couchsurfing: couchsurfing.org; CounterSocial: counter.social; Cozycot: cozycot.com; Cross.tv: cross.tv
        Curious Cat: curiouscat.live; Cyworld: cyworld.com; Dailystrength: dailystrength.org; Damus: damus.io
        Dcard: dcard.tw; DCinside: dcinside.com; DeviantArt: deviantart.com; Digg: digg.com; Diigo: diigo.com
        Discord: discord.com discord.gg discordapp.com; Dogster: dogster.com; dol2day: dol2day.com
        Doostang: doostang.com; Dopplr: dopplr.com; Douban: douban.com; Doximity: doximity.com; Draugiem: draugiem.lv
        Dreamwidth: dreamwidth.org; Dribbble: dribbble.com; Dzen: dzen.ru; Dzone: dzone.com; Element: app.element.io
        Elftown: elftown.com; Ello: ello.co
        Facebook: facebook.com facebookwkhpilnemxj7asaniu7vnjjbiltxjqhye3mhbshg7kx5tfyd.onion fb.com fb.me
        Facebook: fb.watch; Faceparty: faceparty.com; Fandom: fandom.com; Fanpop: fanpop.com
        Farcaster: farcaster.xyz warpcast.com; Fark: fark.com; FetLife: fetlife.com; Figure 1: figure1.com
        Fishbowl: fishbowlapp.com; Flickr: flickr.com; Flixster: flixster.com; FMKorea: fmkorea.com
        ForoCoches: forocoches.com; Fotolog: fotolog.com; Foursquare: foursquare.com; FriendFeed: friendfeed.com
        Friends Reunited: friendsreunited.com; Friendster: friendster.com; Fubar: fubar.com
        Fur Affinity: furaffinity.net; Gab: gab.com; Gaia Online: gaiaonline.com; Gamerdna: gamerdna.com
        Gather: gather.com; Geneva: geneva.com; Gettr: gettr.com; Girlschannel: girlschannel.net; Godtube: godtube.com
        Goodreads: goodreads.com; Google+: plus.google.com; Govloop: govloop.com; Gowalla: gowalla.com; GREE: gree.jp
        GroupMe: groupme.com; Guilded: guilded.gg; Gutefrage: gutefrage.net; Habbo: habbo.com; Habr: habr.com
        Hacker News: news.ycombinator.com; HardwareZone: forums.hardwarezone.com.sg
        Hatena: b.hatena.ne.jp d.hatena.ne.jp; HealthUnlocked: healthunlocked.com; HelloTalk: hellotalk.com
        hi5: hi5.com; Hoplr: hoplr.com; Hoverspot: hoverspot.com; Hubculture: hubculture.com; HubPages: hubpages.com
        Hupu: hupu.com; Hyves: hyves.net hyves.nl; Ibibo: ibibo.com; ICQ: icq.com; Identi.ca: identi.ca
        iFunny: ifunny.co; Imgur: imgur.com; imo: imo.im; IMVU: imvu.com; Indie Hackers: indiehackers.com
        Insanejournal: insanejournal.com; Inspire: inspire.com; Instagram: ig.me instagr.am instagram.com
        Instiz: instiz.net; InterNations: internations.org; InTheRooms: intherooms.com; IRC-Galleria: irc-galleria.net
        itaku: itaku.ee; Italki: italki.com; Jappy: jappy.com jappy.de; Jeuxvideo: jeuxvideo.com; Jike: okjike.com
        Jodel: jodel.com; JoyReactor: joyreactor.cc; Kakao: kakao.com; KakaoStory: story.kakao.com
        KakaoTalk: open.kakao.com pf.kakao.com; Kaneva: kaneva.com; Kaskus: kaskus.co.id; Kik: kik.com
        Koo: kooapp.com; Lang-8: lang-8.com
        Last.fm: last.fm lastfm.de lastfm.es lastfm.fr lastfm.it lastfm.jp lastfm.pl lastfm.ru lastfm.se
        Last.fm: lastfm.com.br lastfm.com.tr; Lemon8: lemon8-app.com; Letterboxd: letterboxd.com
        LibraryThing: librarything.com; LIHKG: lihkg.com; LINE: lin.ee line.me; LinkedIn: linkedin.com lnkd.in
        Listal: listal.com; Listography: listography.com; LiveJournal: livejournal.com livejournal.ru
        Lobsters: lobste.rs; Matrix: matrix.to; Medium: medium.com; MEETin: meetin.org; Meetup: meetup.com
        MeinVZ: meinvz.net; Menéame: meneame.net; Messenger: m.me messenger.com; MeWe: mewe.com; Minds: minds.com
        Mix: mix.com; Mixcloud: mixcloud.com; Mixi: mixi.jp; Mobage: mbga.jp yahoo-mbga.jp; Mocospace: mocospace.com
        Moi Mir: my.mail.ru; Mop: mop.com; Multiply: multiply.com; Mumsnet: mumsnet.com; MyAnimeList: myanimelist.net
        MyLife: mylife.com mylife.ru; Myspace: myspace.com; myYearbook: myyearbook.com; Nairaland: nairaland.com
        Naver Blog: blog.naver.com; Naver Cafe: cafe.naver.com; Naver Knowledge iN: kin.naver.com
        nebenan.de: nebenan.de; Netlog: netlog.com; Netmums: netmums.com; Newgrounds: newgrounds.com
        Nextdoor: nextdoor.ca nextdoor.com nextdoor.de nextdoor.es nextdoor.fr nextdoor.it nextdoor.nl
        Nextdoor: nextdoor.co.uk nextdoor.com.au; NGA: bbs.nga.cn; NGL: ngl.link; Nightlifelink: nightlifelink.com
        Ning: ning.com; NK.pl: nk.pl; Note: note.com; Odnoklassniki: odnoklassniki.ru odnoklassniki.ua ok.ru
        Okwave: okwave.jp; Onstartups: onstartups.com; Orkut: orkut.com; Oshiete goo: oshiete.goo.ne.jp
        Pantip: pantip.com; Parler: parler.com; Partyflock: partyflock.nl; PatientsLikeMe: patientslikeme.com
        Peanut: peanut-app.io; Peepeth: peepeth.com; Pikabu: pikabu.ru; Pillowfort: pillowfort.social
        Pinboard: pinboard.in; Pingsta: pingsta.com
        Pinterest: pin.it pinterest.at pinterest.be pinterest.ca pinterest.ch pinterest.cl pinterest.com
        Pinterest: pinterest.de pinterest.dk pinterest.ec pinterest.es pinterest.fr pinterest.hu pinterest.ie
        Pinterest: pinterest.info pinterest.it pinterest.jp pinterest.nl pinterest.nz pinterest.ph pinterest.pt
        Pinterest: pinterest.ru pinterest.se pinterest.co.kr pinterest.co.uk pinterest.com.au pinterest.com.mx
        Pinterest: pinterest.com.pe; Pixiv: pixiv.net; Plaxo: plaxo.com; Playahead: playahead.se; Plurk: plurk.com
        Polywork: polywork.com; Post.news: post.news; Primal: primal.net; Product Hunt: producthunt.com; PTT: ptt.cc
        Quechup: quechup.com; Quora: quora.com; Qzone: qzone.qq.com; Ravelry: ravelry.com; Reddit: redd.it reddit.com
        Renren: renren.com; ResearchGate: researchgate.net; Reunion: reunion.com; Reverbnation: reverbnation.com
        Roposo: roposo.com; Ruliweb: ruliweb.com; Ryze: ryze.com; Second Life: secondlife.com; Sermo: sermo.com
        Server Fault: serverfault.com; ShareChat: sharechat.com; Signal: signal.group signal.me; Skyrock: skyrock.com
        Slashdot: slashdot.org; Smule: smule.com; Snapchat: snapchat.com; Snort: snort.social
        Sociallife: sociallife.com.br; Sonico: sonico.com; SoundCloud: gate.sc soundcloud.com; Spond: spond.com
        Spoutible: spoutible.com; Spruz: spruz.com; Stack Apps: stackapps.com; Stack Exchange: stackexchange.com
        Stack Overflow: stackoverflow.com; Stardoll: stardoll.com; Steam Community: steamcommunity.com
        Stocktwits: stocktwits.com; Strava: strava.com; StudiVZ: studivz.net; StumbleUpon: stumbleupon.com
        Suomi24: suomi24.fi; Super User: superuser.com; Tagged: tagged.com; Tandem: tandem.net; Taringa: taringa.net
        Telegram: t.me telegram.me telegram.org; Tellonym: tellonym.me; Theqoo: theqoo.net
        Threads: threads.com threads.net; Threema: threema.id; Tianya: tianya.cn; TikTok: tiktok.com
        Tinhte: tinhte.vn; Togetter: togetter.com; Trakt: trakt.tv; Travellerspoint: travellerspoint.com
        Trombi: trombi.com; Truth Social: truthsocial.com; Tuenti: tuenti.com; Tumblr: tumblr.com t.umblr.com
        Twoo: twoo.com; Untappd: untappd.com; Ushi: ushi.cn; V krugu druzei: vkrugudruzei.ru; V2EX: v2ex.com
        Vampire Rave: vampirerave.com; VampireFreaks: vampirefreaks.com; Vero: vero.co
        Viadeo: viadeo.com viadeo.journaldunet.com; Viber: viber.com; VK: vk.com vkontakte.ru; Voz: voz.vn
        VSCO: vsco.co; Wallstreet Online: wallstreet-online.de; Wattpad: wattpad.com; WAYN: wayn.com
        WeChat: wechat.com channels.weixin.qq.com mp.weixin.qq.com open.weixin.qq.com; WeeWorld: weeworld.com
        Weibo: t.cn weibo.com; wer-weiss-was: wer-weiss-was.de; Weverse: weverse.io
        What to Expect: community.whattoexpect.com; WhatsApp: wa.me whatsapp.com l.wl.co; Wykop: wykop.pl
        X: t.co tweetdeck.com twitter.com twttr.com x.com; Xanga: xanga.com; Xiaohongshu: xiaohongshu.com
        XING: xing.com; Yahoo Chiebukuro: chiebukuro.yahoo.co.jp; Yik Yak: yikyak.com; youRoom: youroom.in
        Zalo: zalo.me; Zhihu: zhihu.com; Zoo.gr: zoo.gr
        """
}
