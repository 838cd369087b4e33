import CRM

/// The console's frame as `console/header` shows it.
struct Shell {
    let title: String
    let theme: String?
    let stylesheets: [String]
    let script: String
    let icon: String
    let csrf: String
    let homeHref: String
    let account: AccountName?
    let accounts: [AccountLink]
    let accountsHref = "/accounts"
    let nav: [NavLink]
    let user: Person
    let themeAction = "/theme"
    let themes: [ThemeChoice]
    let returnTo: String
    let signOutAction = "/sign-out"
    let meHref = MeController.path
    let flash: Notice?
    let review: Review?

    struct AccountName {
        let name: String
    }

    struct AccountLink {
        let name: String
        let href: String
        let current: Bool
    }

    struct NavLink {
        let label: String
        let href: String
        let icon: String
        let current: Bool
        let count: String?
    }

    struct Person {
        let email: String
        let initials: String
        let role: String
    }

    struct ThemeChoice {
        let value: String
        let label: String
        let icon: String
        let pressed: String
    }

    struct Notice {
        let text: String
        let good: Bool
        let bad: Bool
    }

    struct Review {
        let text: String
        let href: String
        let action: String
    }

    /// How many accounts the switcher offers; the list of all has the rest.
    private static let mostAccounts = 12

    /// - Parameter notice: what the page itself has to say, unless the last action has something to say.
    init(_ title: String, in section: Section?, _ frame: Frame, notice: String? = nil) {
        let plain = PlainShell(title, theme: frame.theme)
        self.title = frame.account.map { "\(title) · \($0.name)" } ?? title
        theme = plain.theme
        stylesheets = plain.stylesheets + (section?.stylesheets ?? [])
        script = plain.script
        icon = plain.icon
        csrf = frame.session.csrfToken
        let paths = frame.account.map(AccountPaths.init)
        homeHref = paths?.contacts ?? accountsHref
        account = frame.account.map { AccountName(name: $0.name) }
        accounts = frame.accounts.prefix(Self.mostAccounts).map { account in
            AccountLink(
                name: account.name, href: Self.href(account, section, frame), current: account.id == frame.account?.id)
        }
        nav =
            paths.map { paths in
                Self.sections(for: frame.session.user).map { part in
                    let waiting = part == .submissions && frame.heldCount > 0
                    return NavLink(
                        label: part.label, href: part.href(paths), icon: part.icon, current: part == section,
                        count: waiting ? Count.grouped(frame.heldCount) : nil)
                }
            } ?? []
        user = Person(frame.session.user)
        themes = Self.themes(frame.theme)
        returnTo = Redirect.isOwnPage(frame.path) ? frame.path : accountsHref
        flash =
            frame.flash.map { Notice(text: $0.text, good: $0.isGood, bad: !$0.isGood) }
            ?? notice.map { Notice(text: $0, good: false, bad: false) }
        // The pages of contacts show it on the contacts themselves.
        review = paths.flatMap { section == .contacts ? nil : Review($0, count: frame.reviewCount) }
    }

    /// Where the switch leads: from a report to the same report, from everything else to the contacts.
    private static func href(_ account: Account, _ section: Section?, _ frame: Frame) -> String {
        guard section == .reports, let own = frame.account else { return AccountPaths(account).contacts }
        return ReportAccountSwitch.path(from: frame.path, of: own, to: account)
    }

    private static func sections(for user: User) -> [Section] {
        Section.allCases.filter { user.contacts == .everything || !$0.isOfWholeAccount }
    }

    private static func themes(_ theme: Theme?) -> [ThemeChoice] {
        [
            ThemeChoice(value: "light", label: "Light", icon: "sun", pressed: String(theme == .light)),
            ThemeChoice(value: "dark", label: "Dark", icon: "moon", pressed: String(theme == .dark)),
            ThemeChoice(value: "auto", label: "Auto", icon: "screen", pressed: String(theme == nil)),
        ]
    }
}

extension Shell.Person {
    init(_ user: User) {
        email = user.email.text
        initials = Initials.of(user.email.text)
        role = user.role.label
    }
}

extension Shell.Review {
    /// Nil when nothing waits.
    init?(_ paths: AccountPaths, count: Int) {
        guard count > 0 else { return nil }
        text =
            count == 1
            ? "A contact’s e-mail address was changed by a visitor known by an e-mail match alone."
            : "The e-mail addresses of \(count) contacts were changed by visitors known by an e-mail match alone."
        href = ConsolePath(paths.contacts).with("review", "1").text
        action = "Have a look"
    }
}

extension User.Role {
    var label: String {
        switch self {
        case .admin: "Administrator"
        case .user: "User"
        }
    }
}
