import CRM

/// The test box with its answer.
struct RuleTestPage: ConsolePage {
    static let template = "console/rules-test"

    let shell: Shell
    let tabs: [Link]
    let action: String
    let url: Address
    let referrerText: String?
    let userAgentText: String?
    let books: [BookChoice]
    let answer: RuleAnswer?
    let problem: String?

    struct Address {
        let value: String?
        let error: String?
    }

    struct BookChoice {
        let value: String
        let label: String
        let checked: Bool
    }

    init(_ frame: Frame, _ paths: AccountPaths, _ form: RuleTestForm, _ part: RuleAnswerPart, hasDraft: Bool) {
        shell = Shell("Test a visit", in: .rules, frame)
        tabs = RulesTab.test.links(frame, paths)
        action = paths.ruleTest
        url = Address(value: form.url.nonBlank, error: part.problem)
        referrerText = form.referrer.nonBlank
        userAgentText = form.userAgent.nonBlank
        let current = !hasDraft || form.book == .current
        books = [
            BookChoice(value: RuleTestForm.Book.current.rawValue, label: "The rules in force", checked: current),
            hasDraft
                ? BookChoice(value: RuleTestForm.Book.draft.rawValue, label: "The draft", checked: !current) : nil,
        ].compactMap { $0 }
        answer = part.answer
        problem = part.problem
    }
}
