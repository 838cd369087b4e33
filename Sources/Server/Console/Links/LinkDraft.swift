import CRM

/// A trigger link as it stands in a form: what was typed, which may be wrong still.
struct LinkDraft {
    let name: String
    let target: String

    init() {
        name = ""
        target = ""
    }

    init(_ link: TriggerLink) {
        name = link.name
        target = link.target.text
    }

    init(_ form: FormBody) {
        name = form["name"] ?? ""
        target = form["target"] ?? ""
    }
}

/// A form's fields for a trigger link (`console/link-fields`).
struct LinkFields {
    let name: String?
    let target: String?
    let nameIsWrong: Bool
    let targetIsWrong: Bool
    let nameLength = TriggerLink.longestName
    let targetLength = LinkTarget.longest

    init(_ draft: LinkDraft, problems: [LinkProblem]) {
        name = draft.name.isEmpty ? nil : draft.name
        target = draft.target.isEmpty ? nil : draft.target
        nameIsWrong = problems.contains(.name)
        targetIsWrong = problems.contains { $0 != .name && $0 != .tooMany }
    }
}

extension LinkProblem {
    var formError: FormError {
        switch self {
        case .name: FormError(text: message, fieldId: "name")
        case .tooMany: FormError(text: message)
        default: FormError(text: message, fieldId: "target")
        }
    }
}
