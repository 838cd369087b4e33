import CRM
import Hummingbird

/// The files that a widget's figures can be had as.
enum WidgetFiles {
    /// - Throws: `NotFound.widget` for a widget that has no figures.
    static func csv(_ answer: WidgetAnswer?, _ words: WidgetWords) throws -> Response {
        guard let answer, let cells = WidgetCells(answer, words) else { throw NotFound.widget }
        return .csv(cells.csv, named: WidgetAddresses.fileName(answer.widget))
    }

    /// - Throws: `NotFound.widget` for a widget that is not drawn.
    static func svg(_ answer: WidgetAnswer?, _ words: WidgetWords) throws -> Response {
        guard let answer, let chart = WidgetDrawing.chart(answer, words) else { throw NotFound.widget }
        return ChartFile.response(chart, named: WidgetAddresses.fileName(answer.widget))
    }
}
