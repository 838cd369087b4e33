/// What sign-in shows while nobody could sign in.
struct FirstRunPage: ConsolePage {
    static let template = "console/first-run"

    let shell: PlainShell
    let command = Snippet(code: "headwater user create --email you@example.com --role admin")
    let checkHref = SignInPage.path

    init(theme: Theme?) {
        shell = PlainShell("Welcome", theme: theme)
    }
}
