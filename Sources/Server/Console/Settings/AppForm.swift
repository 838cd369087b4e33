import CRM

/// An app as a form says it.
struct AppForm {
    var name = ""
    var redirectURIs: [String] = []
    var scopes: Set<Token.Scope> = [.readContacts]
    var isConfidential = true

    init() {}

    init(_ form: FormBody) {
        name = form.text("name") ?? ""
        redirectURIs = form.lines("redirectURIs")
        scopes = Set(form.all("scopes").compactMap(Token.Scope.init(rawValue:)))
        isConfidential = form["kind"] != "public"
    }

    init(_ app: OAuthApp) {
        name = app.name
        redirectURIs = app.redirectURIs
        scopes = app.scopes
        isConfidential = app.isConfidential
    }

    var wish: AppWish { AppWish(name: name, redirectURIs: redirectURIs, scopes: scopes) }
}

/// The controls that a new app and a known one have in common, as `console/app-fields` shows them.
struct AppFields {
    let nameText: String?
    let redirectText: String
    let scopeGroups: [ScopeGroup]

    init(_ form: AppForm) {
        nameText = form.name.isEmpty ? nil : form.name
        redirectText = form.redirectURIs.joined(separator: "\n")
        scopeGroups = ScopeGroup.all(form.scopes)
    }
}

extension FormError {
    init(_ error: AppError) {
        let field: String? =
            switch error {
            case .name: "name"
            case .redirectURI, .redirectURIs: "redirectURIs"
            case .scopes: nil
            }
        self.init(text: error.description, fieldId: field)
    }
}
