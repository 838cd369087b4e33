import CRM

/// A submission's status as a chip.
struct SubmissionStatus: Equatable {
    let label: String
    let good: Bool
    let warn: Bool
    let bad: Bool

    init(_ status: Conversion.Status) {
        switch status {
        case .accepted: label = "Accepted"
        case .held: label = "Held"
        case .discarded: label = "Discarded"
        case .split: label = "Split off"
        }
        good = status == .accepted
        warn = status == .held
        bad = status == .discarded
    }
}

extension HeldReason {
    var label: String {
        switch self {
        case .honeypot: "hidden field filled in"
        case .filledTooFast: "filled in too fast"
        case .staleForm: "open for days"
        case .bot: "sent by a program"
        case .headless: "sent by a steered browser"
        case .referrerSpam: "came from a spam website"
        case .rateLimited: "too many from one address"
        case .emailChange: "would change an e-mail address"
        case .noContactDetails: "nobody to write to"
        }
    }
}
