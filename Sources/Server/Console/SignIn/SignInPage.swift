/// Where people sign in.
struct SignInPage: ConsolePage {
    static let template = "console/sign-in"

    let shell: PlainShell
    let action = SignInPage.path
    let returnTo: String?
    var email: String?
    var error: String?
    var throttled: String?
    var notice: String?

    static let path = "/sign-in"

    init(csrf: String, theme: Theme?, returnTo: String?) {
        shell = PlainShell("Sign in", theme: theme, csrf: csrf)
        self.returnTo = returnTo
    }

    /// The address of the page, with the one to go on to when it is a page worth coming back to.
    static func path(returnTo: String?) -> String {
        guard let returnTo, Redirect.isOwnPage(returnTo), returnTo != "/accounts" else { return path }
        return ConsolePath(path).with("returnTo", returnTo).text
    }
}
