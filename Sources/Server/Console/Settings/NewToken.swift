import CRM

/// A token as somebody asked for it.
struct NewToken {
    var name = ""
    var scopes: Set<Token.Scope> = [.readContacts]
    /// For every account instead of this one.
    var isForAgency = false
    /// Nil for one that is good until it is revoked.
    var days: Int?

    init() {}

    init(_ form: FormBody) {
        name = form.text("name") ?? ""
        scopes = Set(form.all("scopes").compactMap(Token.Scope.init(rawValue:)))
        isForAgency = form["reach"] == "agency"
        days = form.text("days").flatMap(Int.init).flatMap { Self.lifetimes.contains($0) ? $0 : nil }
    }

    /// In days.
    static let lifetimes = [30, 90, 365]

    func expiresAt(now: Milliseconds) -> Milliseconds? { days.map { now + Milliseconds($0) * .day } }

    /// Nil when it can be made.
    var problem: FormError? {
        if name.isEmpty { return FormError(text: "A token needs a name: what will use it?", fieldId: "name") }
        if scopes.isEmpty { return FormError(text: "Choose at least one thing that the token may do.") }
        return nil
    }
}
