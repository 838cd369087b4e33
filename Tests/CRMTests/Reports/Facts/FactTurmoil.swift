import Attribution
import Database
import Foundation

@testable import CRM

/// Changes that nobody thought of, to everything that facts are made of, within three days.
struct FactTurmoil {
    enum Kind: CaseIterable {
        case visits, forms, tags, source, field, laterContact, laterConversion, laterVisit, otherVerdict
        case opportunity, stage, erase, merge, visitsGone
    }

    let site: Site
    private var dice: Dice

    init(_ site: Site, seed: UInt64) {
        self.site = site
        dice = Dice(seed)
    }

    /// Any of a few moments: often something was there at the same one before.
    private mutating func moment() -> Milliseconds { .on(dice.below(3), minute: dice.below(40) * 30) }

    private mutating func visit() -> Visit {
        let pages = [
            FactStory.ad, "https://clinic.example/",
            "https://clinic.example/a?utm_campaign=\(dice.below(9))",
        ]
        return site.visit(
            site.browser(), to: dice.one(of: pages),
            from: dice.one(of: [nil, "https://www.google.com/"]), at: moment())
    }

    /// One of the ids of a table; nil when it is empty.
    private mutating func one(of table: String) async throws -> String? {
        let ids = try await site.house.texts("id", of: table).compactMap { $0 }
        return ids.isEmpty ? nil : dice.one(of: ids)
    }

    private mutating func contact() async throws -> ContactID? {
        try await one(of: "contacts").map(ContactID.init(rawValue:))
    }

    private func change(_ sql: String, _ values: [any SQLConvertible & Sendable]) async throws {
        try await site.house.database.write { _ = try $0.execute(sql, values) }
    }

    mutating func happen() async throws {
        let (account, crm) = (site.account, site.crm)
        switch dice.one(of: Kind.allCases) {
        case .visits:
            for _ in 0...dice.below(9) { try await site.record(visit().page()) }
        case .forms:
            for _ in 0...dice.below(4) {
                let (visit, email) = (visit(), "c\(dice.below(60))@example.com")
                let form = visit.form(["email": email, "budget": "\(dice.below(4) * 100)"])
                try await site.record(visit.page(), form)
            }
        case .tags:
            guard let id = try await contact() else { return }
            var edit = ContactEdit()
            edit.tags = Set(dice.some(of: ["vip", "spring", "winter"], dice.below(4)))
            try await crm.contacts.update(account, id, edit, by: site.owner, now: .on(6))
        case .source:
            guard let id = try await contact() else { return }
            var edit = ContactEdit()
            edit.contactSource = dice.one(of: ["Radio", "Walk-in"])
            try await crm.contacts.update(account, id, edit, by: site.owner, now: .on(6))
        case .field:
            try await change(
                "delete from contact_field_values where value = $1", ["\(dice.below(4) * 100)"])
        case .laterContact:
            guard let id = try await contact() else { return }
            try await change("update contacts set created_at = $1 where id = $2", [moment(), id])
        case .laterConversion:
            guard let id = try await contact() else { return }
            try await change(
                "update conversions set occurred_at = $1 where contact_id = $2", [moment(), id])
        case .laterVisit:
            try await change(
                "update sessions set started_at = $1 where started_at = $2", [moment(), moment()])
        case .otherVerdict:
            try await change(
                "update sessions set source = $1 where started_at = $2", ["referral", moment()])
        case .opportunity:
            guard let id = try await contact() else { return }
            let amount = dice.below(900)
            try await site.opportunity(id, at: .on(6)) { $0.amount = Decimal(amount) }
        case .stage:
            guard let id = try await one(of: "opportunities") else { return }
            let status: Opportunity.Status = dice.one(of: [.won, .open, .lost])
            try await site.change(OpportunityID(rawValue: id), at: moment()) { $0.status = status }
        case .erase:
            guard let id = try await contact() else { return }
            try await crm.erasure.erase(account, id, by: .server, now: .on(7))
        case .merge:
            guard let id = try await contact(), let other = try await contact(), id != other else {
                return
            }
            _ = try await crm.merging.merge(
                account, id, into: other, by: "owner@clinic.example", actor: .server, now: .on(7))
        case .visitsGone: try await change("delete from sessions where started_at = $1", [moment()])
        }
    }
}
