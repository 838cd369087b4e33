import Attribution
import CRM

/// What happens beside the website: the front desk writes people down, programs send some, others were imported.
struct DemoOffice {
    let crm: CRM
    let account: AccountID
    let calendar: DemoCalendar
    private var random: DemoRandom

    init(crm: CRM, account: AccountID, calendar: DemoCalendar, seed: UInt64) {
        self.crm = crm
        self.account = account
        self.calendar = calendar
        random = DemoRandom(seed: seed)
    }

    mutating func work() async throws {
        for number in 0..<17 {
            try await add(number, by: .person(email: "lena@juniperandvale.example"), tags: ["walk-in"])
        }
        for number in 17..<26 {
            try await add(number, by: .token(name: "Booking app"), tags: ["booked online"])
        }
        for number in 26..<29 {
            try await add(
                number, by: .token(name: "Move from the former CRM"), tags: ["imported"], history: formerLife())
        }
    }

    private mutating func add(
        _ number: Int, by maker: ContactMaker, tags: Set<String>, history: ImportedHistory? = nil
    ) async throws {
        // Numbers far above those of the website's people, so that nobody is there twice.
        let person = DemoPerson(number: 400 + number, &random)
        var edit = ContactEdit()
        edit.properties = [
            .firstName: person.first, .lastName: person.last, .email: person.email, .phone: person.phone,
            .city: random.chance(60) ? "Fairhaven" : "Brook Hollow",
        ]
        edit.tags = tags
        let moment = calendar.moment(daysAgo: random.number(1...DemoCalendar.length - 1), &random)
        _ = try await crm.contacts.create(account, edit, by: maker, history: history, now: moment)
    }

    /// Made by a workflow over there; whether an ad brought them again says the address they last came to.
    private mutating func formerLife() -> ImportedHistory {
        let moment = calendar.start - random.days(20...90)
        let first = ImportedAttribution(source: .crmWorkflows, values: [.medium: "workflow"], createdAt: moment)
        let landing = DemoCampaign.googleClick(&random)
        let latest = ImportedAttribution(
            source: nil, values: [.url: landing.url, .referrer: landing.referrer ?? ""],
            createdAt: moment + random.days(2...15))
        return ImportedHistory(first: first, latest: random.chance(50) ? latest : nil)
    }
}
