import CRM

/// Where the files of a dashboard's widgets are.
struct WidgetAddresses {
    /// The address under which the widgets are.
    let root: String

    func csv(_ id: WidgetID, _ query: [(name: String, value: String)]) -> String { path(id, "table.csv", query) }
    func svg(_ id: WidgetID, _ query: [(name: String, value: String)]) -> String { path(id, "chart.svg", query) }

    private func path(_ id: WidgetID, _ file: String, _ query: [(name: String, value: String)]) -> String {
        query.reduce(ConsolePath(root + "/" + ConsolePath.escaped(id.rawValue) + "/" + file)) {
            $0.with($1.name, $1.value)
        }.text
    }
}
