/// Looks for what nearly changed a verdict, so that a person can mend it.
struct NearMisses {
    let arrival: Arrival
    let ruleSet: RuleSet

    /// More unknown keys than this are no slip of the pen.
    private static let keyLimit = 32

    /// The own page that was set aside as referrer.
    var selfReferral: [Note] {
        guard let host = arrival.selfReferral else { return [] }
        let text = "The referrer \(host.name) is one of the account's own domains, so it was set aside."
        return [Note(code: .selfReferral, text: text, value: host.name)]
    }

    var unreadableReferrer: [Note] {
        guard let text = arrival.unreadableReferrer else { return [] }
        let what = "The referrer \(Note.quoted(text)) is no web address (https://…), so it counts as none."
        return [Note(code: .unreadableReferrer, text: what, value: text)]
    }

    /// Unfilled placeholders count as present; a person should know all the same.
    var placeholders: [Note] {
        var seen = ParameterSet()
        return arrival.query.compactMap { pair in
            guard let parameter = pair.parameter, seen.insert(parameter),
                let placeholder = Placeholder.first(in: pair.value)
            else { return nil }
            let key = pair.key.text
            let text = "\(key) still holds \(placeholder), which the ad platform should have filled in."
            return Note(code: .unfilledPlaceholder, text: text, parameter: key, value: placeholder)
        }
    }

    var misspeltKeys: [Note] {
        var seen: Set<String> = []
        return arrival.query.lazy
            .filter { !$0.key.isEmpty && !$0.value.isEmpty && $0.parameter == nil }
            .prefix(Self.keyLimit)
            .compactMap { pair in
                guard let meant = KeySpelling.meant(by: pair.key, under: ruleSet) else { return nil }
                let key = pair.key.text
                guard seen.insert(key).inserted else { return nil }
                let text = "The parameter \(Note.inLine(key)) is unknown; perhaps \(meant) was meant."
                return Note(
                    code: .misspeltParameter, text: text, parameter: key, value: pair.value.text, suggestion: meant)
            }
    }

    /// A `utm_source` that nearly marks an ad, for a verdict that is no ad.
    var nearlyAnAdTag: [Note] {
        guard arrival.present.contains(.utmSource), let value = arrival.query.encodedValue(of: .utmSource)
        else { return [] }
        return [capitals(value) ?? deprecated(value) ?? misspelt(value) ?? misspeltSite(value)].compactMap { $0 }
    }

    /// The classic rules compare capital letters: `AdWords` is not `adwords`.
    private func capitals(_ value: EncodedText) -> Note? {
        guard let tag = AdSigns.of(ruleSet).tags.first(where: { value.contains(text: $0, ignoringCase: true) })
        else { return nil }
        let quoted = Note.quoted(value.text)
        let text = "utm_source is \(quoted); in small letters, as \(tag), it would mark an ad."
        return source(.capitalLetters, text, value, suggestion: tag)
    }

    private func deprecated(_ value: EncodedText) -> Note? {
        guard value.equalsIgnoringCase("facebook") else { return nil }
        let advice =
            switch ruleSet {
            case .classic: "a Facebook ad is tagged utm_source=fb_ad"
            case .extended: "a Facebook ad is tagged utm_source=fb_ad, or with a utm_medium such as paid_social"
            }
        return source(
            .deprecatedValue, "utm_source=facebook no longer marks an ad; \(advice).", value, suggestion: "fb_ad")
    }

    private func misspelt(_ value: EncodedText) -> Note? {
        guard let tag = ValueSpelling.meant(by: value, under: ruleSet) else { return nil }
        let text = "utm_source is \(Note.quoted(value.text)), which marks no ad; if it was one, \(tag) does."
        return source(.misspeltValue, text, value, suggestion: tag)
    }

    /// The extended rules go by the name of a site.
    private func misspeltSite(_ value: EncodedText) -> Note? {
        guard ruleSet == .extended, arrival.namedSite == nil, let site = ValueSpelling.site(meantBy: value)
        else { return nil }
        let text = "utm_source is \(Note.quoted(value.text)), which names no site; perhaps \(site) was meant."
        return source(.misspeltValue, text, value, suggestion: site)
    }

    private func source(_ code: Note.Code, _ text: String, _ value: EncodedText, suggestion: String) -> Note {
        Note(code: code, text: text, parameter: Parameter.utmSource.key, value: value.text, suggestion: suggestion)
    }
}
