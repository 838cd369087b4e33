import CRM

/// Asks whether an app may do what it asks for, and where.
struct ConsentPage: ConsolePage {
    static let template = "console/consent"

    let shell: Shell
    let appName: String
    let destination: String
    let errors: [FormError]
    let scopes: [Scope]
    let accounts: [Choice]
    let several: Bool
    let action = ConsentController.path
    let request: String

    struct Scope {
        let label: String
        let value: String
        let writes: Bool
    }

    struct Choice {
        let value: String
        let name: String
        let checked: Bool
    }

    init(_ frame: Frame, _ wish: AuthorizationRequest, query: String, chosen: Set<String>, isEmpty: Bool) {
        shell = Shell("Let \(wish.app.name) in", in: nil, frame)
        appName = wish.app.name
        destination = AuthorizationReply.place(of: wish.redirectURI)
        errors = isEmpty ? [FormError(text: "Choose at least one account.", fieldId: "accounts")] : []
        scopes = Token.Scope.allCases.filter(wish.scopes.contains).map {
            Scope(label: $0.label, value: $0.rawValue, writes: $0.isWriting)
        }
        several = frame.accounts.count > 1
        accounts = frame.accounts.map { account in
            Choice(
                value: account.locationID, name: account.name,
                checked: frame.accounts.count == 1 || chosen.contains(account.locationID))
        }
        request = query
    }
}

/// Says why an app's wish cannot be looked at.
struct ConsentProblemPage: ConsolePage {
    static let template = "console/consent-problem"

    let shell: Shell
    let heading: String
    let text: String

    init(_ problem: AuthorizationRequest.Problem, _ frame: Frame) {
        switch problem {
        case .app:
            heading = "This app is not known here"
            text = "No app with this client id is registered on this server. Nothing was given to anybody."
        case .redirectURI:
            heading = "This app may not send you back there"
            text =
                "The address to go back to is not one that the app was registered with. Nothing was given to anybody."
        }
        shell = Shell(heading, in: nil, frame)
    }
}
