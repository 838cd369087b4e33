import Attribution

/// Which faults of a landing a person should mend: not those that another one of the same landing explains.
enum TaggingCauses {
    static func among(_ notes: [Note]) -> [Note] {
        guard notes.count > 1 else { return notes }
        return notes.filter { note in !notes.contains { explains($0, note) } }
    }

    /// Whether mending `cause` takes `note` along.
    private static func explains(_ cause: Note, _ note: Note) -> Bool {
        switch (note.code, cause.code) {
        // What was nearly the tag of an ad is one when it is mended, whatever the medium says.
        case (.paidMedium, .misspeltValue), (.paidMedium, .capitalLetters), (.paidMedium, .deprecatedValue): true
        case (.unknownTag, .misspeltValue), (.unknownTag, .capitalLetters), (.unknownTag, .deprecatedValue),
            (.unknownTag, .paidMedium), (.unknownTag, .uncountedClickID):
            true
        case (.unknownTag, .misspeltParameter): cause.suggestion == "utm_source"
        case (.unknownTag, .unfilledPlaceholder): cause.parameter == note.parameter
        default: false
        }
    }
}
