import CRM

/// The scopes to choose from: reading beside writing.
struct ScopeGroup {
    let label: String
    let scopes: [Scope]

    struct Scope {
        let value: String
        let label: String
        let checked: Bool
    }

    /// - Parameter chosen: those that are checked.
    static func all(_ chosen: Set<Token.Scope>) -> [ScopeGroup] {
        [("It may read", false), ("It may change", true)].map { label, isWriting in
            ScopeGroup(
                label: label,
                scopes: Token.Scope.allCases.filter { $0.isWriting == isWriting }.map {
                    Scope(value: $0.rawValue, label: $0.label, checked: chosen.contains($0))
                })
        }
    }
}
