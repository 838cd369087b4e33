import CRM
import Foundation
import Testing

@testable import Server

/// Opportunities as programs write and read them.
@Suite struct APIOpportunitiesTests {
    /// Makes a contact and an opportunity of it.
    private func opportunity(
        _ api: APIClient, _ fields: [String: Any] = [:]
    ) async throws -> (id: String, contact: String, pipeline: [String: Any]) {
        let contact = try await api.post("/contacts/", ["firstName": "Ann", "email": "ann@example.com"]).contactID
        let pipelines = try await api.get("/opportunities/pipelines")
        let pipeline = try #require(pipelines["pipelines.0"] as? [String: Any])
        let wish: [String: Any] = [
            "pipelineId": pipeline["id"] ?? "", "name": "Laser", "status": "open", "contactId": contact,
        ]
        let made = try await api.post("/opportunities/", wish.merging(fields) { $1 })
        #expect(made.status == 201, "\(made.json)")
        return (made.text("opportunity.id") ?? "", contact, pipeline)
    }

    @Test func `an opportunity is made, read, changed and deleted`() async throws {
        let server = try await TestServer()
        try await server.api { api in
            let (id, contact, pipeline) = try await opportunity(api, ["monetaryValue": 1500.5, "source": "Walk-in"])
            let stages = try #require(pipeline["stages"] as? [[String: Any]])
            let read = try await api.get("/opportunities/\(id)")
            #expect(read["opportunity.monetaryValue"] as? Double == 1500.5)
            #expect(read.text("opportunity.currency") == "USD")
            #expect(read.text("opportunity.contact.email") == "ann@example.com")
            #expect(read.text("opportunity.attributions.0.utmSessionSource") == "Third Party")
            #expect(read["opportunity.effectiveProbability"] as? Int == 10)
            server.advance(by: .hour)
            let changed = try await api.put(
                "/opportunities/\(id)", ["pipelineStageId": stages[1]["id"] ?? "", "monetaryValue": "20.255"])
            #expect(changed["opportunity.monetaryValue"] as? Double == 20.26)
            #expect(changed.text("opportunity.lastStageChangeAt") != changed.text("opportunity.lastStatusChangeAt"))
            let status = try await api.put("/opportunities/\(id)/status", ["status": "won"])
            #expect(status["succeded"] as? Bool == true && status["success"] as? Bool == true)
            #expect(try await api.get("/opportunities/\(id)").text("opportunity.status") == "won")
            #expect(try await api.delete("/opportunities/\(id)").status == 200)
            #expect(try await api.get("/opportunities/\(id)").status == 404)
            #expect(try await api.get("/contacts/\(contact)").status == 200)
        }
    }

    @Test func `an upsert changes what is there and makes what is not`() async throws {
        try await TestServer().api { api in
            let (id, contact, pipeline) = try await opportunity(api)
            let wish: [String: Any] = [
                "pipelineId": pipeline["id"] ?? "", "contactId": contact, "monetaryValue": 5, "followers": [],
                "isRemoveAllFollowers": false, "followersActionType": "add",
            ]
            let found = try await api.post("/opportunities/upsert", wish)
            #expect(found["new"] as? Bool == false)
            #expect(found.text("opportunity.id") == id)
            _ = try await api.put("/opportunities/\(id)/status", ["status": "lost"])
            let made = try await api.post("/opportunities/upsert", wish)
            #expect(made["new"] as? Bool == true)
            let named = try await api.post(
                "/opportunities/upsert", ["id": id, "pipelineId": pipeline["id"] ?? "", "name": "Laser again"])
            #expect(named.text("opportunity.name") == "Laser again")
            #expect(try await api.post("/opportunities/upsert", ["pipelineId": pipeline["id"] ?? ""]).status == 422)
        }
    }

    @Test(arguments: [
        (#"{"status":"all"}"#, "status"), (#"{"monetaryValue":"much"}"#, "monetaryValue"),
        (#"{"monetaryValue":-1}"#, "monetaryValue"), (#"{"currency":"ZZZ"}"#, "currency"),
        (#"{"pipelineStageId":"nowhere"}"#, "pipelineStageId"), (#"{"assignedTo":"nobody"}"#, "assignedTo"),
        (#"{"forecastExpectedCloseDate":"soon"}"#, "forecastExpectedCloseDate"),
        (#"{"forecastProbability":200}"#, "forecastProbability"), (#"{"contactId":"nobody"}"#, "contactId"),
        (#"{"status":"lost","lostReasonId":"none"}"#, "lostReasonId"), (#"{"name":""}"#, "name"),
        (#"{"customFields":[{"id":"none","field_value":"x"}]}"#, "customFields"),
    ])
    func `what makes no sense is refused by name`(body: String, field: String) async throws {
        try await TestServer().api { api in
            let (id, _, _) = try await opportunity(api)
            let answer = try await api.send(.put, "/opportunities/\(id)", Data(body.utf8))
            #expect(answer.status == 422)
            #expect(answer.problems.first?.hasPrefix(field) == true, "\(answer.problems)")
        }
    }

    @Test func `a search by cursor walks through everything, in both shapes`() async throws {
        let server = try await TestServer()
        try await server.api { api in
            let (_, contact, pipeline) = try await opportunity(api, ["monetaryValue": 1])
            for number in 2...5 {
                server.advance(by: .minute)
                _ = try await api.post(
                    "/opportunities/",
                    [
                        "pipelineId": pipeline["id"] ?? "", "name": "No. \(number)", "status": "open",
                        "contactId": contact, "monetaryValue": number,
                    ])
            }
            var path: String? = "/opportunities/search?location_id=\(server.account.locationID)&limit=2&q=ann"
            var names: [String] = []
            while let next = path {
                let page = try await api.get(next)
                #expect(page["meta.total"] as? Int == 5)
                let found = try #require(page["opportunities"] as? [[String: Any]])
                names += found.compactMap { $0["name"] as? String }
                path = page.text("meta.nextPageUrl").map { String($0.dropFirst("https://leads.clinic.example".count)) }
            }
            #expect(names == ["No. 5", "No. 4", "No. 3", "No. 2", "Laser"])
            var after: [String] = []
            var values: [Int] = []
            repeat {
                let page = try await api.post(
                    "/opportunities/search",
                    [
                        "locationId": server.account.locationID, "query": "", "limit": 2, "page": 0,
                        "searchAfter": after, "order": "value_asc", "pipelineId": pipeline["id"] ?? "",
                        "additionalDetails": [
                            "notes": false, "tasks": false, "calendarEvents": false, "unReadConversations": false,
                        ],
                    ])
                let found = try #require(page["opportunities"] as? [[String: Any]])
                values += found.compactMap { $0["monetaryValue"] as? Int }
                after = page["searchAfter"] as? [String] ?? []
                #expect(page["stageAggregations.0.totalValue"] as? Int == 15)
                #expect(page["stageAggregations.0.weightedValue"] as? Double == 1.5)
                #expect(page["aggregations.byStatus.0.count"] as? Int == 5)
            } while !after.isEmpty
            #expect(values == [1, 2, 3, 4, 5])
        }
    }

    @Test(arguments: [
        ("status=won", 0), ("status=all", 1), ("pipeline_id=none", 0), ("contactId=none", 0), ("campaignId=x", 0),
        ("date=11-02-2026", 1), ("endDate=11-01-2026", 0), ("date=11-03-2026", 0), ("q=laser", 1), ("q=bob", 0),
        ("page=2", 0), ("order=name_asc&startAfter=a", 1), ("order=name_asc&startAfter=m", 0),
    ])
    func `a list takes the filters of either version`(query: String, count: Int) async throws {
        try await TestServer().api { api in
            _ = try await opportunity(api)
            let answer = try await api.get("/opportunities/search?\(query)")
            #expect(answer.status == 200, "\(answer.json)")
            #expect((answer["opportunities"] as? [Any])?.count == count)
        }
    }

    @Test(arguments: [
        "limit=101", "limit=0", "order=sideways", "date=yesterday", "status=maybe", "startAfter=x",
        "location_id=another", "page=0",
    ])
    func `a list says what it does not take`(query: String) async throws {
        try await TestServer().api { api in
            let answer = try await api.get("/opportunities/search?\(query)")
            #expect([403, 422].contains(answer.status))
        }
    }

    @Test func `a search brings its contacts' notes and tasks when it is asked to`() async throws {
        try await TestServer().api { api in
            let (_, contact, _) = try await opportunity(api)
            _ = try await api.post("/contacts/\(contact)/notes", ["body": "Prefers mornings"])
            let plain = try await api.get("/opportunities/search")
            #expect(plain["opportunities.0.notes"] == nil)
            let rich = try await api.get("/opportunities/search?getNotes=true&getTasks=true&getCalendarEvents=true")
            #expect(rich.text("opportunities.0.notes.0.body") == "Prefers mornings")
            #expect((rich["opportunities.0.tasks"] as? [Any])?.isEmpty == true)
            #expect((rich["opportunities.0.calendarEvents"] as? [Any])?.isEmpty == true)
        }
    }

    @Test func `followers are users, and are added and taken off`() async throws {
        let server = try await TestServer()
        let user = try await server.crm.people.create(
            email: "fay@clinic.example", role: .user, password: "long enough", now: server.now)
        try await server.api { api in
            let (id, _, _) = try await opportunity(api)
            let path = "/opportunities/\(id)/followers"
            let added = try await api.post(path, ["followers": [user.id.rawValue]])
            #expect(added.status == 201)
            #expect(added["followersAdded"] as? [String] == [user.id.rawValue])
            #expect(try await api.post(path, ["followers": ["nobody"]]).status == 422)
            let read = try await api.get("/opportunities/\(id)")
            #expect(read["opportunity.followers"] as? [String] == [user.id.rawValue])
            let body = try JSONSerialization.data(withJSONObject: ["followers": [String]()])
            let removed = try await api.send(.delete, path + "?isRemoveAllFollowers=true", body)
            #expect(removed["followersRemoved"] as? [String] == [user.id.rawValue])
            #expect(removed["followers"] as? [String] == [])
        }
    }

    @Test func `lost reasons are listed, those that were removed apart`() async throws {
        let server = try await TestServer()
        for name in ["Too dear", "Went elsewhere"] {
            try await server.crm.pipelines.addLostReason(
                server.account.id, name: name, by: .command, now: server.now)
        }
        let gone = try #require(try await server.crm.pipelines.lostReasons(server.account.id).first)
        try await server.crm.pipelines.removeLostReason(server.account.id, gone.id, by: .command, now: server.now)
        try await server.api { api in
            let offered = try await api.get("/opportunities/lost-reason?locationId=\(server.account.locationID)")
            #expect(offered.text("lostReasons.0.name") == "Went elsewhere")
            #expect(offered["total"] as? Int == 1)
            let removed = try await api.get("/opportunities/lost-reason?deleted=true&query=dear")
            #expect(removed.text("lostReasons.0.name") == "Too dear")
        }
    }

    @Test func `a field that can have several values is answered as a list of them`() async throws {
        let server = try await TestServer()
        var draft = FieldDraft(name: "Areas", type: .multiSelect, model: .opportunity)
        draft.options = ["Face", "Hands, both"]
        let field = try await server.crm.fields.create(server.account.id, draft, by: .command, now: server.now)
        try await server.api { api in
            let wish = ["id": field.id.rawValue, "field_value": ["Face", "Hands, both"]] as [String: Any]
            let (id, _, _) = try await opportunity(api, ["customFields": [wish]])
            let answer = try await api.get("/opportunities/\(id)")
            #expect(answer.text("opportunity.customFields.0.fieldValue.0") == "Face")
            #expect(answer.text("opportunity.customFields.0.fieldValue.1") == "Hands, both")
        }
    }

    @Test func `custom fields of opportunities are checked by their type`() async throws {
        let server = try await TestServer()
        let field = try await server.crm.fields.create(
            server.account.id, FieldDraft(name: "Sessions", type: .number, model: .opportunity), by: .command,
            now: server.now)
        try await server.api { api in
            let (id, _, _) = try await opportunity(
                api, ["customFields": [["id": field.id.rawValue, "field_value": "6"]]])
            let path = "/opportunities/\(id)"
            #expect(try await api.get(path).text("opportunity.customFields.0.fieldValue") == "6")
            let wrong = ["customFields": [["id": field.id.rawValue, "fieldValue": "many"]]]
            #expect(try await api.put(path, wrong).status == 422)
            let emptied = ["customFields": [["id": field.id.rawValue, "fieldValue": ""]]]
            #expect(try await api.put(path, emptied).status == 200)
            let left = try await api.get(path)
            #expect((left["opportunity.customFields"] as? [Any])?.isEmpty == true)
        }
    }
}
