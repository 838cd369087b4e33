import Attribution
import CRM

/// What an administrator works on: the draft, or what is live until a draft is begun.
struct RuleDesk {
    let draft: RuleDraft?
    let current: RuleBook

    var book: RuleBook { draft?.book ?? current }
    /// Names the state that a page shows; "" before there is a draft.
    var base: String { draft?.version.rawValue ?? "" }
    var isUnchanged: Bool { book.ruleSet == current.ruleSet && book.ownRules == current.ownRules }

    /// The state of the draft that a form was made from.
    static func base(_ form: FormBody) -> RuleDraftVersion? {
        form.text("base").map(RuleDraftVersion.init(rawValue:))
    }
}
