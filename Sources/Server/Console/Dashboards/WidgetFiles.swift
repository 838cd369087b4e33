import CRM
import Hummingbird

/// The files that a widget's figures can be had as.
enum WidgetFiles {
    /// - Throws: `NotFound.widget` for a widget that has no figures.
    static func csv(_ answer: WidgetAnswer?, _ words: WidgetWords, of account: Account) throws -> Response {
        guard let answer, let cells = WidgetCells(answer, words) else { throw NotFound.widget }
        return .csv(cells.csv, named: name(answer, words, of: account))
    }

    /// - Throws: `NotFound.widget` for a widget that is not drawn.
    static func svg(_ answer: WidgetAnswer?, _ words: WidgetWords, of account: Account) throws -> Response {
        guard let answer, let chart = WidgetDrawing.chart(answer, words) else { throw NotFound.widget }
        let name = name(answer, words, of: account)
        return ChartFile.response(chart, named: name.ascii).named(name, "svg")
    }

    /// What it is kept as: after the widget, the account and the days.
    static func name(_ answer: WidgetAnswer, _ words: WidgetWords, of account: Account) -> ExportName {
        ExportName(words.title(of: answer.widget), of: account, days: answer.days)
    }
}
