import Database

/// Who reads figures.
public enum DashboardAudience: Sendable {
    /// People of the account.
    case insiders
    /// Whoever has the address.
    case outsiders
}

extension Dashboards {
    /// The figures of widgets, all of one moment.
    ///
    /// - Parameter period: of those that have none of their own.
    /// - Throws: `ReportProblem.notReady`. What is wrong with one widget alone is its own result.
    public func answers(
        _ widgets: [Widget], over period: WidgetPeriod, of account: Account, to audience: DashboardAudience = .insiders,
        now: Milliseconds
    ) async throws -> [WidgetAnswer] {
        let fields = try await database.read { connection in
            try FieldStore.everything(connection, account.id)
        }
        let calendar = try await reports.calendar(for: account)
        var plans: [WidgetPlan] = []
        var results: [WidgetID: WidgetAnswer] = [:]
        for widget in widgets {
            if let refusal = WidgetRefusal(widget, fields, audience) {
                results[widget.id] = WidgetAnswer(widget: widget, days: nil, result: .refused(refusal))
            } else {
                let days = try await days(widget.question.period ?? period, account, now: now)
                plans.append(WidgetPlan(widget, over: days, calendar))
            }
        }
        for answer in try await answers(to: plans, account) { results[answer.id] = answer }
        return widgets.compactMap { results[$0.id] }
    }

    /// The days that a period means today.
    public func days(_ period: WidgetPeriod, _ account: Account, now: Milliseconds) async throws -> ReportDays {
        switch period {
        case .days(let days): days
        case .preset(let preset): try await reports.days(preset, for: account, now: now)
        }
    }

    /// All at once; when one of them is at fault, each by itself.
    private func answers(to plans: [WidgetPlan], _ account: Account) async throws -> [WidgetAnswer] {
        guard !plans.isEmpty else { return [] }
        do {
            let queries = plans.flatMap(\.queries)
            let (found, rules) = try await reports.moment(of: account) { moment in
                (try moment.answer(queries), moment.rulesUnderway)
            }
            var answers = found[...]
            return plans.map { plan in
                let own = Array(answers.prefix(plan.queries.count))
                answers = answers.dropFirst(own.count)
                return WidgetAnswer(
                    widget: plan.widget, days: plan.days, result: plan.result(own), rulesUnderway: rules)
            }
        } catch let problem as ReportProblem {
            if case .notReady = problem { throw problem }
            guard plans.count > 1 else {
                return plans.map {
                    WidgetAnswer(widget: $0.widget, days: $0.days, result: .refused(.problem(problem)))
                }
            }
            var each: [WidgetAnswer] = []
            for plan in plans { each += try await answers(to: [plan], account) }
            return each
        }
    }
}

extension WidgetRefusal {
    /// Nil for a widget that can be asked.
    fileprivate init?(_ widget: Widget, _ fields: [CustomField], _ audience: DashboardAudience) {
        for case .customField(let id) in widget.question.fields {
            guard let field = fields.first(where: { $0.id == id }) else {
                self = .fieldRemoved
                return
            }
            // What a person chose from a list names nobody; what they wrote may.
            if audience == .outsiders, widget.question.groups.contains(.customField(id)), !field.isClosed {
                self = .personal
                return
            }
        }
        return nil
    }
}

extension CustomField {
    /// Whether all its values are from a list: a number that somebody wrote may be that of a patient.
    fileprivate var isClosed: Bool {
        switch type {
        case .select, .multiSelect, .checkbox, .radio: !allowsOther
        case .rating, .boolean: true
        case .number, .money, .text, .multiLine, .email, .phone, .date, .file, .signature, .textList: false
        }
    }
}
