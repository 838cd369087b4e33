import Testing

@testable import CRM

/// What a new dashboard begins with.
@Suite struct DashboardTemplateTests {
    @Test(arguments: DashboardTemplate.allCases)
    func `a title that names days belongs to a widget with days of its own`(template: DashboardTemplate) throws {
        var number = 0
        let draft = try template.draft(name: "x") {
            number += 1
            return WidgetID(rawValue: "\(number)")
        }
        for widget in draft.widgets where widget.title.contains("day") {
            #expect(widget.question.period != nil, "\(widget.title)")
        }
        let won = draft.widgets.first { $0.title == "Won in 30 days" }
        #expect((won?.question.period == .preset(.last30Days)) == (template == .frontDesk))
    }
}
