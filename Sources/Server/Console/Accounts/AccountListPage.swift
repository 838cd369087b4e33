import CRM

/// Every account of the installation: an agency's home.
struct AccountListPage: ConsolePage {
    static let template = "console/accounts"

    let shell: Shell
    let newHref: String?
    let total: Total?
    let accounts: [Line]

    struct Total {
        let contacts: String
        let accounts: String
    }

    struct Line {
        let name: String
        let href: String
        let domain: String?
        let contacts: String
        let last: Moment?
        let quiet: String?
    }

    /// Contacts of so many days are counted.
    static let span: Milliseconds = 30 * .day
    /// A website that was heard and then falls silent for so long has perhaps lost its script.
    private static let silence: Milliseconds = 3 * .day

    init(_ frame: Frame, activity: [AccountID: AccountActivity]) {
        shell = Shell("Accounts", in: nil, frame)
        newHref = frame.isAdmin ? "/accounts/new" : nil
        accounts = frame.accounts.map { account in
            Line(account, activity[account.id] ?? AccountActivity(newContacts: 0, lastEventAt: nil), now: frame.now)
        }
        let contacts = activity.values.reduce(0) { $0 + $1.newContacts }
        total =
            frame.accounts.count > 1
            ? Total(
                contacts: Count.text(contacts, "new contact"), accounts: Count.text(frame.accounts.count, "account"))
            : nil
    }

    fileprivate static func quiet(_ last: Milliseconds?, now: Milliseconds) -> String? {
        guard let last, now - last >= silence else { return nil }
        return "Nothing for \(Count.text(Int((now - last) / .day), "day"))"
    }
}

extension AccountListPage.Line {
    init(_ account: Account, _ activity: AccountActivity, now: Milliseconds) {
        name = account.name
        href = AccountPaths(account).contacts
        domain = account.domains.first
        contacts = Count.grouped(activity.newContacts)
        last = activity.lastEventAt.map(AccountClock(timeZone: account.timeZone, now: now).moment)
        quiet = AccountListPage.quiet(activity.lastEventAt, now: now)
    }
}
