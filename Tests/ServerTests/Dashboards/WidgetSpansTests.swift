import CRM
import Testing

@testable import Server

/// Dashboards where there is no room for twelve columns.
@Suite struct WidgetSpansTests {
    @Test(
        arguments: [
            // Four numbers, a line and a donut, an odd one, a table.
            (
                [(.number, 3), (.number, 3), (.number, 3), (.number, 3), (.line, 8), (.donut, 4), (.table, 4)],
                [1, 1, 1, 1, 2, 2, 2], [1, 1, 1, 1, 4, 4, 4]
            ),
            ([(.donut, 4), (.bar, 6), (.funnel, 6), (.table, 12)], [1, 1, 2, 2], [2, 2, 4, 4]),
            ([(.number, 2), (.number, 2), (.line, 12)], [1, 1, 2], [2, 2, 4]),
            ([(.number, 2), (.bar, 6), (.bar, 6)], [1, 1, 2], [1, 3, 4]),
            ([(.number, 3), (.number, 3), (.number, 3)], [1, 1, 2], [1, 1, 2]),
            ([(.number, 3)], [2], [4]),
            ([], [], []),
        ] as [([WidgetSpans.Shape], [Int], [Int])])
    func `what is left of a row goes to the widgets in it`(
        shapes: [WidgetSpans.Shape], halves: [Int], quarters: [Int]
    ) {
        let spans = WidgetSpans.packed(shapes)
        #expect(spans.map(\.halves) == halves)
        #expect(spans.map(\.quarters) == quarters)
    }
}
