import CRM
import Hummingbird

/// An account's dashboards, for programs.
struct DashboardsAPIController: Sendable {
    let crm: CRM

    /// `GET /reports/dashboards`
    func list(_ call: APICall) async throws -> Response {
        let all = try await crm.dashboards.all(call.account.id)
        return try .json(WireDashboards(dashboards: all.map { WireDashboard($0, call.account) }))
    }

    /// `POST /reports/dashboards`
    func create(_ call: APICall) async throws -> Response {
        let dashboard = try await Self.answering {
            try await crm.dashboards.create(call.account.id, try draft(call), by: call.token.actor, now: call.now)
        }
        return try .json(WireSingleDashboard(dashboard: WireDashboard(dashboard, call.account)), status: .created)
    }

    /// `GET /reports/dashboards/<dashboard>`
    func show(_ call: APICall) async throws -> Response {
        let dashboard = try await crm.dashboards.dashboard(call.account.id, try call.id("dashboardId"))
        return try .json(WireSingleDashboard(dashboard: WireDashboard(dashboard, call.account)))
    }

    /// `PUT /reports/dashboards/<dashboard>`
    func update(_ call: APICall) async throws -> Response {
        let id: DashboardID = try call.id("dashboardId")
        let dashboard = try await Self.answering {
            let wish = try draft(call)
            return try await crm.dashboards.change(
                call.account.id, id, revision: call.body["revision"]?.integer ?? 0, by: call.token.actor, now: call.now
            ) { $0 = wish }
        }
        return try .json(WireSingleDashboard(dashboard: WireDashboard(dashboard, call.account)))
    }

    /// `DELETE /reports/dashboards/<dashboard>`
    func delete(_ call: APICall) async throws -> Response {
        try await crm.dashboards.delete(
            call.account.id, try call.id("dashboardId"), by: call.token.actor, now: call.now)
        return try .json(WireSucceeded())
    }

    /// What the body asks for: each wrong widget is named by its number.
    private func draft(_ call: APICall) throws -> DashboardDraft {
        let name = call.body["name"]?.text ?? ""
        let template = call.body["template"]?.text.flatMap(DashboardTemplate.init(rawValue:))
        var draft = DashboardDraft(name: name)
        var ordinal = 0
        func nextID() -> WidgetID {
            ordinal += 1
            return crm.ids.identifier(at: call.now, ordinal: ordinal)
        }
        if let template { draft = try template.draft(name: name, id: nextID) }
        if let written = call.body["period"], written != .null {
            guard let period = WidgetPeriodDocument(written).period else {
                throw APIError.invalid(["period: \(DashboardProblem.period.message)"])
            }
            draft.period = period
        }
        var problems: [String] = []
        for (index, value) in (call.body["widgets"]?.elements ?? []).enumerated() {
            do {
                try draft.add(WidgetDocument(value), id: nextID())
            } catch let error as InvalidWidget {
                problems += error.problems.map { "widgets.\(index).\($0.member): \($0.message)" }
            }
        }
        guard problems.isEmpty else { throw APIError.invalid(problems) }
        return draft
    }

    private static func answering(_ work: () async throws -> Dashboard) async throws -> Dashboard {
        do {
            return try await work()
        } catch let error as InvalidDashboard {
            throw APIError.invalid(error.problems.map { "\($0.apiField): \($0.message)" })
        } catch is DashboardChanged {
            throw APIError.conflict("The dashboard has changed: read it again, and send its revision")
        }
    }
}

extension DashboardProblem {
    fileprivate var apiField: String {
        switch self {
        case .name: "name"
        case .period: "period"
        case .tooManyWidgets: "widgets"
        case .tooMany, .lifetime, .tooManyLinks: "dashboard"
        }
    }
}
