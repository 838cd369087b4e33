import CRM

/// A token as somebody asked for it.
struct NewToken {
    var name = ""
    var scopes: Set<Token.Scope> = [.readContacts]

    init() {}

    init(_ form: FormBody) {
        name = form.text("name") ?? ""
        scopes = Set(form.all("scopes").compactMap(Token.Scope.init(rawValue:)))
    }

    /// Nil when it can be made.
    var problem: FormError? {
        if name.isEmpty { return FormError(text: "A token needs a name: what will use it?", fieldId: "name") }
        if scopes.isEmpty { return FormError(text: "Choose at least one thing that the token may do.") }
        return nil
    }
}
