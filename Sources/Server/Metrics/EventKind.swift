import CRM

/// What kind of event a browser sent, as metrics tell them apart.
enum EventKind: String, CaseIterable {
    case pageView = "page_view"
    case form = "form_submission"
    case identify, custom

    init(_ kind: CaptureEvent.Kind) {
        self =
            switch kind {
            case .pageView: .pageView
            case .form: .form
            case .identify: .identify
            case .custom: .custom
            }
    }
}
