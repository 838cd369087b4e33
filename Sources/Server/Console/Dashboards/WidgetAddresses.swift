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

    /// The widget's title in letters that every system takes for a file.
    static func fileName(_ widget: Widget) -> String {
        let letters = widget.title.lowercased().unicodeScalars.map { scalar -> Character in
            ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
        }
        let words = String(letters).split(separator: "-").joined(separator: "-")
        return words.isEmpty ? "widget" : String(words.prefix(60))
    }
}
