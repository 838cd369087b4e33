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
    let reaches: [FieldControl.Option]
    let lifetimes: [FieldControl.Option]
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
        /// It opens every account.
        let agency: Bool
        let expiry: String?
        let revokeHref: String
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
                name: token.name,
                scopesText: Token.Scope.allCases.filter(token.scopes.contains).map(\.label).joined(separator: ", "),
                created: frame.clock.date(token.createdAt), lastUsed: token.lastUsedAt.map { frame.clock.ago($0) },
                agency: token.account == nil, expiry: token.expiresAt.map { Self.expiry($0, frame) },
                revokeHref: paths.token(token.id) + "/revoke")
        }
        createAction = paths.tokens
        nameText = draft.name.isEmpty ? nil : draft.name
        scopeGroups = ScopeGroup.all(draft.scopes)
        reaches = [
            FieldControl.Option(value: "account", label: "This account", selected: !draft.isForAgency),
            FieldControl.Option(
                value: "agency", label: "Every account, also those to come", selected: draft.isForAgency),
        ]
        lifetimes =
            [FieldControl.Option(value: "", label: "Until it is revoked", selected: draft.days == nil)]
            + NewToken.lifetimes.map {
                FieldControl.Option(value: "\($0)", label: "For \($0) days", selected: draft.days == $0)
            }
        baseUrl = publicURL.text
    }

    private static func expiry(_ moment: Milliseconds, _ frame: Frame) -> String {
        moment <= frame.now ? "Expired \(frame.clock.date(moment))" : "Expires \(frame.clock.date(moment))"
    }
}
