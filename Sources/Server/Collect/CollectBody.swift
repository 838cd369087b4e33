import CRM
import HTTPTypes
import Hummingbird
import NIOCore

/// What `POST /t/events` takes: one event, a bare array, or `{"events":[…]}`, as JSON (also as `text/plain`), or one event as
/// `application/x-www-form-urlencoded` with `fields[first_name]=…`.
enum CollectBody {
    static let largest = 256 << 10
    static let mostEvents = 50

    static func events(in body: ByteBuffer, contentType: String?) throws(Refusal) -> [WireValue] {
        // Plain clients label every body as a form; no form begins like JSON.
        let isForm = contentType?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true
        if isForm, let first = body.readableBytesView.first, first != UInt8(ascii: "{"), first != UInt8(ascii: "[") {
            return [event(of: FormBody(body))]
        }
        guard let value = WireReader.read(Array(body.readableBytesView)) else { throw Refusal(.malformed) }
        let events: [WireValue] =
            switch (value, value["events"]) {
            case (.array(let events), _), (_, .array(let events)?): events
            case (.object, _): [value]
            default: []
            }
        guard !events.isEmpty else { throw Refusal(.malformed) }
        guard events.count <= mostEvents else { throw Refusal(.tooLarge) }
        return events
    }

    private static func event(of form: FormBody) -> WireValue {
        var members: [WireValue.Member] = []
        var nested: [String: [WireValue.Member]] = ["fields": [], "labels": []]
        let all = form.values
        for name in form.names {
            let values = (all[name] ?? []).map(WireValue.string)
            let value = values.count == 1 ? values[0] : .array(values)
            if let (group, key) = inBrackets(name), nested[group] != nil {
                nested[group]?.append(WireValue.Member(key: key, value: value))
            } else {
                members.append(WireValue.Member(key: name, value: values.first ?? .null))
            }
        }
        for (group, inner) in nested where !inner.isEmpty {
            members.append(WireValue.Member(key: group, value: .object(inner)))
        }
        return .object(members)
    }

    /// `fields[first_name]` is `fields` and `first_name`; a trailing `[]` of the inner name belongs to it.
    private static func inBrackets(_ name: String) -> (group: String, key: String)? {
        guard let open = name.firstIndex(of: "["), name.hasSuffix("]") else { return nil }
        return (String(name[..<open]), String(name[name.index(after: open)...].dropLast()))
    }
}
