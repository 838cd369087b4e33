import CRM
import Foundation
import HTTPTypes
import Testing

@testable import Server

/// What clients know and Headwater has not says so.
@Suite struct APIUnbuiltContactTests {
    @Test(arguments: [
        (HTTPRequest.Method.post, "/contacts/bulk/business"), (.get, "/contacts/business/b"),
        (.post, "/contacts/c/campaigns/x"), (.delete, "/contacts/c/campaigns/x"),
        (.delete, "/contacts/c/campaigns/removeAll"), (.delete, "/contacts/c/campaigns/remove-all"),
        (.post, "/contacts/c/workflow/w"), (.delete, "/contacts/c/workflow/w"), (.get, "/contacts/c/appointments"),
        (.post, "/locations/LOCATION/recurring-tasks"), (.get, "/locations/LOCATION/recurring-tasks/r"),
        (.put, "/locations/LOCATION/recurring-tasks/r"), (.delete, "/locations/LOCATION/recurring-tasks/r"),
    ])
    func `an address without a capability behind it answers 501 with a reason`(
        method: HTTPRequest.Method, path: String
    ) async throws {
        let server = try await TestServer()
        try await server.api { api in
            let address = path.replacing("LOCATION", with: server.account.locationID)
            let answer = try await api.send(method, address, method == .get ? nil : Data("{}".utf8))
            #expect(answer.status == 501)
            #expect(answer.text("message")?.contains("not part of Headwater yet") == true)
            #expect(answer.text("traceId")?.isEmpty == false)
        }
    }
}
