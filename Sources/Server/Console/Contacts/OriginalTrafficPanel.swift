import Attribution

/// The second view: how the visitor came the very first time.
struct OriginalTrafficPanel {
    let sentence: String
    /// Why the view and First disagree.
    let note: String?
    let fields: [Field]

    struct Field: Equatable {
        let label: String
        let value: String?
    }

    private static let paidChannels: Set<OriginalChannel> = [.paidSearch, .paidSocial]
    private static let paidSources: Set<Source> = [.paidSearch, .paidSocial]

    /// - Parameter first: the source of the First attribution, when there is one.
    init(_ original: OriginalTraffic, first: Source?, timeZone: String?) {
        sentence = "From the first page this visitor ever opened. Written once, when the contact was created."
        note =
            !Self.paidChannels.contains(original.channel) && first.map(Self.paidSources.contains) == true
            ? "This view looks at utm_medium alone: an ad counts as paid here only when the medium says so "
                + "(cpc, ppc, paid…)." : nil
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
