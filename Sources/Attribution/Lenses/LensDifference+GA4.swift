extension LensDifference {
    /// Between a rule set of Headwater and GA4.
    static let ofHeadwaterAndGA4: [LensDifference] =
        [letters] + signsOfGA4 + adsOfHeadwater + [
            LensDifference("Words for paid") { contrast in
                guard let side = contrast.headwater, side.lens == .extended,
                    let google = contrast.ga4, let traffic = google.answer.traffic, traffic.origin == .tags
                else { return nil }
                let isOnlyPaidHere = side.answer.isByPaidTags && !google.answer.isPaid
                let isOnlyPaidThere =
                    google.answer.isPaid && !side.answer.isPaid && !MediumMeaning.saysPaid(traffic.medium)
                return isOnlyPaidHere || isOnlyPaidThere
                    ? "Both read utm_medium, but their words for paid differ." : nil
            },
            LensDifference("Paid medium") { contrast in
                guard let side = contrast.headwater, let google = contrast.ga4, google.answer.isPaid,
                    !side.answer.isPaid
                else { return nil }
                return side.lens == .classic
                    ? "GA4 calls a visit paid when utm_medium says so; classic goes by ad tags and click IDs, and does not "
                        + "read utm_medium."
                    : "GA4 calls every visit with a paid medium an ad; extended does so only where a known search or "
                        + "social site is named."
            },
            tagsBeforeReferrer,
            LensDifference("Channel for the medium") { contrast in
                guard let side = contrast.headwater, side.answer.label == .source(.others),
                    contrast.ga4?.answer.traffic?.origin == .tags
                else { return nil }
                return
                    "GA4 finds a channel in utm_source or utm_medium; \(side.lens.name) has no label for it, and calls "
                    + "a tagged visit without a referring site Others."
            },
            LensDifference("Tags that GA4 does not group by") { contrast in
                guard let side = contrast.headwater, side.answer.label == .source(.others),
                    contrast.ga4?.answer.traffic?.origin == .nothing
                else { return nil }
                return "\(side.lens.name) counts utm_content and utm_term as tags; GA4 chooses no channel by them."
            },
        ]

    /// Between GA4 and the original channels.
    static let ofGA4AndOriginal: [LensDifference] =
        signsOfGA4 + [
            LensDifference("Google’s click ID") { contrast in
                guard case .googleClickID = contrast.ga4?.answer.traffic?.origin else { return nil }
                return
                    "Google’s click ID makes the visit google / cpc for GA4; the original channels read no click ID, and "
                    + "call a visit paid only when utm_medium says so."
            },
            LensDifference("Words for e-mail") { contrast in
                guard contrast.has(.ga4(.email)) || contrast.has(.original(.emailMarketing)) else { return nil }
                return
                    "The original channels look for e-mail or newsletter anywhere in utm_medium, before anything else; "
                    + "GA4 wants “email” as the whole medium or source, and looks at the site first."
            },
            LensDifference("Paid") { contrast in
                guard let google = contrast.ga4, let original = contrast.original,
                    google.answer.isPaid != original.answer.isPaid
                else { return nil }
                return
                    "Both go by utm_medium, but their words for paid differ, and the original channels know paid search "
                    + "and paid social alone."
            },
            tagsBeforeReferrer,
            LensDifference("Channel for the medium") { contrast in
                guard let google = contrast.ga4, contrast.has(.original(.otherCampaign)),
                    google.answer.traffic?.origin == .tags
                else { return nil }
                return "GA4 finds a channel in the medium; the original channels have none for it."
            },
            LensDifference("Campaign without a source") { contrast in
                guard contrast.has(.original(.directTraffic)) else { return nil }
                return "The original channels see a campaign only where utm_source is; GA4 takes utm_medium and "
                    + "utm_campaign for tags too."
            },
        ]

    /// GA4 looks at the referrer of untagged visits alone.
    private static let tagsBeforeReferrer = LensDifference("Tags before the referrer") { contrast in
        guard contrast.ga4?.answer.traffic?.origin == .tags, contrast.arrival().referrer != nil else { return nil }
        return
            "GA4 goes by the tags alone as soon as there are any; \(contrast.other(than: .ga4)) looks at the referring "
            + "site all the same."
    }
}

extension LensAnswer {
    /// Whether `utm_medium` says paid to Headwater, and `utm_source` names the site.
    fileprivate var isByPaidTags: Bool {
        if case .paidOnNamedSite = decision?.finding { true } else { false }
    }
}
