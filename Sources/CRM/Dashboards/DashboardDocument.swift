/// What the database keeps of a dashboard beside its name: one text.
struct DashboardDocument: Codable {
    let period: WidgetPeriodDocument
    let widgets: [WidgetDocument]

    init(_ draft: DashboardDraft) {
        period = WidgetPeriodDocument(draft.period)
        widgets = draft.widgets.map(WidgetDocument.init)
    }

    /// A widget that this version cannot read, because a newer one wrote it, is left out.
    func readWidgets() -> [Widget] {
        widgets.compactMap { document in
            document.id.flatMap { try? WidgetReader.widget(document, id: WidgetID(rawValue: $0)) }
        }
    }
}
