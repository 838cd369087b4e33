import Attribution
import Foundation

/// The records of a JSON Lines file: objects with the names of the JSON Lines export or of the API.
struct JSONImportRecords: IteratorProtocol {
    /// What is still to be read.
    private var rest: ArraySlice<UInt8>
    private let fields: [CustomField]
    private let columns: [String: ImportTarget]
    private var line = 0

    private static let attributions = [
        "attributionSource": AttributionPosition.first, "lastAttributionSource": .latest,
    ]

    init(_ bytes: [UInt8], fields: [CustomField]) {
        rest = bytes[...]
        self.fields = fields
        let names =
            ContactProperty.stored.map(\.apiName) + [
                "name", "additionalEmails", "tags", "source", "timezone", "dateAdded",
            ]
        columns = Dictionary(
            zip(names, ImportColumns(names, fields: []).targets), uniquingKeysWith: { first, _ in first })
    }

    mutating func next() -> ImportRecord? {
        while !rest.isEmpty {
            let text = rest.prefix { $0 != UInt8(ascii: "\n") }
            rest = rest.dropFirst(text.count + 1)
            line += 1
            let isBlank = text.allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
            if !isBlank { return record(text, number: line) }
        }
        return nil
    }

    private func record(_ line: ArraySlice<UInt8>, number: Int) -> ImportRecord {
        var record = ImportRecord(line: number)
        guard let object = try? JSONDecoder().decode([String: ImportValue].self, from: Data(line)) else {
            record.problems = ["The line is not a JSON object"]
            return record
        }
        for (name, value) in object.sorted(by: { $0.key < $1.key }) {
            if let target = columns[name] {
                record.take(value.text ?? "", target, fields: fields)
            } else if let position = Self.attributions[name] {
                takeAttribution(value, position, &record)
            } else if name == "customFields" {
                takeCustom(value, &record)
            }
        }
        record.finish()
        return record
    }

    private func takeAttribution(_ value: ImportValue, _ position: AttributionPosition, _ record: inout ImportRecord) {
        guard case .object(let members) = value else { return }
        for field in AttributionField.allCases where field != .device {
            guard let text = members[field.apiName]?.text else { continue }
            record.take(text, .attribution(position, field), fields: fields)
        }
    }

    /// By key as the export writes them, or as a list of `{id, key, value}`, as the API does.
    private func takeCustom(_ value: ImportValue, _ record: inout ImportRecord) {
        let pairs: [(name: String, value: ImportValue)] =
            switch value {
            case .object(let members): members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            case .array(let entries):
                entries.compactMap { entry in
                    guard case .object(let members) = entry, let name = (members["key"] ?? members["id"])?.text else {
                        return nil
                    }
                    return (name, members["value"] ?? .null)
                }
            default: []
            }
        for (name, value) in pairs {
            guard let field = fields.first(where: { $0.key == name || $0.id.rawValue == name }),
                field.derivedFrom == nil, let text = value.text
            else { continue }
            record.take(text, .custom(field.id), fields: fields)
        }
    }
}
