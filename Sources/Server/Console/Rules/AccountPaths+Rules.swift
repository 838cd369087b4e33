import CRM

/// The addresses of the pages of rules.
extension AccountPaths {
    var rules: String { root + "/rules" }
    var ruleOrder: String { rules + "/order" }
    var rulesExport: String { rules + "/export" }

    var ruleDraft: String { rules + "/draft" }
    var ruleDraftOrder: String { ruleDraft + "/order" }
    var ruleDraftExport: String { ruleDraft + "/export" }
    var ruleDraftDiscard: String { ruleDraft + "/discard" }
    var newDraftRule: String { ruleDraft + "/rules/new" }
    /// - Parameter number: the rule's place among the own rules, from 1.
    func draftRule(_ number: Int) -> String { "\(ruleDraft)/rules/\(number)" }
    var ruleImport: String { rules + "/import" }

    var ruleTest: String { rules + "/test" }

    var ruleReplays: String { rules + "/replays" }
    func ruleReplay(_ id: ReplayID) -> String { ruleReplays + "/" + ConsolePath.escaped(id.rawValue) }

    var ruleRevisions: String { rules + "/revisions" }
    func ruleRevision(_ number: Int) -> String { "\(ruleRevisions)/\(number)" }
}
