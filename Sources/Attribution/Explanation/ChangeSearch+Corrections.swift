extension ChangeSearch {
    /// What stands there, written as it was probably meant: every note that knows better, and the own rules.
    var corrections: [LandingEdit] { verdict.notes.compactMap(correction) + ownRuleCorrections }

    private func correction(_ note: Note) -> LandingEdit? {
        guard let key = note.parameter, let pair = url.pairs.first(where: { isNoted($0, key) }) else { return nil }
        switch note.code {
        case .misspeltParameter:
            guard let meant = note.suggestion else { return nil }
            return correctingKey(of: pair, to: meant)
        case .capitalLetters:
            let small = String(decoding: pair.value.utf8.map(\.asciiLowercased), as: UTF8.self)
            return correctingValue(of: pair, to: small)
        case .deprecatedValue, .misspeltValue:
            return note.suggestion.map { correctingValue(of: pair, to: $0) }
        case .unfilledPlaceholder:
            return note.value.flatMap { filling($0, in: pair) }
        case .paidMedium:
            guard let tag = note.suggestion, AdSigns.of(ruleSet).tags.contains(tag),
                let source = self.pair(Parameter.utmSource.key)
            else { return nil }
            return correctingValue(of: source, to: tag)
        case .unknownTag:
            return note.suggestion.map { correctingValue(of: pair, to: $0) }
        case .uncountedClickID, .taggedOnGoogle, .selfReferral, .unreadableReferrer, .carriedOver:
            return nil
        }
    }

    /// Notes keep keys shortened.
    private func isNoted(_ pair: EditableURL.Pair, _ key: String) -> Bool { isKey(Note.shortened(pair.key), key) }

    private func correctingKey(of pair: EditableURL.Pair, to key: String) -> LandingEdit {
        edit(.correctKey, pair.key, from: pair.key, to: key, url: url.replacingKey(of: pair, with: key))
    }

    private func filling(_ placeholder: String, in pair: EditableURL.Pair) -> LandingEdit? {
        guard let place = pair.value.firstRange(of: placeholder) else { return nil }
        var value = pair.value
        value.replaceSubrange(place, with: Self.plausible(placeholder, in: pair.key.lowercased()))
        return edit(
            .fillPlaceholder(placeholder), pair.key, from: pair.value, to: value,
            url: url.replacingValue(of: pair, with: value))
    }

    /// What the ad platform might have written: doubled braces are Meta's, single ones those of Google and Microsoft.
    private static func plausible(_ placeholder: String, in key: String) -> String {
        switch (placeholder, key) {
        case ("{{site_source_name}}", _): "fb"
        case (_, "utm_source"): placeholder.hasPrefix("{{") ? "facebook" : "google"
        case (_, "utm_medium"): "cpc"
        default: "1"
        }
    }
}

extension ChangeSearch {
    private var ownRuleCorrections: [LandingEdit] {
        OwnRuleSlips.first(in: url.pairs, for: classifier.rules.ownRules).map { slip in
            let pair = url.pairs[slip.pair]
            return slip.isKey ? correctingKey(of: pair, to: slip.meant) : correctingValue(of: pair, to: slip.meant)
        }
    }
}
