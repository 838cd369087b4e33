import Testing

@testable import Attribution

@Suite("Conversions that are no web visit")
struct InteractionTests {
    @Test(
        "get their source by their kind",
        arguments: [
            (Interaction.call, Source.others, "9", "call"), (.sms, .others, "9", "sms"),
            (.email, .others, "9", "email"), (.manual, .crmUI, "10", "manual"),
            (.workflow, .crmWorkflows, "11", "workflow"), (.api, .thirdParty, "12", "api"),
            (.integration, .thirdParty, "12", "api"), (.csvImport, .thirdParty, "12", "csv_import"),
            (.whatsapp(nil), .socialMedia, "5", "whatsapp"), (.messenger(nil), .socialMedia, "5", "facebook"),
            (.instagram(nil), .socialMedia, "5", "instagram"),
            (.whatsapp(.clickID("c")), .paidSocial, "4", "whatsapp"),
            (.messenger(.adID("a")), .paidSocial, "4", "facebook"),
            (.instagram(.adID("a")), .paidSocial, "4", "instagram"),
            (.whatsapp(.clickID("")), .socialMedia, "5", "whatsapp"),
            (.messenger(.adID("null")), .socialMedia, "5", "facebook"),
        ])
    func verdict(interaction: Interaction, source: Source, rule: String, medium: String) {
        let verdict = Verdict.interaction(interaction)
        #expect(verdict.source == source)
        #expect(verdict.rule.number == rule)
        #expect(interaction.medium.rawValue == medium)
        #expect(verdict.evidence.first?.kind == .interaction)
    }

    @Test(
        "a tracked link is judged by rules 1–4 over its target's own tags, else it is Direct Traffic",
        arguments: [
            ("https://clinic.example/?utm_source=adwords", Source.paidSearch, "1"),
            ("https://clinic.example/?gclid=1", .paidSearch, "2"),
            ("https://clinic.example/?utm_source=fb_ad", .paidSocial, "4"),
            ("https://clinic.example/?ctwa_clid=1", .paidSocial, "4"),
            ("https://clinic.example/?utm_source=newsletter", .direct, "8"),
            ("https://clinic.example/", .direct, "8"), ("", .direct, "8"),
        ])
    func triggerLink(target: String, source: Source, rule: String) {
        let verdict = Classifier().classifyTriggerLink(target: target)
        #expect(verdict.source == source)
        #expect(verdict.rule.number == rule)
    }

    @Test("the click of a tracked link is no visit, so own rules do not look at it")
    func triggerLinkAndOwnRules() {
        let everything = OwnRule(name: "All", conditions: [OwnCondition(.landingPath, .present)], source: .referral)
        let verdict = Classifier(RuleBook(.classic, ownRules: [everything])).classifyTriggerLink(target: "/?gclid=1")
        #expect(verdict.source == .paidSearch)
        #expect(verdict.rule.number == "2")
    }
}
