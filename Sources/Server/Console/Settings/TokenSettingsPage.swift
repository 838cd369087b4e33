import CRM

/// The private integration tokens of programs.
struct TokenSettingsPage: ConsolePage {
    static let template = "console/settings-tokens"

    let shell: Shell
    let tabs: [Link]
    let errors: [FormError]
    let created: Created?
    let tokens: [Line]
    let createAction: String
    let nameText: String?
    let scopeGroups: [ScopeGroup]
    let baseUrl: String

    /// A new token, shown once.
    struct Created {
        let token: String
        let name: String
    }

    struct Line {
        let name: String
        let scopesText: String
        let created: String
        let lastUsed: String?
        let revokeHref: String
    }

    struct ScopeGroup {
        let label: String
        let scopes: [Scope]
    }

    struct Scope {
        let value: String
        let label: String
        let checked: Bool
    }

    init(
        _ frame: Frame, _ paths: AccountPaths, _ all: [Token], publicURL: PublicURL, created: Created? = nil,
        draft: NewToken = NewToken(), problem: FormError? = nil
    ) {
        shell = SettingsTab.tokens.shell(frame)
        tabs = SettingsTab.tokens.links(frame, paths)
        errors = [problem].compactMap { $0 }
        self.created = created
        tokens = all.map { token in
            Line(
                name: token.name, scopesText: token.scopes.map(\.label).sorted().joined(separator: ", "),
                created: frame.clock.date(token.createdAt), lastUsed: token.lastUsedAt.map { frame.clock.ago($0) },
                revokeHref: paths.token(token.id) + "/revoke")
        }
        createAction = paths.tokens
        nameText = draft.name.isEmpty ? nil : draft.name
        scopeGroups = [
            ScopeGroup(
                label: "It may",
                scopes: Token.Scope.allCases.map {
                    Scope(value: $0.rawValue, label: $0.label, checked: draft.scopes.contains($0))
                })
        ]
        baseUrl = publicURL.text
    }
}
