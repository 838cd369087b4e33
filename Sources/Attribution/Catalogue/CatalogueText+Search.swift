extension CatalogueText {
    /// Search engines, portals whose front page is a search, and the search pages of browsers and toolbars.
    static let search = """
        1&1: search.1und1.de suche.1und1.de; 1.cz: 1.cz; 360 Search: 360.cn haosou.com so.com sou.com; 4get: 4get.ca
        Aardvark: aardvark.co.za
        Abacho: abacho.at abacho.ch abacho.com abacho.de abacho.es abacho.fr abacho.it abacho.co.uk; ABCsøk: abcsok.no
        ABV: search.abv.bg; Achei: achei.com.br; Acoon: acoon.de; AEIOU: aeiou.pt; Aguea: chercherfr.aguea.com
        Alexandria: alexandria.org; Alice: rechercher.aliceadsl.fr search.alice.it; All.by: all.by
        Allesklar: allesklar.at allesklar.ch allesklar.de; AllTheInternet: alltheinternet.com
        AllTheWeb: alltheweb.com; AlohaFind: alohafind.com; ALOT: search.alot.com
        AltaVista: altavista.com altavista.de altavista.fr; Ananzi: ananzi.co.za; Andi: andisearch.com
        Antisearch: antisearch.net; Anzwers: anzwers.com.au
        AOL: aolsearch.com aolsearchnow.com alicesuche.aol.de alicesuchet.aol.de aolimages.aol.fr
        AOL: aolrecherche.aol.fr aolrecherches.aol.fr aolsearch.aol.com o2suche.aol.de recherche.aol.ca
        AOL: recherche.aol.fr search-intl.netscape.com search.aol.ca search.aol.com search.aol.de search.aol.fr
        AOL: search.aol.it search.aol.jp suche.aol.de suche.aolsvc.de sucheaol.aol.de suchet2.aol.de
        AOL: aolbusqueda.aol.com.mx aolsearch.aol.co.uk find.web.aol.com search.aol.co.uk search.aol.com.au
        AOL: search.hp.my.aol.de search.hp.my.aol.it search.hp.my.aol.com.au; Apollo 7: apollo7.de; Aport: sm.aport.ru
        Araby: araby.com; Arama: arama.com; Arcor: arcor.de; Arianna: arianna.com arianna.libero.it
        Ask: ask.com askkids.com qbyrd.com search-results.com ask.co.uk ask.reference.com
        AT&T: search.att.net start.att.net; Atlas: atlas.cz searchatlas.centrum.cz; Atlas.sk: hladaj.atlas.sk
        auone: search.auone.jp sp-search.auone.jp; auone Images: sp-image.search.auone.jp
        Austronaut: www1.austronaut.at www2.austronaut.at; Avast: search.avast.com
        AVG: isearch.avg.com search.avg.com; Avira: safesearch.avira.com search.avira.com search.avira.net
        Ayna: ayna.com; Azet: search.azet.sk; B1: search.b1.org
        Babylon: isearch.babylon.com search.babylon.com searchassist.babylon.com; Baidu: baidu.com baidu.co.th
        Bellnet: bellnet.de; Benefind: benefind.de; Biglobe: biglobe.co.jp biglobe.ne.jp
        Biglobe Images: images.search.biglobe.ne.jp; Bigmir: search.bigmir.net; Bing: bing.com cc.bingj.com
        blekko: blekko.com; Blogdigger: blogdigger.com; Blogpulse: blogpulse.com; Bluewin: search.bluewin.ch
        Boardreader: boardreader.com; Brave: search.brave.com; BT: search.bt.com; Buscapé: busca.buscape.com.br
        Canoe.ca: web.canoe.ca; Carrot2: carrot2.org; Centrum: centrum.cz; CenturyLink: search.centurylink.com
        Cercato: cercato.it; Charter: search.charter.net; Chatzum: search.chatzum.com; Chedot: search.chedot.com
        Chinaso: chinaso.com; Claro Search: claro-search.com; Clix: pesquisa.clix.pt
        Club Internet: recherche.club-internet.fr; Clusty: clusty.com; Comcast: search.comcast.net
        CompuServe: websearch.cs.com; Conduit: search.conduit.com; Cox: search.cox.net; Crawler: crawler.com
        Cuil: cuil.com; Cốc Cốc: coccoc.com; Daemon search: daemon-search.com; Darkoogle: darkoogle.com
        Daum: daum.net; Delfi EE: otsing.delfi.ee; Delfi lv: smart.delfi.lv; Delta Search: delta-search.com
        Dir.bg: search.dir.bg; dir.com: fr.dir.com; DisconnectSearch: search.disconnect.me; dmoz: dmoz.org
        docomo: search.smt.docomo.ne.jp; Dogpile: dogpile.com; Dolphin: search.dolphin-browser.jp
        Dreamwiz: search.dreamwiz.com
        DuckDuckGo: duckduckgo.com duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion
        Earthlink: search.earthlink.net; Ecosia: ecosia.com ecosia.org; Ekoru: ekoru.org; El Mundo: ariadna.elmundo.es
        Empas: empas.com; Entireweb: entireweb.com; eo: eo.st; EpicSearch.in: epicsearch.in; Etools: etools.ch
        Eurip: eurip.com; Euroseek: euroseek.com; Everyclick: everyclick.com; Evreka: evreka.passagen.se
        ExactSeek: exactseek.com; Exalead: exalead.com exalead.fr
        Excite: excite.com excite.co.jp search.excite.de search.excite.es search.excite.fr search.excite.it
        Excite: search.excite.nl search.excite.co.uk; F-Secure: search.f-secure.com searches.f-secure.com
        Facemoods: start.facemoods.com; Faroo: faroo.com; Fast Browser Search: fastbrowsersearch.com
        Fastbot: fastbot.de; Fbdownloader: search.fbdownloader.com; Findhurtig: findhurtig.dk; Findx: findx.com
        Fireball: fireball.com fireball.de; Firstsfind: firstsfind.com; Fixsuche: fixsuche.de; Flix.de: flix.de
        Fooooo: search.fooooo.com; Forestle: forestle.mobi forestle.org; Foxtab: search.foxtab.com
        Francité: recherche.francite.com; Free: search.free.fr search1-1.free.fr search1-2.free.fr
        FreeCause: search.freecause.com; Freenet: suche.freenet.de; Freespoke: freespoke.com; Fresheye: fresheye.com
        Frontier: search.frontier.com; Funmoods: start.funmoods.com; GAIS: gais.cs.ccu.edu.tw
        Gazeta: szukaj.gazeta.pl; Gbg: gbg.bg; Geliyoo: geliyoo.com; Genieo: search.genieo.com; Geona: geona.net
        Gerdoo: gerdoo.me; Gexsi: gexsi.com; Gfsoso: gfsoso.com; Ghostery: ghosterysearch.com; Gibiru: gibiru.com
        Gigablast: gigablast.com; Gigablast Directory: dir.gigablast.com; Gigabusca: gigabusca.com.br
        Givero: givero.com; Glarysoft: isearch.glarysoft.com; Globo: busca.globo.com
        Globososo: searches3.globososo.com; GMX: search.gmx.com suche.gmx.net; Gnadenmeer: gnadenmeer.de
        Godado: godado.it; Gogo: gogo.ru; Gomeo: gomeo.com; goo: ocnsearch.goo.ne.jp search.goo.ne.jp
        Good: good-search.org; Google: google.* googlesyndicatedsearch.com webcache.googleusercontent.com
        Google Blog Search: blogsearch.google.*; Google Books: books.google.*; Google Custom Search: cse.google.*
        Google Images: images.google.*; Google Lens: lens.google.com; Google Maps: maps.google.*
        Google News: news.google.*; Google Scholar: scholar.google.*; Google Video: video.google.*
        Gooofullsearch: gooofullsearch.com; Gooru: gooru.pl; Guruji: guruji.com; Hakia: hakia.com
        hao123: jp.hao123.com; HiNet: search.hinet.net; Hispavista: buscar.hispavista.com; Hitta: hitta.se
        Hiyo: search.hiyo.com; Holmes: holmes.ge; Hooseek: hooseek.com; Hotbot: hotbot.com; Hulbee: hulbee.com
        I-play: start.iplay.com; I.ua: search.i.ua; Icerocket: blogs.icerocket.com; iG: busca.igbusca.com.br
        Il Trovatore: iltrovatore.it; Ilse NL: ilse.nl; iMesh: search.imesh.com; Iminent: search.iminent.com
        In.gr: find.in.gr; Inbox.com: www2.inbox.com; Incredibar: search.incredibar.com
        IncrediMail: search.incredimail.com search1.incredimail.com search2.incredimail.com
        IncrediMail: search3.incredimail.com search4.incredimail.com; Infinity Search: infinitysearch.co
        Info.com: info.com; Infoseek: infoseek.co.jp
        InfoSpace: infospace.com govome.inspsearch.com utorrent.inspsearch.com; Interia: google.interia.pl
        Izik: izik.com; Jayde: jayde.com; Johu: johu.hu; Jubii: jubii.dk; Jungle Spider: jungle-spider.de
        JungleKey: junglekey.com junglekey.fr; Junior Safe Search: juniorsafesearch.com; Juno: search.juno.com
        JWord: jwsearch.jword.jp; Jyxo: jyxo.1188.cz; K9 Safe Search: k9safesearch.com; Kadaza: kadaza.com
        Kagi: kagi.com; Karma Search: karmasearch.com karmasearch.org; Kartoo: kartoo.com; Kataweb: kataweb.it
        Kensaq: kensaq.com; Kiddle: kiddle.co; KidRex: kidrex.org; KidzSearch: kidzsearch.com
        Kingsoft: home.kingsoft.jp; Kiwee: search.kiwee.com; Km.ru: search.km.ru; Kobala: kobala.nl
        Kosmix: kosmix.com; Krstarica: krstarica.com; Kvasir: kvasir.no; La Poste: recherche.laposte.net
        La Toile du Québec: toile.com; Laban: laban.vn; Latne: latne.lv; Leit: leit.is; Lenovo: start.lenovo.com
        Leonardo: search.leonardo.it; Libero: ricerca.libero.it; Lilo: lilo.org; Liveinternet: liveinternet.ru
        Lo.st: lo.st; LookAny: lookany.com; Lookseek: search.lookseek.com; Looksmart: looksmart.com; Lukol: lukol.com
        Luna: it.luna.tv; Lycos: lycos.*; Maailm: maailm.com; Magentic: search.magentic.com; Mail.ru: go.mail.ru
        Maktoob: search.maktoob.com; Mamma: mamma.com; Marginalia: marginalia-search.com marginalia.nu
        Marsflag: marsflag.com; Mediacom: search.mediacomcable.com; Meta.ua: meta.ua; MetaCrawler: metacrawler.com
        MetaCrawler DE: s1.metacrawler.de s2.metacrawler.de s3.metacrawler.de
        MetaGer: metager.de metager.org metager2.de meta.rrzn.uni-hannover.de
        Mirago: mirago.de mirago.fr mirago.co.uk; MiroStart: ys.mirostart.com; Mojeek: mojeek.com
        Monstercrawler: monstercrawler.com; Morfeo: morfeo.centrum.cz; Mozbot: mozbot.com mozbot.fr mozbot.co.uk
        Mwmbl: mwmbl.org; Mynet: arama.mynet.com; MyPrivateSearch: myprivatesearch.com
        MyWay: search.myway.com kf.mysearch.myway.com ki.mysearch.myway.com
        MyWebSearch: mysearch.com search.mywebsearch.com; Najdi.si: najdi.si; Nan: search.nan.so
        Nana: search.nana10.co.il; Nate: search.nate.com; Nathix: nathix.de; Naver: naver.com
        Needtofind: ko.search.need2find.com; Neeva: neeva.com; NetEase: search.163.com; Neti: neti.ee
        Netlavis: netlavis.azione.jp; Netsprint: netsprint.pl; Neuf: recherche.neuf.fr
        Nifty: search.nifty.com videosearch.nifty.com search.azby.fmworld.net; Nigma: nigma.ru; o2: szukaj.o2.pl
        OceanHero: oceanhero.today; OfferBox: search.offerbox.com; Ofir: ofir.dk; Onet: onet.pl; Online.no: online.no
        OnlySearch: only-search.com; Openfind: openfind.com.tw
        Orange: lemoteur.fr busca.orange.es lemoteur.orange.fr lemoteur.ke.voila.fr; Oscobo: oscobo.com; Ozu: ozu.es
        Paperball: paperball.de; Parsijoo: parsijoo.ir; Pathfinder: search.pathfinder.gr; PChome: search.pchome.com.tw
        Peekier: peekier.com; PeoplePC: search.peoplepc.com; Petal Search: petalsearch.com; Picsearch: picsearch.com
        Plazoo: plazoo.com; PlusNetwork: plusnetwork.com; Pogodak: pogodak.ba pogodak.hr pogodak.rs pogodak.co.rs
        Poisk.Ru: poisk.ru; Presearch: presearch.com; PrivacyWall: privacywall.org; Private.sh: private.sh
        QIP: search.qip.ru; Qualigo: qualigo.at qualigo.ch qualigo.de qualigo.nl; Quendu: quendu.com; Quick: quick.cz
        Qwant: qwant.com; Rakuten: websearch.rakuten.co.jp; Rambler: rambler.ru; Rapusia: rapusia.org
        Rediff: search.rediff.com; Right Dao: rightdao.com; Road Runner: search.rr.com; Robby: robby.gr
        Romso: romso.de; SafeHomepage: searches.safehomepage.com; Sanook: search.sanook.com; Sapo: pesquisa.sapo.pt
        Scour.com: scour.com; ScrubTheWeb: scrubtheweb.com; Search Encrypt: searchencrypt.com; Search.ch: search.ch
        Search.com: search.com; Search.sunrise: search.sunrise.ch; Searchalot: searchalot.com
        SearchCanvas: searchcanvas.com; SearchCompletion: search.searchcompletion.com; SearchHippo: searchhippo.com
        SearchLock: searchlock.com; Searchmobileonline: searchmobileonline.com; SearchNZ: searchnz.co.nz
        Searchqu: searchqu.com; Searchy: searchy.co.uk; Searchya: searchya.com
        Searx: searx.be searx.info searx.me searx.tiekoetter.com
        SearXNG: baresearch.org northboot.xyz opnxng.com paulgo.io priv.au searxng.site search.inetol.net
        SearXNG: search.ononoke.org search.rhscz.eu search.sapti.me; Seesaa: search.seesaa.jp
        Sesam: sesam.no sesam.se; Setooz: bg.setooz.com da.setooz.com el.setooz.com fa.setooz.com ur.setooz.com
        Seznam: seznam.cz; Seznam Video: videa.seznam.cz
        Sharelook: sharelook.at sharelook.ch sharelook.de sharelook.fr; Shenma: m.sm.cn quark.sm.cn m.sp.sm.cn
        Sina: search.sina.com.cn; Sky: search.sky.com; Skynet: skynet.be; SM: sm.de
        SmartAddressbar: search.smartaddressbar.com; SmartShopping: search.smartshopping.com; Snap.do: search.snap.do
        So-net: so-net.ne.jp; So-net Video: video.so-net.ne.jp; Softonic: search.softonic.com; Sogou: sogou.com
        Sohu: search.sohu.com; SOL: sok.sol.no; Soso: soso.com; Speedbit: home.speedbit.com; Splut: splut.com
        Spray: lycossvar.spray.se; Sputnik: sputnik.ru; Start.no: start.no; Startab: startab.me; Startlap: startlap.hu
        Startpage: ixquick.com ixquick.de startpage.com
        Startpage: startpagel6srwcjlue4zgq3zevrujfaow726kjytqbbjyrswwmjzcqd.onion
        Startpagina: startgoogle.startpagina.nl; Startsiden: startsiden.no; Stract: stract.com; Suchbot: suchbot.de
        Suche.info: suche.info; Suchknecht: suchknecht.at; Suchmaschine.com: suchmaschine.com; Suchnase: suchnase.de
        Suddenlink: search.suddenlink.net; Supereva: search.supereva.com; Surf Canyon: surfcanyon.com
        SweetIM: search.sweetim.com; Swiggle: swiggle.org.uk; Swisscows: swisscows.com
        Sympatico: search.sympatico.msn.ca; Szukacz: szukacz.pl
        T-Online: brisbane.t-online.de navigationshilfe.t-online.de suche.t-online.de; talimba: talimba.com
        TalkTalk: talktalk.co.uk; Tarmot: tarmot.com; Tattoodle: tattoodle.com; TDC: find.tdc.dk
        Technorati: technorati.com; Teoma: teoma.com
        Terra: buscador.terra.cl buscador.terra.es buscador.terra.com.br buscador.terra.com.mx; Timway: timway.com
        Tiscali: hledani.tiscali.cz rechercher.nosica.com search-dyn.tiscali.it search.tiscali.it; Tixuma: tixuma.de
        Tom: search.tom.com; Toolbarhome: toolbarhome.com; Torry: torry.io; Toutiao Search: so.toutiao.com
        Track: track.nl; Trouvez.com: trouvez.com; TrovaRapido: trovarapido.com; Trusted Search: trusted-search.com
        TrustNav: search.trustnav.com; TUSK: tusksearch.com; Tut.by: search.tut.by; Twingly: twingly.com
        UKPlus: ukplus.co.uk; Ukr.net: search.ukr.net; Unbubble: unbubble.eu; UOL: busca.uol.com.br; URL.org: url.org
        V9: search.v9.com; Verizon: searchresults.verizon.com; Vi-view: searches.vi-view.com; Vinden: vinden.nl
        Vindex: vindex.nl
        Virgilio: mobile.virgilio.it ricerca.virgilio.it ricercaimmagini.virgilio.it ricercanews.virgilio.it
        Virgilio: ricercavideo.virgilio.it; Virgin Media: search.virginmedia.com; Vivisimo: vivisimo.com
        Vizsla: vizsla.origo.hu; Volny: web.volny.cz; Vuhuv: vuhuv.com
        Walhello: walhello.com walhello.de walhello.info walhello.nl; Walla: search.walla.com search.walla.co.il
        Web Wombat: webwombat.com.au; Web.de: suche.web.de; Web.nl: web.nl; Webalta: webalta.ru
        WebCrawler: webcrawler.com; WebFetch: webfetch.com; WebSearch: websearch.com
        Webssearches: search.webssearches.com; Wedoo: en.wedoo.com es.wedoo.com fr.wedoo.com; Wiby: wiby.me wiby.org
        Winamp: search.winamp.com; Windstream: search.windstream.net; Wirtualna Polska: szukaj.wp.pl
        WiseNut: wisenut.com; Witch: witch.de; Woopie: woopie.jp; WWW.ee: search.www.ee; X-Recherche: x-recherche.com
        Xayn: xayn.com; Xfinity: search.xfinity.com; Ya: buscador.ya.com; Yaani: yaani.com.tr; YaCy: yacy.net
        Yahoo: onesearch.com yahoo.*; Yahoo Images: images.search.yahoo.com; Yahoo Japan: yahoo.co.jp
        Yahoo Japan Images: image.search.yahoo.co.jp; Yahoo Japan Video: video.search.yahoo.co.jp
        Yahoo Video: video.search.yahoo.com; Yam: search.yam.com; Yandex: ya.ru yandex.*
        Yandex Images: images.yandex.*; Yep: yep.com; Yippy: search.yippy.com; Yisou: yisou.com; Yongzin: yongzin.com
        Yooz: yooz.ir; Youdao: youdao.com; YouGoo: yougoo.fr; ZapMeta: zapmeta.* zapmetasearch.*; Zarebin: zarebin.ir
        Zhongsou: zhongsou.com; Zoek: www3.zoek.nl; Zoeken.nl: zoeken.nl; ZoneAlarm: search.zonealarm.com
        Zoohoo: zoohoo.cz; Zoznam: zoznam.sk; Zum: search.zum.com; Zxuso: zxuso.com; 묻지마 검색: kwzf.net
        """
}
