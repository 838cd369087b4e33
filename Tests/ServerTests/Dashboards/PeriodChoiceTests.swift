import CRM
import Testing

@testable import Server

/// The period that an address asks for.
@Suite struct PeriodChoiceTests {
    private func choice(_ query: String) -> PeriodChoice { PeriodChoice(FormBody(query), usual: .usual) }

    @Test(arguments: [
        "period=days&from=2026-11-02", "period=days&to=2026-11-02", "period=days&from=2026-11-02&to=2026-11-01",
        "period=days",
    ])
    func `days that are given in part or backwards stay in the form, and the usual ones are shown`(
        query: String
    ) {
        let choice = choice(query)
        #expect(choice.isWrong && choice.period == .usual && choice.query.isEmpty)
        #expect(choice.document.preset == nil)
        #expect(choice.document.from != nil || !query.contains("from"))
        #expect(choice.document.to != nil || !query.contains("to="))
    }

    @Test func `an unknown period is wrong, and the form shows the usual one`() {
        let choice = choice("period=someday")
        #expect(choice.isWrong && choice.document == WidgetPeriodDocument(.usual))
    }

    @Test func `what is wrong with a period is said in a sentence that says what to do`() {
        #expect(
            DashboardProblem.period.message
                == "Choose a period, or give both a first and a last day; the first must not be after the last.")
        #expect(WidgetProblem.period.message == DashboardProblem.period.message)
    }
}
