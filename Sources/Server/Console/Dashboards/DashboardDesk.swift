import CRM
import Foundation

/// What every page of a dashboard is made of: the figures of its widgets, ready to be shown.
struct DashboardDesk: Sendable {
    let crm: CRM
    let now: @Sendable () -> Milliseconds

    /// Everything that a page needs beside its own links.
    struct Reading {
        let boxes: [WidgetBox]
        /// While the figures are made for the first time: how far it is.
        let preparing: String?
        /// Rules that not all of the figures speak by yet.
        var rulesUnderway: RulesUnderway?
    }

    func reading(
        _ widgets: [Widget], over choice: PeriodChoice, of account: Account, to audience: DashboardAudience,
        _ addresses: WidgetAddresses
    ) async throws -> Reading {
        let words = try await words(account)
        do {
            let answers = try await crm.dashboards.answers(
                widgets, over: choice.period, of: account, to: audience, now: now())
            let spans = WidgetSpans.packed(answers.map { ($0.widget.kind, $0.widget.place.width) })
            return Reading(
                boxes: zip(answers, spans).map { answer, spans in
                    WidgetBox(
                        answer, words, addresses, named: WidgetFiles.name(answer, words, of: account),
                        query: choice.query, spans: spans)
                },
                preparing: nil,
                rulesUnderway: answers.lazy.compactMap(\.rulesUnderway).first)
        } catch ReportProblem.notReady(let share) {
            return Reading(boxes: [], preparing: "The figures are being prepared: \(Int(share * 100)) % done.")
        }
    }

    /// One widget alone; nil while the figures are prepared.
    func answer(
        _ widget: Widget, over choice: PeriodChoice, of account: Account, to audience: DashboardAudience
    ) async throws -> WidgetAnswer? {
        do {
            return try await crm.dashboards.answers(
                [widget], over: choice.period, of: account, to: audience, now: now()
            ).first
        } catch ReportProblem.notReady {
            return nil
        }
    }

    /// What fields and amounts are called.
    func words(_ account: Account) async throws -> WidgetWords {
        WidgetWords(
            currency: try await crm.currencies.rates(account.id).base,
            fields: try await crm.fields.everything(account.id))
    }
}
