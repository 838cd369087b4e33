import CRM
import Hummingbird

/// Forms and their submissions, for programs.
struct FormsAPIController: Sendable {
    let crm: CRM

    /// `GET /forms/`
    func list(_ call: APICall) async throws -> Response {
        let request = FormListRequest(call.query)
        let forms = request.wantsForms ? try await crm.forms.all(call.account.id) : []
        let page = forms.dropFirst(request.offset).prefix(request.limit)
        return try .json(
            WireForms(
                forms: page.map { WireForm(id: $0.id.rawValue, name: $0.name, locationId: call.account.locationID) },
                total: forms.count))
    }

    /// `GET /forms/submissions`
    func submissions(_ call: APICall) async throws -> Response {
        let request = try SubmissionListRequest(call.query, of: call.account, now: call.now)
        let found = try await crm.submissions.sent(call.account.id, request.query)
        return try .json(WireSentForms(found, request.query))
    }
}
