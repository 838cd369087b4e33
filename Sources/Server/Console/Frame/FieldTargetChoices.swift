import CRM

/// Where an answer can go, as options of a select.
enum FieldTargetChoices {
    /// - Parameter none: what the choice of no target is called; nil when there has to be one.
    static func options(
        _ fields: [CustomField], none: String?, selected: FieldTarget?
    ) -> [FieldControl.Option] {
        let properties = ContactProperty.allCases.map { (target: FieldTarget.property($0), label: $0.label) }
        let custom = fields.filter { $0.fillable && $0.derivedFrom == nil }
            .map { (target: FieldTarget.custom($0.id), label: $0.name) }
        let targets = properties + custom + [(target: FieldTarget.contactSource, label: "Contact Source")]
        let first = none.map { [FieldControl.Option(value: "", label: $0, selected: selected == nil)] } ?? []
        return first
            + targets.map { target, label in
                FieldControl.Option(value: target.rawValue, label: label, selected: target == selected)
            }
    }

    static func label(_ target: FieldTarget, _ fields: [CustomField]) -> String {
        switch target {
        case .property(let property): property.label
        case .custom(let id): fields.first { $0.id == id }?.name ?? "a field that was removed"
        case .contactSource: "Contact Source"
        }
    }
}
