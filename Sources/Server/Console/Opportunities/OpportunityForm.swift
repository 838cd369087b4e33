import CRM
import Foundation

/// What a person typed about an opportunity.
struct OpportunityForm {
    private(set) var values: [String: String] = [:]
    private(set) var problem: InvalidField?
    let fields: [CustomField]

    /// An empty form for a contact.
    init(of contact: Contact, currency: Currency, owner: User, fields: [CustomField]) {
        self.fields = fields
        values = ["name": contact.displayName, "currency": currency.rawValue, "owner": owner.id.rawValue]
    }

    init(_ detail: OpportunityDetail, fields: [CustomField]) {
        self.fields = fields
        let opportunity = detail.opportunity
        values = [
            "name": opportunity.name, "stage": opportunity.stage.rawValue,
            "value": opportunity.value.minorUnits == 0 ? "" : "\(opportunity.value.major)",
            "currency": opportunity.value.currency.rawValue, "owner": opportunity.assignedTo?.rawValue ?? "",
            "source": opportunity.source ?? "", "closes_on": opportunity.forecast.closesOn?.rawValue ?? "",
            "probability": opportunity.forecast.probability.map(String.init) ?? "",
        ]
        for field in fields { values[Self.name(field)] = detail.custom[field.id] ?? "" }
    }

    init(_ form: FormBody, fields: [CustomField]) {
        self.fields = fields
        for name in form.names { values[name] = form[name]?.trimmingCharacters(in: .whitespacesAndNewlines) }
    }

    static func name(_ field: CustomField) -> String { "custom.\(field.id)" }

    /// - Throws: `InvalidField`.
    func edit() throws -> OpportunityEdit {
        var edit = OpportunityEdit()
        edit.name = values["name"] ?? ""
        edit.stage = values["stage"]?.nonBlank.map(StageID.init(rawValue:))
        if let text = values["value"] {
            guard let amount = text.isEmpty ? 0 : Money.decimal(text) else {
                throw InvalidField(field: "value", message: "Write the value as a number, like 1500 or 1,500.50.")
            }
            edit.amount = amount
        }
        edit.currency = values["currency"].flatMap(Currency.init(rawValue:))
        edit.assignedTo = values["owner"].map { $0.nonBlank.map(UserID.init(rawValue:)) }
        edit.source = values["source"].map { $0.nonBlank }
        edit.closesOn = try values["closes_on"].map { text in
            guard let day = text.nonBlank else { return nil }
            guard let date = CalendarDate(day) else {
                throw InvalidField(field: "closes_on", message: "Write the day as YYYY-MM-DD.")
            }
            return date
        }
        edit.probability = try values["probability"].map { text in
            guard let typed = text.nonBlank else { return nil }
            guard let percent = Int(typed), (0...100).contains(percent) else {
                throw InvalidField(field: "probability", message: "Write a probability from 0 to 100.")
            }
            return percent
        }
        for field in fields where field.derivedFrom == nil {
            if let value = values[Self.name(field)] { edit.custom[field.id] = .some(value.nonBlank) }
        }
        return edit
    }

    mutating func refuse(_ problem: InvalidField) { self.problem = problem }
}
