extension LensDifference {
    /// Between a rule set of Headwater and the original channels.
    static let ofHeadwaterAndOriginal: [LensDifference] =
        [
            letters,
            LensDifference("E-mail") { contrast in
                guard contrast.has(.original(.emailMarketing)), let side = contrast.headwater else { return nil }
                return "The original channels look for e-mail or newsletter in utm_medium before anything else; "
                    + "\(side.lens.name) has no label for e-mail."
            },
        ] + adsOfHeadwater + [
            LensDifference("Paid medium") { contrast in
                guard let side = contrast.headwater, let original = contrast.original, original.answer.isPaid,
                    !side.answer.isPaid
                else { return nil }
                return side.lens == .classic
                    ? "The original channels call a visit paid when utm_medium says so; classic goes by ad tags and click "
                        + "IDs, and does not read utm_medium."
                    : "The original channels take a paid medium for an ad on any known site, the one that referred first; "
                        + "extended asks the site that utm_source names first."
            },
            LensDifference("Site named by the tag") { contrast in
                guard let side = contrast.headwater, let original = contrast.original,
                    [.original(.organicSearch), .original(.organicSocial)].contains(original.answer.label),
                    contrast.arrival().present.contains(.utmSource)
                else { return nil }
                return side.lens == .classic
                    ? "The original channels let utm_source name the site; classic goes by the referring site alone."
                    : "The original channels let utm_source name the site, whatever utm_medium says and whoever referred; "
                        + "extended does so only with a fitting utm_medium, after the referring site."
            },
            LensDifference("Campaign without a source") { contrast in
                guard let side = contrast.headwater, contrast.has(.original(.directTraffic)) else { return nil }
                return
                    "The original channels see a campaign only where utm_source is; \(side.lens.name) counts all five "
                    + "utm_* tags."
            },
        ]
}
