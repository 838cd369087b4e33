extension LensDifference {
    /// What Headwater takes as proof of an ad, and another lens does not read.
    static let adsOfHeadwater: [LensDifference] = [
        LensDifference("Click ID of an ad") { contrast in
            guard let side = contrast.headwater, side.answer.isByClickID else { return nil }
            return contrast.ga4 == nil
                ? "\(side.lens.name) takes the click ID of an ad platform as proof of an ad; the original channels read no "
                    + "click ID, and call a visit paid only when utm_medium says so."
                : "\(side.lens.name) takes the click ID of any ad platform as proof of an ad; GA4 knows Google’s own alone, "
                    + "and else goes by utm_medium."
        },
        LensDifference("Ad tag") { contrast in
            guard let side = contrast.headwater, side.answer.isByAdTag else { return nil }
            return "\(side.lens.name) reads the ad tag in utm_source (adwords, fb_ad and the like); "
                + "\(contrast.other(than: side.lens)) knows no such tags: it wants a site’s name in utm_source and a paid "
                + "word in utm_medium."
        },
        LensDifference("Tagged link on Google") { contrast in
            guard let side = contrast.headwater, side.answer.rule == .taggedOnGoogle,
                !contrast.opposite(side.lens).answer.isPaid
            else { return nil }
            return "\(side.lens.name) counts every tagged link on Google search as an ad; "
                + "\(contrast.other(than: side.lens)) wants a paid word in utm_medium."
        },
        LensDifference("Social app without a referrer") { contrast in
            guard let side = contrast.headwater, side.answer.rule == .socialApp else { return nil }
            return "\(side.lens.name) recognises a social app that sends no referrer; "
                + "\(contrast.other(than: side.lens)) looks at neither the browser nor fbclid."
        },
    ]

    /// What only GA4 takes into account.
    static let signsOfGA4: [LensDifference] = [
        LensDifference("Campaign name") { contrast in
            guard let side = contrast.ga4, let traffic = side.answer.traffic else { return nil }
            let isByName =
                contrast.has(.ga4(.crossNetwork))
                || ((contrast.has(.ga4(.paidShopping)) || contrast.has(.ga4(.organicShopping)))
                    && traffic.kind != .shopping)
            guard isByName else { return nil }
            return "GA4 reads the name of the campaign: “cross-network” or “shop” in it chooses the channel; "
                + "\(contrast.other(than: .ga4)) does not look at names of campaigns."
        },
        LensDifference("Click ID of a display ad") { contrast in
            guard contrast.ga4?.answer.traffic?.origin == .displayClickID else { return nil }
            return
                "GA4 takes dclid for a click on a display ad; for \(contrast.other(than: .ga4)) it says nothing about "
                + "the source."
        },
        LensDifference("AI assistant") { contrast in
            guard contrast.has(.ga4(.aiAssistant)) else { return nil }
            return
                "GA4 has a channel of its own for the AI assistants it recognises; for \(contrast.other(than: .ga4)) an "
                + "assistant is a referring website."
        },
        LensDifference("Shop") { contrast in
            guard contrast.has(.ga4(.organicShopping)) else { return nil }
            return
                "GA4 has a channel of its own for shops; for \(contrast.other(than: .ga4)) a shop is a website like any "
                + "other."
        },
    ]
}

extension LensAnswer {
    fileprivate var isByClickID: Bool {
        if case .clickID = decision?.finding { true } else { false }
    }

    fileprivate var isByAdTag: Bool {
        if case .adTag = decision?.finding { true } else { false }
    }
}
