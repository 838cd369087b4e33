import Attribution
import CRM
import Foundation
import Synchronization
import Testing

/// A location comes over by HighLevel's API, as its public answers look.
@Suite struct HighLevelImportTests {
    struct Broken: Error {}

    /// Answers by path and the contact after which a page begins; what is not there breaks off.
    private final class API: Sendable {
        private let answers: Mutex<[String: String]>
        private let asked = Mutex<[String]>([])

        init(_ answers: [String: String]) { self.answers = Mutex(answers) }

        var requests: [String] { asked.withLock { $0 } }

        func set(_ path: String, _ answer: String) { answers.withLock { $0[path] = answer } }

        func get(_ path: String, _ query: [(String, String)]) throws -> [UInt8] {
            let place = query.first { $0.0 == "startAfterId" }.map { "#" + $0.1 } ?? ""
            asked.withLock { $0.append(path + place) }
            guard let answer = answers.withLock({ $0[path + place] }) else { throw Broken() }
            return Array(answer.utf8)
        }
    }

    private static let contacts = """
        {"contacts":[
          {"id":"r1","contactName":"Ann Lee","firstName":"Ann","lastName":"Lee","email":"ann@example.com",
           "phone":"+4312345678","source":"Fair","dateAdded":"2024-03-01T10:00:00.000Z","tags":["vip","spring sale"],
           "additionalEmails":[{"email":"lee@example.com"}],
           "customFields":[{"id":"f1","value":"oily"},{"id":"f2","value":7},{"id":"f9","value":1e300},{"id":"f3","value":["a","b"]}],
           "attributions":[
             {"utmSessionSource":"Paid Search","url":"https://clinic.example/?gclid=x","utmGclid":"x",
              "utmCampaign":"Glow","utmAdId":"12","isFirst":true,"medium":"form"},
             {"utmSessionSource":"Somewhere","referrer":"https://www.instagram.com/","isLast":true}]}],
         "meta":{"total":2,"nextPageUrl":"https://api/contacts/?x","startAfter":1709287200000,"startAfterId":"r1"}}
        """
    private static let rest = """
        {"contacts":[{"id":"r2","email":"bob@example.com","attributions":[],"customFields":[]}],
         "meta":{"total":2,"nextPageUrl":null,"startAfter":1709287100000,"startAfterId":"r2"}}
        """

    private func api() -> API {
        API([
            "/locations/loc1/customFields": """
            {"customFields":[
              {"id":"f1","name":"Skin","fieldKey":"contact.skin","dataType":"SINGLE_OPTIONS","picklistOptions":["dry"],"model":"contact"},
              {"id":"f2","name":"Visits","fieldKey":"contact.visits","dataType":"NUMERICAL","model":"contact"},
              {"id":"f3","name":"Areas","fieldKey":"contact.areas","dataType":"CHECKBOX","picklistOptions":["a","b"],"model":"contact"},
              {"id":"f4","name":"Scan","fieldKey":"contact.scan","dataType":"FILE_UPLOAD","model":"contact"}]}
            """,
            "/contacts/": Self.contacts, "/contacts/#r1": Self.rest,
            "/opportunities/pipelines": """
            {"pipelines":[{"id":"p1","name":"Treatments","stages":[{"id":"s1","name":"Asked"},{"id":"s2","name":"Booked"}]}]}
            """,
            "/opportunities/search": """
            {"opportunities":[
              {"id":"o1","name":"Laser","monetaryValue":120.5,"pipelineId":"p1","pipelineStageId":"s2","status":"won",
               "source":"Fair","createdAt":"2024-03-02T10:00:00.000Z","lastStatusChangeAt":"2024-03-05T10:00:00.000Z",
               "contact":{"id":"r1","email":"ann@example.com"}},
              {"id":"o2","name":"Peel","pipelineStageId":"s1","status":"open","contact":{"id":"r9"}}],
             "meta":{"total":2,"nextPageUrl":null,"startAfter":1,"startAfterId":"o2"}}
            """,
        ])
    }

    private func wish(_ site: Site, _ api: API, dryRun: Bool = false) -> HighLevelImport.Wish {
        HighLevelImport.Wish(
            account: site.account, source: HighLevelSource(location: "loc1") { try api.get($0, $1) },
            folder: FileManager.default.temporaryDirectory.appending(path: "highlevel-\(UUID().uuidString)"),
            duplicates: .update, isDryRun: dryRun)
    }

    private func run(_ site: Site, _ wish: HighLevelImport.Wish) async throws -> HighLevelImport.Outcome {
        try await site.crm.highLevelImport.run(
            wish, by: .command, now: .on(1), report: { _ in }, progress: { _ in })
    }

    @Test func `contacts come with their attribution from the list, tags, and values of fields that are made first`()
        async throws
    {
        let site = try await Site()
        let outcome = try await run(site, wish(site, api()))
        #expect(outcome.newFields == ["contact.skin", "contact.visits", "contact.areas"])
        #expect(outcome.contacts.created == 2 && outcome.contacts.refused == 0)
        let ann = try await site.contact(.email, "ann@example.com")
        #expect(ann.tags == ["spring sale", "vip"])
        #expect(ann.additionalEmails == ["lee@example.com"])
        #expect(ann.contact.contactSource == "Fair")
        #expect(ann.contact.createdAt.iso8601 == "2024-03-01T10:00:00.000Z")
        #expect(ann.first?.source == .paidSearch)
        #expect(ann.first(.gclid) == "x")
        #expect(ann.first(.adID) == "12")
        // A source that is none of the ten is left to the rules.
        #expect(ann.latest?.source == .socialMedia)
        #expect(try await site.value("contact.skin", of: ann) == "oily")
        #expect(try await site.value("contact.visits", of: ann) == "7")
        #expect(try await site.value("contact.areas", of: ann) == "a, b")
    }

    @Test func `opportunities come into pipelines of the same name, once`() async throws {
        let site = try await Site()
        let outcome = try await run(site, wish(site, api()))
        #expect(outcome.newPipelines == ["Treatments"])
        #expect(outcome.opportunities.created == 1)
        #expect(outcome.opportunities.refused.values.reduce(0, +) == 1)
        let ann = try await site.contact(.email, "ann@example.com").contact.id
        var query = OpportunityQuery()
        query.contact = ann
        let laser = try #require(try await site.crm.opportunities.page(site.account, query).opportunities.first)
            .opportunity
        #expect(laser.status == .won)
        #expect(laser.value.minorUnits == 12_050)
        #expect(laser.createdAt.iso8601 == "2024-03-02T10:00:00.000Z")
        #expect(laser.statusChangedAt.iso8601 == "2024-03-05T10:00:00.000Z")
        let again = try await run(site, wish(site, api()))
        #expect(again.newPipelines.isEmpty && again.newFields.isEmpty)
        #expect(again.opportunities.created == 0 && again.opportunities.left == 1)
        #expect(again.contacts.updated == 2)
    }

    @Test func `a reading that broke off goes on where it was`() async throws {
        let site = try await Site()
        let broken = API([:])
        let whole = api()
        broken.set("/locations/loc1/customFields", "{\"customFields\":[]}")
        broken.set("/contacts/", Self.contacts)
        let wish = wish(site, broken)
        await #expect(throws: Broken.self) { _ = try await run(site, wish) }
        #expect(try await site.contacts().isEmpty)
        let rest = HighLevelImport.Wish(
            account: site.account, source: HighLevelSource(location: "loc1") { try whole.get($0, $1) },
            folder: wish.folder, duplicates: .update, isDryRun: false)
        #expect(try await run(site, rest).contacts.created == 2)
        #expect(whole.requests.filter { $0.hasPrefix("/contacts/") } == ["/contacts/#r1"])
        #expect(!FileManager.default.fileExists(atPath: wish.folder.path))
    }

    @Test func `a dry run writes nothing`() async throws {
        let site = try await Site()
        let outcome = try await run(site, wish(site, api(), dryRun: true))
        #expect(outcome.contacts.created == 2)
        #expect(outcome.opportunities.found == 2)
        #expect(try await site.contacts().isEmpty)
        #expect(try await site.crm.fields.all(site.account).contains { $0.key == "contact.skin" } == false)
    }

    /// A page of one contact, after which the list goes on.
    private static func page(_ id: String) -> String {
        #"{"contacts":[{"id":"\#(id)"}],"meta":{"nextPageUrl":"x","startAfter":5,"startAfterId":"\#(id)"}}"#
    }

    @Test(arguments: [["r1", "r1"], ["r1", "r2", "r1"], ["r1", "r2", "r3", "r2"]])
    func `a list that stands still or goes round is not read for ever`(pages: [String]) async throws {
        let site = try await Site()
        let api = api()
        api.set("/contacts/", Self.page(pages[0]))
        for (page, next) in zip(pages, pages.dropFirst()) { api.set("/contacts/#\(page)", Self.page(next)) }
        let wish = wish(site, api)
        await #expect(throws: HighLevelError.endless) { _ = try await run(site, wish) }
        #expect(api.requests.count <= 5)
    }

    @Test func `a file of which something has gone is read again from its beginning`() async throws {
        let site = try await Site()
        let broken = API([
            "/locations/loc1/customFields": "{\"customFields\":[]}", "/contacts/": Self.contacts,
        ])
        let wish = wish(site, broken)
        await #expect(throws: Broken.self) { _ = try await run(site, wish) }
        try Data("{".utf8).write(to: wish.folder.appending(path: "contacts.jsonl"))
        let whole = api()
        let rest = HighLevelImport.Wish(
            account: site.account, source: HighLevelSource(location: "loc1") { try whole.get($0, $1) },
            folder: wish.folder, duplicates: .update, isDryRun: false)
        let outcome = try await run(site, rest)
        #expect(outcome.contacts.created == 2 && outcome.contacts.refused == 0)
    }

    @Test(arguments: ["[]", "no JSON", "{}"])
    func `an answer that cannot be ends it`(answer: String) async throws {
        let site = try await Site()
        let api = api()
        api.set("/contacts/", answer)
        await #expect(throws: HighLevelError.unreadable(path: "/contacts/")) {
            _ = try await run(site, wish(site, api))
        }
    }
}
