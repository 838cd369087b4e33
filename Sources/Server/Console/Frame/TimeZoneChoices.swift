import CRM

/// The time zones that an account may choose, as options of a select.
enum TimeZoneChoices {
    static func options(selected: String) -> [FieldControl.Option] {
        let places = TimeZoneName.all.filter { $0.contains("/") && !$0.hasPrefix("Etc/") }
        let known = ["UTC"] + places
        // An account may have one that the list leaves out, like "GMT".
        return (known.contains(selected) ? known : [selected] + known).map { name in
            FieldControl.Option(value: name, label: name.replacing("_", with: " "), selected: name == selected)
        }
    }
}
