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
        case .uncountedClickID, .taggedOnGoogle, .selfReferral, .carriedOver:
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
    /// A landing is tagged with a handful of parameters; those beyond are no slip of the pen.
    private static let taggedPairs = 16

    /// What an own rule waits for, where the landing has it but for a letter or two.
    private var ownRuleCorrections: [LandingEdit] {
        classifier.rules.ownRules.flatMap(\.conditions).flatMap { condition -> [LandingEdit] in
            guard case .parameter(let key) = condition.subject, !condition.isNegated else { return [] }
            return url.pairs.prefix(Self.taggedPairs).compactMap { correction(of: $0, to: key, condition) }
        }
    }

    private func correction(
        of pair: EditableURL.Pair, to key: String, _ condition: OwnCondition
    ) -> LandingEdit? {
        guard pair.key.lowercased() == key.lowercased() else {
            return Self.isNear(pair.key, key) ? correctingKey(of: pair, to: key) : nil
        }
        let isLiteral = condition.comparison != .matches && condition.comparison != .present
        return isLiteral && Self.isNear(pair.value, condition.value)
            ? correctingValue(of: pair, to: condition.value) : nil
    }

    /// Whether two texts differ by a letter or two.
    private static func isNear(_ written: String, _ meant: String) -> Bool {
        let (written, meant) = (written.lowercased(), meant.lowercased())
        guard written != meant, 4...40 ~= written.utf8.count, 4...40 ~= meant.utf8.count else { return false }
        return Vocabulary([meant]).nearest(to: Array(written.utf8)) != nil
    }
}
