import Attribution
import CRM
import Foundation

/// What people read for what a widget is made of.
struct WidgetWords {
    let currency: Currency
    let fields: [CustomField]

    func unit(_ metric: ReportMetric) -> ChartUnit { metric.isAmount ? .money(currency) : .count }

    /// As a chart has it: amounts in whole units.
    func number(_ value: ReportValue, _ metric: ReportMetric) -> Double? {
        value.number.map { number in
            guard metric.isAmount else { return Double(number) }
            let major = Money(minorUnits: number, currency: currency).major
            return NSDecimalNumber(decimal: major).doubleValue
        }
    }

    /// As a cell has it; nil for no figure.
    func text(_ value: ReportValue, _ metric: ReportMetric) -> String? {
        value.number.map { number in
            metric.isAmount ? Money(minorUnits: number, currency: currency).text : Count.grouped(Int(number))
        }
    }

    /// As a file has it: a number that a spreadsheet reads.
    func plain(_ value: ReportValue, _ metric: ReportMetric) -> String? {
        value.number.map { number in
            metric.isAmount ? "\(Money(minorUnits: number, currency: currency).major)" : "\(number)"
        }
    }

    func label(_ field: ReportField) -> String {
        switch field {
        case .attribution(let dimension): dimension.label
        case .contactSource: "Contact Source"
        case .tag: "Tag"
        case .customField(let id): fields.first { $0.id == id }?.name ?? "A removed field"
        case .conversionKind: "Kind of conversion"
        case .pipeline: "Pipeline"
        case .stage: "Stage"
        case .status: "Status"
        }
    }

    /// A group of what a widget is divided by; nil is all that are not shown by themselves.
    func label(_ key: ReportKey?, of field: ReportField) -> String { key?.title(in: field) ?? Self.rest }

    /// Not “Other”: a source is called Others.
    static let rest = AttributionRow.restName

    /// What a line stands for: a group, or all that is counted.
    func label(_ series: WidgetLine.Series, of question: WidgetQuestion) -> String {
        switch series.kind {
        case .before: "Before"
        case .other: Self.rest
        case .whole: label(question.metrics[0], of: question.subjects[0])
        case .group(let key): question.groups.first.map { label(key, of: $0) } ?? Self.rest
        }
    }

    /// What is said of groups that are in none of the figures; nil where there are none.
    func left(_ result: WidgetResult) -> String? {
        switch result {
        case .line(let line) where line.more > 0: "\(Count.text(line.more, "more group")) not drawn."
        case .table(let table) where table.more > 0 && table.other == nil:
            "\(Count.text(table.more, "more row")) not shown."
        case .parts(let parts) where parts.more > 0 && parts.parts.last?.key != nil:
            "\(Count.text(parts.more, "more group")) not shown."
        default: nil
        }
    }

    /// What a widget is called: by its title, else by its figure.
    func title(of widget: Widget) -> String {
        widget.title.isEmpty ? label(widget.question.metrics[0], of: widget.question.subjects[0]) : widget.title
    }

    /// `Contacts`, `Won: sum of the value`
    func label(_ metric: ReportMetric, of subject: ReportSubject) -> String {
        switch metric {
        case .count: subject.label
        case .visitors: "Visitors"
        case .distinctContacts: subject == .contacts ? subject.label : "\(subject.label): different contacts"
        case .sum: subject == .wins ? "Revenue" : "Value of \(subject.label.lowercased())"
        case .average, .minimum, .maximum: "\(subject.label): \(metric.label.lowercased())"
        }
    }
}

extension ReportSubject {
    var label: String {
        switch self {
        case .visits: "Visits"
        case .contacts: "Contacts"
        case .conversions: "Conversions"
        case .opportunities: "Opportunities"
        case .wins: "Won"
        }
    }
}

extension ReportMetric {
    /// Whether it is an amount of money.
    var isAmount: Bool {
        switch self {
        case .sum, .average, .minimum, .maximum: true
        case .count, .visitors, .distinctContacts: false
        }
    }

    var label: String {
        switch self {
        case .count: "How many"
        case .visitors: "Different visitors (of visits)"
        case .distinctContacts: "Different contacts"
        case .sum: "Sum of the value"
        case .average: "Average value"
        case .minimum: "Smallest value"
        case .maximum: "Largest value"
        }
    }
}
