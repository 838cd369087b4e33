import Attribution
import CRM

/// What the front desk does with new leads: it writes down what was said and what is to be done, and sends some of them a
/// trigger link.
struct DemoFollowUp {
    let crm: CRM
    let account: Account
    let calendar: DemoCalendar
    private var random: DemoRandom
    private let maker = ContactMaker.person(email: "lena@juniperandvale.example")

    init(crm: CRM, account: Account, calendar: DemoCalendar, seed: UInt64) {
        self.crm = crm
        self.account = account
        self.calendar = calendar
        random = DemoRandom(seed: seed)
    }

    mutating func work() async throws {
        let offer = try await crm.links.create(
            account.id, name: "Winter glow letter",
            target: "https://juniperandvale.example/offers/winter-glow?name={{contact.first_name}}", by: .server,
            now: calendar.start)
        _ = try await crm.links.create(
            account.id, name: "Book a consult", target: "https://juniperandvale.example/consult", by: .server,
            now: calendar.start)
        let page = try await crm.contacts.page(account.id, ContactQuery(limit: 40))
        for (number, detail) in page.contacts.enumerated() {
            let contact = detail.contact
            if number.isMultiple(of: 2) { try await write(Self.notes[number / 2 % Self.notes.count], on: contact) }
            if number % 3 == 0 { try await plan(Self.tasks[number / 3 % Self.tasks.count], for: contact) }
            if number % 5 == 4 { try await click(offer, contact, sign: number == 9 ? .agent : nil) }
        }
    }

    private mutating func write(_ text: String, on contact: Contact) async throws {
        var note = NoteEdit()
        note.body = text
        let moment = min(contact.createdAt + random.seconds(900...9_000), calendar.now)
        _ = try await crm.notes.create(account.id, on: contact.id, note, by: maker, now: moment)
    }

    /// Due a day or two after somebody asked; what was due long ago is done.
    private mutating func plan(_ title: String, for contact: Contact) async throws {
        var task = TaskEdit()
        task.title = title
        let due = contact.createdAt + random.days(1...4)
        task.dueAt = due
        task.isCompleted = due < calendar.now - .day
        let moment = min(contact.createdAt + random.seconds(900...9_000), calendar.now)
        _ = try await crm.tasks.create(account.id, on: contact.id, task, by: maker, now: moment)
    }

    private mutating func click(_ link: TriggerLink, _ contact: Contact, sign: ClickSign?) async throws {
        let token = String(Links.path(of: link, for: contact.id, of: account).dropFirst("/l/".count))
        let moment = contact.createdAt + random.seconds(7_200...86_400)
        guard moment < calendar.now, let visit = try await crm.links.visit(token) else { return }
        let browser = DemoBrowser.any(mostlyMobile: true, &random)
        try await crm.links.record(visit, ClickArrival(sign: sign, browser: browser, at: moment))
    }

    private static let notes = [
        "Asked about prices over the phone. Prefers mornings, before ten.",
        "Came with a friend who is a client already.",
        "Wants to wait until after the holidays; call again in January.",
        "Sensitive skin, allergic to lidocaine. Told Dr. Okafor.",
        "Left a message. Will try again tomorrow.",
    ]

    private static let tasks = [
        "Call back about a date", "Send the price list", "Confirm the consult", "Ask how the first session went",
    ]
}
