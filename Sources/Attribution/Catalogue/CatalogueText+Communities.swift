extension CatalogueText {
    /// Servers of the open networks, each host a community of its own.
    static let communities = """
        Friendica: friendica.eu friendica.me opensocial.at venera.social
        Lemmy: aussie.zone beehaw.org discuss.online feddit.de feddit.dk feddit.it feddit.nl feddit.org
        Lemmy: feddit.uk hexbear.net infosec.pub jlai.lu lemm.ee lemmings.world lemmy.ca lemmy.ml lemmy.nz
        Lemmy: lemmy.one lemmy.today lemmy.world lemmy.zip lemmygrad.ml mander.xyz midwest.social
        Lemmy: programming.dev reddthat.com slrpnk.net sopuli.xyz startrek.website szmer.info ttrpg.network
        Lemmy: discuss.tchncs.de lemmy.blahaj.zone lemmy.dbzer0.com lemmy.sdf.org sh.itjust.works
        Mastodon: astrodon.social aus.social beige.party berlin.social best-friends.chat bildung.social
        Mastodon: bitcoinhackers.org bonn.social botsin.space c.im chaos.social climatejustice.social
        Mastodon: cyberplace.social cybre.space defcon.social det.social dice.camp digitalcourage.social
        Mastodon: disabled.social dresden.network ecoevo.social eldritch.cafe federate.social fedibird.com
        Mastodon: fediscience.org fediverse.one fosstodon.org framapiaf.org freiburg.social friends.nico
        Mastodon: front-end.social functional.cafe genomic.social graphics.social hachyderm.io hessen.social
        Mastodon: historians.social hostux.social indieweb.social infosec.exchange ioc.exchange journa.host
        Mastodon: kolektiva.social layer8.space livellosegreto.it mamot.fr mas.to masto.ai masto.bike masto.es
        Mastodon: masto.nu masto.pt mastodon-japan.net mastodon.art mastodon.at mastodon.au mastodon.cloud
        Mastodon: mastodon.coffee mastodon.de mastodon.energy mastodon.eus mastodon.green mastodon.ie
        Mastodon: mastodon.nl mastodon.nu mastodon.nz mastodon.online mastodon.radio mastodon.scot
        Mastodon: mastodon.social mastodon.technology mastodon.top mastodon.uno mastodon.world mastodon.xyz
        Mastodon: mastodonapp.uk mastodont.cat mathstodon.xyz med-mastodon.com merveilles.town metalhead.club
        Mastodon: mstdn.business mstdn.ca mstdn.io mstdn.jp mstdn.party mstdn.plus mstdn.social muenchen.social
        Mastodon: newsie.social noc.social norden.social nrw.social octodon.social ohai.social oldbytes.space
        Mastodon: openbiblio.social pawoo.net photog.social phpc.social piaille.fr planet.moe poliversity.it
        Mastodon: qoto.org quey.org respublicae.eu ruby.social ruhr.social scholar.social sfba.social
        Mastodon: sigmoid.social snabelen.no social.coop sueden.social sunny.garden tech.lgbt techhub.social
        Mastodon: theblower.au tkm.eus todon.eu todon.nl toot.cafe toot.community toot.io toot.wales troet.cafe
        Mastodon: typo.social universeodon.com urbanists.social ursal.zone vis.social vmst.io vocalodon.net
        Mastodon: wandering.shop weirder.earth writing.exchange zirk.us c18.masto.host mastodon.bida.im
        Mastodon: mastodon.com.br mastodon.gamedev.place mastodon.sdf.org mastodon.zaclys.com social.anoxinon.de
        Mastodon: social.linux.pizza social.tchncs.de social.vivaldi.net social.network.europa.eu
        Mbin: fedia.io kbin.run kbin.social
        Misskey: misskey.art misskey.cloud misskey.design misskey.io nijimiss.moe sushi.ski; PieFed: piefed.social
        Pixelfed: metapixl.com pixelfed.art pixelfed.au pixelfed.ca pixelfed.de pixelfed.eus pixelfed.fr
        Pixelfed: pixelfed.social pixelfed.uno pixey.org pxlmo.com pix.toot.wales
        """
}
