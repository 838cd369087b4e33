import Attribution
import CRM
import Database
import Testing

/// What happens to an account, by the verb that does it.
enum FactChange: String, CaseIterable {
    case page, form, heldForm, release, discard, identify, handMade, edit, merge, unmerge, erase, delete, undo
    case tag, renameTag, field, fieldGone, opportunity, won, reopened, moved, opportunityGone, strangersLeave
    case importing, publish, rollBack, externalFormOfKnownContact

    /// What was held was in no report before either, and rules that are taken back leave what was.
    var endsAsBefore: Bool { self == .discard || self == .rollBack }

    func apply(to story: FactStory) async throws {
        let site = story.site
        let (account, crm) = (site.account, site.crm)
        switch self {
        case .page: try await site.record(site.visit(site.browser(), to: FactStory.ad, at: .on(6)).page())
        case .form:
            let visit = site.visit(site.browser(), to: FactStory.ad, at: .on(6))
            try await site.record(visit.page(), visit.form(["email": "new@example.com"]))
        case .externalFormOfKnownContact:
            let visit = site.visit(story.anns, from: "https://www.bing.com/", at: .on(7))
            try await site.record(visit.page(), visit.form(["email": "ann@example.com"], minute: 2))
        case .heldForm:
            let visit = site.visit(site.browser(), at: .on(6))
            try await site.record(visit.page(), visit.form(["email": "bot@example.com"], suspicion: .bot))
        case .release:
            try await crm.capture.release(account, try await site.submission(of: story.held).id, now: .on(8))
        case .discard:
            try await crm.capture.discard(account, try await site.submission(of: story.held).id)
        case .identify:
            try await site.record(site.visit(story.anns, at: .on(6)).identify(["email": "ann@example.com"]))
        case .handMade: try await site.create([.email: "hand@example.com"], at: .on(8))
        case .edit:
            try await site.edit(story.ann, [.firstName: "Anne"], at: .on(8))
            var edit = ContactEdit()
            edit.contactSource = "Walk-in"
            try await crm.contacts.update(account, story.ann, edit, by: site.owner, now: .on(8))
        case .merge: try await story.merge()
        case .unmerge:
            let merge = try await story.merge()
            try await crm.facts.catchUp(now: .on(30))
            _ = try await crm.merging.undo(account, merge.id, by: "owner", actor: .server, now: .on(9))
            try await site.record(site.visit(site.browser(), at: .on(9)).page())
        case .erase: try await crm.erasure.erase(account, story.ann, by: .server, now: .on(8))
        case .delete: try await crm.contacts.delete(account, story.bob, now: .on(8))
        case .undo: try await site.undo(story.second, at: .on(8))
        case .tag:
            var edit = ContactEdit()
            edit.tags = ["vip", "spring"]
            try await crm.contacts.update(account, story.bob, edit, by: site.owner, now: .on(8))
        case .renameTag:
            let tag = try #require(try await crm.tags.all(account, now: .on(8)).first { $0.name == "vip" })
            _ = try await crm.tags.rename(account, tag.id, to: "regular", by: .server, now: .on(8))
        case .field:
            let visit = site.visit(story.anns, at: .on(8))
            try await site.record(visit.form(["email": "ann@example.com", "budget": "500"]))
        case .fieldGone: try await crm.fields.delete(account, story.budget, by: .server, now: .on(8))
        case .opportunity: try await site.opportunity(story.bob, at: .on(8)) { $0.amount = 12.5 }
        case .won: try await site.change(story.open, at: .on(8)) { $0.status = .won }
        case .reopened: try await site.change(story.won, at: .on(8)) { $0.status = .open }
        case .moved:
            try await site.change(story.won, at: .on(8)) {
                $0.contact = story.bob
                $0.amount = 99
            }
        case .opportunityGone: try await crm.opportunities.delete(account, story.won, now: .on(8))
        case .strangersLeave: try await site.retain(at: .month(20))
        case .importing: try await story.importContacts()
        case .publish: try await site.publish(.podcast, .offer)
        case .rollBack:
            try await site.publish(.podcast, .offer)
            try await crm.facts.catchUp(now: .on(30))
            try await site.publish(.sister, at: .on(21))
        }
    }
}
