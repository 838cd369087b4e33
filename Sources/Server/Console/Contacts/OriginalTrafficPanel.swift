import Attribution

/// The second view: how the visitor came the very first time.
struct OriginalTrafficPanel {
    let sentence: String
    let fields: [Field]

    struct Field: Equatable {
        let label: String
        let value: String?
    }

    init(_ original: OriginalTraffic, timeZone: String?) {
        sentence = "From the first page this visitor ever opened. Written once, when the contact was created."
        fields = [
            Field(label: "Channel", value: original.channel.label),
            Field(label: "Campaign", value: original.campaign),
            Field(label: "Medium", value: original.medium),
            Field(label: "Source", value: original.source),
            Field(label: "Term", value: original.term),
            Field(label: "Referrer", value: original.referrer),
            Field(label: "Time zone", value: timeZone),
        ]
    }
}
