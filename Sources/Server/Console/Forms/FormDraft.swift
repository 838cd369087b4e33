import CRM
import Foundation

/// A form as it stands in the builder: what was typed, which may be wrong still.
struct FormDraft {
    var name: String
    var rows: [Row]
    var source: String?
    var submitLabel: String
    var thanks: String
    var redirect: String
    var redirects: Bool

    struct Row {
        /// What the answer is sent as; kept from one saving to the next, so that what was mapped stays mapped.
        var name: String
        var label: String
        var target: FieldTarget?
        var type: FieldType
        var isRequired: Bool
        var options: [String]
    }

    /// What a button of the builder does to the draft.
    enum Change: Equatable {
        case save, add
        case up(Int)
        case down(Int)
        case remove(Int)

        init?(_ text: String) {
            let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
            switch (parts.first, parts.count == 2 ? Int(parts[1]) : nil) {
            case ("save", nil): self = .save
            case ("add", nil): self = .add
            case ("up", let index?): self = .up(index)
            case ("down", let index?): self = .down(index)
            case ("remove", let index?): self = .remove(index)
            default: return nil
            }
        }
    }

    /// - Parameter targets: where the answers go, in the order of the questions.
    init(name: String, _ definition: FormDefinition, targets: [FieldTarget?]) {
        self.name = name
        rows = zip(definition.fields, targets).map { field, target in
            Row(
                name: field.name, label: field.label, target: target, type: field.type, isRequired: field.isRequired,
                options: field.options)
        }
        source = definition.source
        submitLabel = definition.submitLabel
        thanks = definition.thankYou
        redirect = definition.redirect ?? ""
        redirects = definition.redirect != nil
    }

    /// What was sent. Rows are numbered from 0 without a gap; a form has at most a hundred questions.
    init(_ form: FormBody) {
        name = form.text("name") ?? ""
        rows = (0...100).map { "rows[\($0)]." }.prefix { form[$0 + "label"] != nil }.map { Row(form, $0) }
        source = form.text("source").map { String($0.prefix(200)) }
        submitLabel = form.text("submitLabel").map { String($0.prefix(60)) } ?? FormDefinition.starter.submitLabel
        thanks = form.text("thanks").map { String($0.prefix(2_000)) } ?? FormDefinition.starter.thankYou
        redirect = form.text("redirect") ?? ""
        redirects = form.text("after") == "redirect"
    }

    mutating func apply(_ change: Change) {
        switch change {
        case .save:
            break
        case .add:
            rows.append(Row(name: "", label: "", target: nil, type: .text, isRequired: false, options: []))
        case .up(let index):
            if rows.indices.contains(index), index > 0 { rows.swapAt(index, index - 1) }
        case .down(let index):
            if rows.indices.contains(index), index + 1 < rows.count { rows.swapAt(index, index + 1) }
        case .remove(let index):
            if rows.indices.contains(index) { rows.remove(at: index) }
        }
    }

    /// What can be stored; `fields` are the account's.
    func definition(_ fields: [CustomField]) -> FormDefinition {
        var names: Set<String> = []
        let questions = rows.map { row in
            var name = row.fieldName(fields)
            while !names.insert(name).inserted { name += "_2" }
            return FormField(
                name: name, label: row.label, type: row.fittingType, isRequired: row.isRequired, options: row.options)
        }
        return FormDefinition(
            fields: questions, source: source, submitLabel: submitLabel, thankYou: thanks,
            redirect: redirects ? redirect : nil)
    }
}

extension FormDraft.Row {
    /// - Parameter prefix: `rows[3].`
    init(_ form: FormBody, _ prefix: String) {
        name = form.text(prefix + "name").map { String($0.prefix(100)) } ?? ""
        label = form.text(prefix + "label") ?? ""
        target = form.text(prefix + "target").flatMap(FieldTarget.init(rawValue:))
        type = form.text(prefix + "type").flatMap(FieldType.init(rawValue:)) ?? .text
        isRequired = form.text(prefix + "required") == "true"
        options = form.lines(prefix + "options")
    }

    /// A question for an e-mail address or a phone number checks that it gets one.
    var fittingType: FieldType {
        switch target {
        case .property(.email): .email
        case .property(.phone): .phone
        default: type
        }
    }

    /// The name by which the answer finds its target; without one the former name, or one made of the label.
    fileprivate func fieldName(_ fields: [CustomField]) -> String {
        switch target {
        case .property(let property): return property.rawValue
        case .contactSource: return "source"
        case .custom(let id):
            if let field = fields.first(where: { $0.id == id }) { return field.key.replacing("contact.", with: "") }
        case nil: break
        }
        let isFree = !name.isEmpty && ContactProperty(rawValue: name) == nil
        let words = label.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "_")
        return isFree ? name : String((words.isEmpty ? "question" : words).prefix(60))
    }
}
