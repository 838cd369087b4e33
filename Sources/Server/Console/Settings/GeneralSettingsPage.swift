import CRM

/// The account itself: name, time zone, look-back, privacy, matching.
struct GeneralSettingsPage: ConsolePage {
    static let template = "console/settings-general"

    let shell: Shell
    let tabs: [Link]
    let errors: [FormError]
    let action: String
    let name: String
    let timeZones: [FieldControl.Option]
    let weekStarts: [FieldControl.Option]
    let lookBackDays: String
    let honourGpc: Bool
    let ipChoices: [IPChoice]
    let pageViewMonths: String
    let confirmEmailChange: Bool
    let contactMatches: [FieldControl.Option]
    let allowDuplicates: Bool
    let locationId: String
    let readOnly: Bool

    struct IPChoice {
        let value: String
        let label: String
        let meaning: String
        let checked: Bool
    }

    /// - Parameter account: as it is, or as it was typed when `error` says what is wrong with it.
    init(
        _ frame: Frame, _ paths: AccountPaths, _ account: Account, _ policy: DuplicatePolicy,
        error: AccountError? = nil
    ) {
        shell = SettingsTab.general.shell(frame)
        tabs = SettingsTab.general.links(frame, paths)
        errors = [error].compactMap { $0 }.map(FormError.init)
        action = paths.general
        name = account.name
        timeZones = TimeZoneChoices.options(selected: account.timeZone)
        weekStarts = Weekday.weekStarts.map { day in
            FieldControl.Option(value: day.rawValue, label: day.label, selected: day == account.weekStartsOn)
        }
        lookBackDays = "\(account.lookBackDays)"
        honourGpc = account.honoursGPC
        ipChoices = IPStorage.allCases.map { storage in
            IPChoice(
                value: storage.rawValue, label: storage.label, meaning: storage.meaning,
                checked: storage == account.ipStorage)
        }
        pageViewMonths = "\(account.pageViewMonths)"
        confirmEmailChange = account.confirmsEmailChanges
        contactMatches = DuplicatePolicy.Order.allCases.map { order in
            FieldControl.Option(value: order.rawValue, label: order.label, selected: order == policy.order)
        }
        allowDuplicates = policy.allowsDuplicates
        locationId = account.locationID
        readOnly = !frame.isAdmin
    }
}

extension Account {
    /// The account as the form would have it; a number is out of range where none was typed.
    func changed(by form: FormBody) -> Account {
        var account = self
        account.name = form.text("name") ?? ""
        account.timeZone = form.text("timeZone") ?? timeZone
        if let day = form.text("weekStartsOn").flatMap(Weekday.init), Weekday.weekStarts.contains(day) {
            account.weekStartsOn = day
        }
        account.lookBackDays = form.text("lookBackDays").flatMap(Int.init) ?? -1
        account.honoursGPC = form.text("honourGpc") == "true"
        account.ipStorage = form.text("ipStorage").flatMap(IPStorage.init(rawValue:)) ?? ipStorage
        account.pageViewMonths = form.text("pageViewMonths").flatMap(Int.init) ?? -1
        account.confirmsEmailChanges = form.text("confirmEmailChange") == "true"
        return account
    }
}

extension DuplicatePolicy {
    /// The policy as the form would have it; a form that says nothing of it leaves it.
    func changed(by form: FormBody) -> DuplicatePolicy {
        guard let order = form.text("contactMatch").flatMap(Order.init(rawValue:)) else { return self }
        var policy = self
        policy.order = order
        policy.allowsDuplicates = form.text("allowDuplicates") == "true"
        return policy
    }
}

extension DuplicatePolicy.Order {
    fileprivate var label: String {
        switch self {
        case .email: "E-mail address, then phone number"
        case .phone: "Phone number, then e-mail address"
        }
    }
}

extension IPStorage {
    fileprivate var label: String {
        switch self {
        case .cutAfter30Days: "Whole for 30 days, then cut"
        case .whole: "Whole"
        case .cut: "Cut at once"
        case .never: "Never stored"
        }
    }

    fileprivate var meaning: String {
        switch self {
        case .cutAfter30Days:
            "Long enough for time zones and fraud checks; then only the network stays, like 203.0.113.0."
        case .whole: "Kept for as long as the contact is."
        case .cut: "Only the network is ever written down."
        case .never: "Not even the network."
        }
    }
}
