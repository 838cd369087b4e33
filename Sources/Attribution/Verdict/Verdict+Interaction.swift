extension Verdict {
    /// The verdict on a conversion that is no web visit.
    public static func interaction(_ interaction: Interaction, rules: RuleBook = .classic) -> Verdict {
        let (source, rule) = interaction.ruling
        let what = Evidence(kind: .interaction, name: interaction.evidenceName, value: nil)
        return Verdict(
            source: source,
            rule: rule,
            evidence: [what] + interaction.adEvidence,
            platform: interaction.platform,
            rules: rules,
            catalogueVersion: ReferrerCatalogue.standard.version
        )
    }
}

extension Interaction {
    fileprivate var ruling: (Source, RuleReference) {
        switch self {
        case .call, .sms, .email:
            (.others, RuleReference(number: "9", name: "Call, text message or e-mail"))
        case .whatsapp, .messenger, .instagram:
            adEvidence.isEmpty
                ? (.socialMedia, RuleReference(number: "5", name: "Message on a social channel"))
                : (.paidSocial, RuleReference(number: "4", name: "Message that answers a social ad"))
        case .manual:
            (.crmUI, RuleReference(number: "10", name: "Created by hand"))
        case .workflow:
            (.crmWorkflows, RuleReference(number: "11", name: "Created or changed by a workflow"))
        case .api, .integration, .csvImport:
            (.thirdParty, RuleReference(number: "12", name: "Created through the API or an integration"))
        }
    }

    /// The name under which the evidence says what happened.
    fileprivate var evidenceName: String {
        switch self {
        case .messenger: "messenger"
        case .integration: "integration"
        default: medium.rawValue
        }
    }

    fileprivate var platform: String? {
        switch self {
        case .whatsapp: "WhatsApp"
        case .messenger: "Messenger"
        case .instagram: "Instagram"
        default: nil
        }
    }

    /// The ad that a message answers; an empty id is none.
    fileprivate var adEvidence: [Evidence] {
        guard let ad, let value = FieldText.field(ad.id) else { return [] }
        return [Evidence(kind: .parameter, name: ad.parameter.key, value: value.text)]
    }
}
