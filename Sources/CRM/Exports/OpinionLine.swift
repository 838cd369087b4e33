/// A second opinion in an export: an object in JSON Lines, one text in CSV.
struct OpinionLine: Encodable {
    private let opinion: SecondOpinion

    init(_ opinion: SecondOpinion) { self.opinion = opinion }

    /// `Referrals (Podcasts), rule own 1, revision 3`.
    var text: String {
        let finer = opinion.subLabel.map { " (\($0))" } ?? ""
        return "\(opinion.source.label)\(finer), rule \(opinion.ruleNumber), revision \(opinion.revision)"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: LineKey.self)
        try container.encode(opinion.source.label, forKey: "sessionSource")
        try container.encode(opinion.subLabel, forKey: "subLabel")
        try container.encode(opinion.ruleNumber, forKey: "rule")
        try container.encode(opinion.revision, forKey: "revision")
    }
}
