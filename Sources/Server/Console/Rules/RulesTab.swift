/// The pages of the account's rules, as tabs.
enum RulesTab: CaseIterable {
    case current, draft, test, history

    private var label: String {
        switch self {
        case .current: "In force"
        case .draft: "Draft"
        case .test: "Test"
        case .history: "History"
        }
    }

    private func href(_ paths: AccountPaths) -> String {
        switch self {
        case .current: paths.rules
        case .draft: paths.ruleDraft
        case .test: paths.ruleTest
        case .history: paths.ruleRevisions
        }
    }

    /// The draft is for those who may change it.
    func links(_ frame: Frame, _ paths: AccountPaths) -> [Link] {
        Self.allCases.filter { $0 != .draft || frame.isAdmin }
            .map { Link($0.label, $0.href(paths), current: $0 == self) }
    }
}
