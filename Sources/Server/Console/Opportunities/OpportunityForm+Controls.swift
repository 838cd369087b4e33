import CRM

extension OpportunityForm {
    /// - Parameters:
    ///   - pipelines: with several, each stage says whose it is.
    ///   - people: who may be its owner.
    func controls(_ pipelines: [Pipeline], people: [User]) -> [FieldControl] {
        [
            line("name", "Name", maxlength: 500, isRequired: true), stage(pipelines),
            line("value", "Value", inputmode: "decimal", maxlength: 30), currency, owner(people),
            line("source", "Source", maxlength: 500, hint: "How it came about, in your own words."),
            line("closes_on", "Expected to close on", type: "date"),
            line("probability", "Probability, in percent", type: "number", hint: "Empty: what its stage says."),
        ] + fields.filter { $0.derivedFrom == nil }.map(custom)
    }

    var errors: [FormError] { problem.map { [FormError(text: Self.text($0), fieldId: Self.control($0.field))] } ?? [] }

    /// The API's names for what stands in controls of other names.
    private static func control(_ field: String) -> String? {
        switch field {
        case "monetaryValue": "value"
        case "pipelineStageId", "pipelineId": "stage"
        case "assignedTo": "owner"
        case "forecastProbability": "probability"
        case "customFields": nil
        default: field
        }
    }

    private static func text(_ problem: InvalidField) -> String {
        switch problem.field {
        case "name": "Give the opportunity a name of at most 500 characters."
        case "monetaryValue": "The value cannot be negative, nor larger than anything is worth."
        case "pipelineStageId", "pipelineId": "That stage is not there any more. Choose another one."
        case "assignedTo": "That user is not there any more. Choose another owner."
        default: problem.message
        }
    }

    private func line(
        _ name: String, _ label: String, type: String = "text", inputmode: String? = nil, maxlength: Int? = nil,
        isRequired: Bool = false, hint: String? = nil
    ) -> FieldControl {
        var control = FieldControl(id: name, name: name, label: label)
        control.line = FieldControl.Line(
            type: type, value: values[name]?.nonBlank, inputmode: inputmode, maxlength: maxlength)
        control.required = isRequired
        control.hint = hint
        return control
    }

    private func stage(_ pipelines: [Pipeline]) -> FieldControl {
        var control = FieldControl(id: "stage", name: "stage", label: "Stage")
        control.select = FieldControl.Select(
            options: pipelines.flatMap { pipeline in
                pipeline.stages.map { stage in
                    FieldControl.Option(
                        value: stage.id.rawValue,
                        label: pipelines.count > 1 ? "\(pipeline.name): \(stage.name)" : stage.name,
                        selected: stage.id.rawValue == values["stage"])
                }
            })
        return control
    }

    private var currency: FieldControl {
        var control = FieldControl(id: "currency", name: "currency", label: "Currency")
        control.select = FieldControl.Select(
            options: Currency.all.map {
                FieldControl.Option(value: $0.rawValue, label: $0.rawValue, selected: $0.rawValue == values["currency"])
            })
        return control
    }

    private func owner(_ people: [User]) -> FieldControl {
        var control = FieldControl(id: "owner", name: "owner", label: "Owner")
        let nobody = FieldControl.Option(value: "", label: "Nobody", selected: values["owner"]?.nonBlank == nil)
        control.select = FieldControl.Select(
            options: [nobody]
                + people.map {
                    FieldControl.Option(
                        value: $0.id.rawValue, label: $0.email.text, selected: $0.id.rawValue == values["owner"])
                })
        return control
    }

    private func custom(_ field: CustomField) -> FieldControl {
        let name = Self.name(field)
        var control = FieldControl(id: name.replacing(".", with: "-"), name: name, label: field.name)
        let value = values[name]?.nonBlank
        switch field.type {
        case .multiLine: control.area = FieldControl.Area(value: value)
        case .select, .radio, .boolean:
            // It shows a value that the field's type would not allow: saving must not lose it.
            let offered = field.type == .boolean ? ["Yes", "No"] : field.options
            let options = offered + [value].compactMap { $0 }.filter { !offered.contains($0) }
            control.select = FieldControl.Select(
                options: [FieldControl.Option(value: "", label: "–", selected: value == nil)]
                    + options.map { FieldControl.Option(value: $0, label: $0, selected: $0 == value) })
        default: control.line = FieldControl.Line(type: "text", value: value, maxlength: 10_000)
        }
        return control
    }
}
