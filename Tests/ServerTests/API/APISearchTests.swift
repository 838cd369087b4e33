import CRM
import Foundation
import Testing

@testable import Server

/// `POST /contacts/search` and `GET /contacts/search/duplicate`.
@Suite struct APISearchTests {
    private func names(_ answer: APIClient.Answer) -> [String] {
        (answer["contacts"] as? [[String: Any]])?.compactMap { $0["firstName"] as? String } ?? []
    }

    private func fill(_ server: TestServer, _ api: APIClient) async throws {
        let people: [[String: Any]] = [
            [
                "firstName": "Ann", "email": "ann@example.com", "city": "Graz", "tags": ["vip"],
                "attributionSource": [
                    "url": "https://c.example/?gclid=G1&utm_campaign=Spring", "utmCampaign": "Spring",
                ],
            ],
            [
                "firstName": "Bob", "email": "bob@example.com", "phone": "+436601234567", "city": "Wien",
                "lastAttributionSource": ["sessionSource": "Referral", "utmCampaign": "Spring", "utmAdId": "7"],
            ],
            ["firstName": "Cid", "email": "cid@example.com", "tags": ["vip", "new"]],
        ]
        for person in people {
            #expect(try await api.post("/contacts/", person).status == 201)
            server.advance(by: 1_000)
        }
    }

    @Test(arguments: [
        (#"[{"field":"lastAttributionSource.utmCampaign","operator":"eq","value":"spring"}]"#, "Bob Ann"),
        (#"[{"field":"attributionSource.sessionSource","operator":"eq","value":"Referral"}]"#, "Bob"),
        (#"[{"field":"attributionSource.sessionSource","operator":"contains","value":"third"}]"#, "Cid"),
        (#"[{"field":"lastAttributionSource.utmAdId","operator":"exists"}]"#, "Bob"),
        (#"[{"field":"contact.utm_campaign","operator":"not_exists"}]"#, "Cid"),
        (#"[{"field":"customFields.utm_campaign","operator":"contains","value":"PRI"}]"#, "Bob Ann"),
        (#"[{"field":"tags","operator":"eq","value":["new","none"]}]"#, "Cid"),
        (#"[{"field":"tags","operator":"not_contains","value":"vi"}]"#, "Bob"),
        (#"[{"field":"email","operator":"eq","value":"CID@example.com"}]"#, "Cid"),
        (#"[{"field":"phone","operator":"eq","value":"+43 660 1234567"}]"#, "Bob"),
        (#"[{"field":"firstNameLowerCase","operator":"not_eq","value":"ann"}]"#, "Cid Bob"),
        (#"[{"field":"dnd","operator":"eq","value":false}]"#, "Cid Bob Ann"),
        (#"[{"field":"dateAdded","operator":"range","value":{"gte":"1970-01-01","lte":"2999-12-31"}}]"#, "Cid Bob Ann"),
        (#"[{"field":"dateAdded","operator":"range","value":{"from":"2999-01-01"}}]"#, ""),
        (
            #"[{"group":"OR","filters":[{"field":"city","operator":"eq","value":"wien"},{"group":"AND","filters":["#
                + #"{"field":"tags","operator":"eq","value":"vip"},"#
                + #"{"field":"city","operator":"eq","value":"graz"}]}]}]"#,
            "Bob Ann"
        ),
        (#"[]"#, "Cid Bob Ann"),
    ])
    func `filters of every kind find contacts`(filters: String, expected: String) async throws {
        let server = try await TestServer()
        try await server.api { api in
            try await fill(server, api)
            let read = try JSONSerialization.jsonObject(with: Data(filters.utf8))
            let answer = try await api.post("/contacts/search", ["filters": read, "page": 1, "pageLimit": 20])
            #expect(answer.status == 200)
            #expect(names(answer).joined(separator: " ") == expected)
            #expect(answer["total"] as? Int == names(answer).count)
            #expect(answer.text("totalRelation") == "eq")
        }
    }

    @Test(
        arguments: [
            [], [["field": "dateAdded", "direction": "asc"]], [["field": "firstNameLowerCase", "direction": "desc"]],
            [["field": "city", "direction": "asc"], ["field": "dateAdded", "direction": "asc"]],
            [["field": "lastAttributionSource.utmCampaign", "direction": "asc"]],
        ] as [[[String: String]]])
    func `searchAfter leads through all pages in any order`(sort: [[String: String]]) async throws {
        let server = try await TestServer()
        try await server.api { api in
            try await fill(server, api)
            let whole = names(try await api.post("/contacts/search", ["sort": sort]))
            var found: [String] = []
            var after: Any = []
            for _ in 0..<4 {
                let page = try await api.post(
                    "/contacts/search", ["sort": sort, "pageLimit": 1, "searchAfter": after])
                #expect(page.status == 200)
                found += names(page)
                guard let place = page["contacts.0.searchAfter"] else { break }
                after = place
            }
            #expect(found == whole)
            #expect(whole.count == 3)
        }
    }

    @Test func `a contact that is found has both shapes of its attributions`() async throws {
        let server = try await TestServer()
        try await server.api { api in
            try await fill(server, api)
            let answer = try await api.post(
                "/contacts/search", ["filters": [["field": "id", "operator": "exists"]], "query": "bob"])
            #expect(names(answer) == ["Bob"])
            #expect(answer.text("contacts.0.lastAttributionSource.sessionSource") == "Referral")
            #expect(answer.text("contacts.0.attributions.1.utmAdId") == "7")
            #expect(answer.text("contacts.0.dateAdded") != nil)
        }
    }

    @Test(arguments: [
        (#"{"filters":[{"field":"shoeSize","operator":"eq","value":1}]}"#, "filters.0.field shoeSize"),
        (#"{"filters":[{"field":"city","operator":"like","value":"x"}]}"#, "filters.0.operator must be one of"),
        (#"{"filters":[{"operator":"eq","value":"x"}]}"#, "filters.0.field must not be empty"),
        (#"{"filters":[{"field":"city","operator":"eq"}]}"#, "filters.0.value must be a string"),
        (#"{"filters":[{"field":"city","operator":"eq","value":{"a":1}}]}"#, "filters.0.value must be a string"),
        (
            #"{"filters":[{"field":"dateAdded","operator":"range","value":"x"}]}"#,
            "filters.0.value must have one of gte"
        ),
        (
            #"{"filters":[{"field":"dateAdded","operator":"range","value":{"gte":"soon"}}]}"#,
            "filters.0.value must be a time"
        ),
        (#"{"filters":[{"field":"dnd","operator":"contains","value":"x"}]}"#, "filters.0.value cannot be a part"),
        (
            #"{"filters":[{"field":"attributionSource.sessionSource","operator":"eq","value":"Magic"}]}"#,
            "filters.0.value must be one of Paid Search"
        ),
        (
            #"{"filters":[{"field":"attributionSource.device","operator":"eq","value":"iPhone"}]}"#,
            "filters.0.field attributionSource.device follows from userAgent"
        ),
        (#"{"filters":[{"group":"XOR","filters":[{"field":"id","operator":"exists"}]}]}"#, "filters.0"),
        (#"{"filters":[{"group":"OR","filters":[]}]}"#, "filters.0.filters must not be empty"),
        (
            #"{"filters":[{"group":"OR","filters":[{"field":"no","operator":"exists"}]}]}"#,
            "filters.0.filters.0.field no"
        ),
        (#"{"filters":"x"}"#, "filters must be an array"),
        (#"{"sort":[{"field":"tags"}]}"#, "sort.0.field tags is not a field that contacts are sorted by"),
        (#"{"searchAfter":["x","y"]}"#, "searchAfter must be that of a contact"),
        (#"{"searchAfter":[1,"y"],"page":2}"#, "page cannot be given beside searchAfter"),
        (#"{"page":2000,"pageLimit":20}"#, "page must not lead beyond 10000 contacts"),
        (#"{"pageLimit":501}"#, "pageLimit must not be greater than 500"),
    ])
    func `what cannot be searched for is refused by name`(body: String, problem: String) async throws {
        try await TestServer().api { api in
            let answer = try await api.send(.post, "/contacts/search", Data(body.utf8))
            #expect(answer.status == 422)
            let messages = answer["message"] as? [String] ?? []
            #expect(messages.contains { $0.hasPrefix(problem) }, "\(messages)")
        }
    }

    @Test func `groups deeper than anyone needs are refused`() async throws {
        try await TestServer().api { api in
            for (depth, statuses) in [(5, [200]), (9, [400, 422]), (40, [400, 422])] {
                var filter: [String: Any] = ["field": "id", "operator": "exists"]
                for _ in 0..<depth { filter = ["group": "AND", "filters": [filter]] }
                let status = try await api.post("/contacts/search", ["filters": [filter]]).status
                #expect(statuses.contains(status), "\(depth) deep: \(status)")
            }
            let many = Array(repeating: ["field": "id", "operator": "exists"], count: 101)
            #expect(try await api.post("/contacts/search", ["filters": many]).status == 422)
        }
    }

    @Test(arguments: [
        ("email=ANN%40example.com", "Ann"), ("number=%2B43%20660%201234567", "Bob"),
        ("email=nobody%40example.com&number=%2B436601234567", "Bob"),
        ("email=cid%40example.com&number=%2B436601234567", "Cid"),
    ])
    func `a duplicate is found by e-mail, then by phone`(query: String, name: String) async throws {
        let server = try await TestServer()
        try await server.api { api in
            try await fill(server, api)
            let found = try await api.get("/contacts/search/duplicate?\(query)")
            #expect(found.status == 200)
            #expect(found.text("contact.firstName") == name)
            let none = try await api.get("/contacts/search/duplicate?email=nobody%40example.com")
            #expect(none.status == 200)
            #expect(none["contact"] is NSNull)
            #expect(try await api.get("/contacts/search/duplicate").status == 422)
        }
    }
}
