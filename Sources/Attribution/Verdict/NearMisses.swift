/// Looks for what nearly changed a verdict, so that a person can mend it.
enum NearMisses {
    /// More unknown keys than this are no slip of the pen.
    private static let keyLimit = 32

    static func notes(on arrival: Arrival, chosen source: Source) -> [Note] {
        selfReferral(arrival) + placeholders(arrival) + misspeltKeys(arrival)
            + (source.isPaid ? [] : capitals(arrival) + deprecatedValue(arrival))
    }

    private static func selfReferral(_ arrival: Arrival) -> [Note] {
        guard let host = arrival.selfReferral else { return [] }
        let text = "The referrer \(host.name) is one of the account's own domains, so it was set aside."
        return [Note(code: .selfReferral, text: text)]
    }

    /// Unfilled placeholders count as present; a person should know all the same.
    private static func placeholders(_ arrival: Arrival) -> [Note] {
        Parameter.allCases.compactMap { parameter in
            guard arrival.present.contains(parameter), let value = arrival.query[parameter],
                let placeholder = Placeholder.first(in: value)
            else { return nil }
            let text = "\(parameter.key) still holds \(placeholder), which the ad platform should have filled in."
            return Note(code: .unfilledPlaceholder, text: text)
        }
    }

    private static func misspeltKeys(_ arrival: Arrival) -> [Note] {
        var seen: Set<String> = []
        return arrival.query.lazy
            .filter { !$0.key.isEmpty && !$0.value.isEmpty && Parameter(key: $0.key) == nil }
            .prefix(keyLimit)
            .compactMap { pair in
                guard let meant = KeySpelling.meant(by: pair.key) else { return nil }
                let key = FieldText.shortened(pair.key.text)
                guard seen.insert(key).inserted else { return nil }
                let text = "The parameter \(key) is unknown; perhaps \(meant.key) was meant."
                return Note(code: .misspeltParameter, text: text)
            }
    }

    /// The classic rules compare capital letters: `AdWords` is not `adwords`.
    private static func capitals(_ arrival: Arrival) -> [Note] {
        guard let value = arrival.query.encodedValue(of: .utmSource),
            let tag = (AdTag.search + AdTag.social).first(where: { value.contains(text: $0.text, ignoringCase: true) })
        else { return [] }
        let text = "utm_source is \(quoted(value.text)); in small letters, as \(tag.text), it would mark an ad."
        return [Note(code: .capitalLetters, text: text)]
    }

    private static func deprecatedValue(_ arrival: Arrival) -> [Note] {
        guard let value = arrival.query.encodedValue(of: .utmSource), value.equalsIgnoringCase("facebook")
        else { return [] }
        let text = "utm_source=facebook no longer marks an ad; a Facebook ad is tagged utm_source=fb_ad."
        return [Note(code: .deprecatedValue, text: text)]
    }

    static func quoted(_ value: String) -> String {
        "“\(FieldText.withoutNUL(String(value.prefix(scalars: 80))))”"
    }
}
