import CRM
import Testing

/// What goes when its time is over, and what never does.
@Suite struct RetentionTests {
    @Test func `page views, custom events and strangers go after thirteen months, not a minute earlier`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        try await site.record(visit.page(), visit.custom("Scrolled", minute: 0))
        let tables = ["page_views", "custom_events", "sessions", "visitors"]
        _ = try await site.retain(at: .month(13))
        for table in tables { #expect(try await site.house.count(table) == 1, "\(table)") }
        let run = try await site.retain(at: .month(13, day: 1))
        #expect(run.state == .finished)
        for table in tables {
            #expect(try await site.house.count(table) == 0, "\(table)")
            #expect(run.deleted[table] == 1, "\(table)")
        }
    }

    @Test(arguments: [(0, 100, 1), (1, 1, 1), (1, 2, 0), (24, 24, 1), (24, 25, 0)])
    func `an account says for how many months`(months: Int, later: Int, left: Int) async throws {
        let site = try await Site { $0.pageViewMonths = months }
        try await site.record(site.visit(site.browser()).page())
        try await site.retain(at: .month(later))
        #expect(try await site.house.count("page_views") == left)
        #expect(try await site.house.count("sessions") == left)
    }

    @Test func `each account has its own time`() async throws {
        let house = try await House()
        let short = try await Site(in: house) { $0.pageViewMonths = 1 }
        let long = try await Site(in: house, name: "Shop", domains: ["shop.example"]) { $0.pageViewMonths = 0 }
        for site in [short, long] { try await site.record(site.visit(site.browser()).page()) }
        try await short.retain(at: .month(3))
        let left = try await house.texts("cast(account_id as text)", of: "page_views")
        #expect(left == ["\(long.account.rawValue)"])
    }

    @Test func `a contact keeps its visits, its submissions and its sources for ever`() async throws {
        let site = try await Site()
        let ann = site.browser()
        let first = site.visit(ann, to: "https://clinic.example/?gclid=1")
        let second = site.visit(ann, at: .on(3))
        try await site.record(first.page())
        try await site.record(second.page(), second.form(["email": "ann@example.com"]))
        let tables = ["sessions", "visitors", "contacts", "conversions", "attributions", "timeline"]
        var before: [Int] = []
        for table in tables { before.append(try await site.house.count(table)) }
        try await site.retain(at: .month(100))
        var after: [Int] = []
        for table in tables { after.append(try await site.house.count(table)) }
        #expect(before == after && before.allSatisfy { $0 > 0 })
        #expect(try await site.house.count("page_views") == 0)
        #expect(try await site.sessions(of: try await site.contact().contact.id).count == 2)
    }

    @Test func `a submission that waits for a person brings its visit back`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        let form = visit.form(["email": "ann@example.com"], suspicion: .bot)
        try await site.record(visit.page(), form)
        try await site.retain(at: .month(20))
        #expect(try await site.submissions(.held).count == 1)
        let held = try await site.submission(of: form)
        try await site.crm.capture.release(site.account, held.id, now: .month(20, day: 1))
        let contact = try await site.contact()
        #expect(contact[.email] == "ann@example.com")
        #expect(try await site.sessions(of: contact.contact.id).count == 1)
    }

    @Test func `an erased contact's visits are a stranger's`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        try await site.record(visit.page(), visit.form(["email": "ann@example.com"]))
        try await site.crm.contacts.delete(site.account, try await site.contact().contact.id, now: .start)
        #expect(try await site.house.count("sessions") == 1)
        try await site.retain(at: .month(14))
        #expect(try await site.counts("sessions", "visitors") == ["sessions": 0, "visitors": 0])
    }

    @Test func `a stranger who comes back is known for as long as one of the visits is kept`() async throws {
        let site = try await Site()
        let ann = site.browser()
        try await site.record(site.visit(ann).page())
        try await site.record(site.visit(ann, at: .month(10)).page())
        try await site.retain(at: .month(14))
        #expect(try await site.house.count("sessions") == 1)
        #expect(try await site.house.count("visitors") == 1)
        try await site.retain(at: .month(24))
        #expect(try await site.house.count("visitors") == 0)
    }

    @Test func `a landing that a direct conversion may still take over stays`() async throws {
        let site = try await Site {
            $0.pageViewMonths = 1
            $0.lookBackDays = 400
        }
        let ann = site.browser()
        try await site.record(site.visit(ann, to: "https://clinic.example/?gclid=1").page())
        try await site.retain(at: .on(399))
        #expect(try await site.house.count("page_views") == 0)
        let visit = site.visit(ann, at: .on(399))
        try await site.record(visit.page(), visit.form(["email": "ann@example.com"]))
        #expect(try await site.contact().latest(.gclid) == "1")
    }

    @Test func `a conversion that comes a month late finds the landing it takes over`() async throws {
        let site = try await Site { $0.pageViewMonths = 1 }
        let ann = site.browser()
        try await site.record(site.visit(ann, to: "https://clinic.example/?gclid=1").page())
        try await site.retain(at: .on(50))
        #expect(try await site.house.count("page_views") == 0)
        try await site.record(site.visit(ann, at: .on(25)).form(["email": "ann@example.com"]), now: .on(50))
        #expect(try await site.contact().latest(.gclid) == "1")
    }

    @Test func `the landing of a conversion that waits for a person waits with it`() async throws {
        let site = try await Site { $0.pageViewMonths = 1 }
        let ann = site.browser()
        try await site.record(site.visit(ann, to: "https://clinic.example/?gclid=1").page())
        try await site.record(site.visit(site.browser()).page())
        let form = site.visit(ann, at: .on(20)).form(["email": "ann@example.com"], suspicion: .bot)
        try await site.record(form)
        try await site.retain(at: .month(8))
        #expect(try await site.counts("sessions", "visitors") == ["sessions": 2, "visitors": 1])
        try await site.crm.capture.release(
            site.account, try await site.submission(of: form).id, now: .month(8, day: 1))
        #expect(try await site.contact().latest(.gclid) == "1")
    }

    @Test func `the ids of page views are remembered for a month, those of conversions for ever`() async throws {
        let site = try await Site()
        let visit = site.visit(site.browser())
        let page = visit.page()
        let form = visit.form(["email": "ann@example.com"])
        try await site.record(page, form)
        try await site.retain(at: .on(31))
        #expect(try await site.record(page, form, now: .on(31)) == [.duplicate, .duplicate])
        try await site.retain(at: .on(33))
        #expect(try await site.record(form, now: .on(33)) == [.duplicate])
        #expect(try await site.house.count("event_ids") == 1)
        try await site.retain(at: .month(100))
        #expect(try await site.record(form, now: .month(100)) == [.duplicate])
    }

    @Test func `what other revisions say of a visit goes with it`() async throws {
        let site = try await Site()
        try await site.strangers(2, at: .start)
        try await site.house.database.write { connection in
            try connection.execute(
                """
                insert into rule_revisions (account_id, revision, document, rule_set, rule_set_version,
                    catalogue_version, own_rules, state, has_opinions, started_at, published_at)
                values ($1, 7, '{}', 'classic', 1, 1, 0, 'kept', $2, 0, 0)
                """, [site.account, true])
            try connection.execute(
                """
                insert into session_opinions (account_id, revision, session_id, source, rule_number)
                select account_id, 7, id, 'direct', '8' from sessions
                """)
        }
        try await site.retain(at: .month(14))
        #expect(try await site.counts("sessions", "session_opinions") == ["sessions": 0, "session_opinions": 0])
    }

    @Test func `visits that a replay may be judging stay until it is over`() async throws {
        let site = try await Site()
        try await site.strangers(1, at: .start)
        let replay = try await site.crm.rules.startPreview(site.account, by: "owner", now: .month(14))
        try await site.retain(at: .month(14))
        #expect(try await site.counts("sessions", "visitors") == ["sessions": 1, "visitors": 1])
        try await site.crm.rules.cancel(site.account, replay, now: .month(14))
        try await site.retain(at: .month(14, day: 2))
        #expect(try await site.counts("sessions", "visitors") == ["sessions": 0, "visitors": 0])
    }

    @Test func `locks, counters, tries and sign-ins go when nobody asks for them any more`() async throws {
        let site = try await Site()
        try await site.record(site.visit(site.browser()).form(["email": "ann@example.com"]))
        try await site.house.database.write { connection in
            try connection.execute(
                "insert into attempts (bucket, at, id) values ('b', $1, 'x'), ('b', $2, 'y')",
                [Int64.start, Int64.on(2)])
            try connection.execute(
                "insert into refusals (account_id, day, reason, count) values ($1, $2, 'bot', 1)",
                [site.account, Int64.start / .day])
            try connection.execute(
                "insert into refused_hosts (account_id, day, host, count) values ($1, $2, 'shop.example', 1)",
                [site.account, Int64.start / .day])
        }
        try await site.retain(at: .on(2))
        #expect(
            try await site.counts("contact_claims", "attempts", "refusals", "refused_hosts") == [
                "contact_claims": 0, "attempts": 2, "refusals": 1, "refused_hosts": 1,
            ])
        try await site.retain(at: .on(3))
        #expect(try await site.counts("attempts") == ["attempts": 1])
        try await site.retain(at: .on(8))
        #expect(try await site.counts("refused_hosts", "refusals") == ["refused_hosts": 0, "refusals": 1])
        try await site.retain(at: .month(13, day: 2))
        #expect(try await site.counts("refusals") == ["refusals": 0])
        // The address is still known by its contact: a lock was all that the claim was.
        try await site.record(
            site.visit(site.browser(), at: .month(14)).form(["email": "Ann@example.com"]))
        #expect(try await site.contacts().count == 1)
    }
}
