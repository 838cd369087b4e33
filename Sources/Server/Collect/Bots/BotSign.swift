import CRM

/// By what an event shows that no person made it.
enum BotSign: Sendable, Equatable {
    case crawler, headless, prefetch, referrerSpam

    /// What a page view is counted as, which is not stored.
    var cause: RefusalCause {
        switch self {
        case .crawler: .crawler
        case .headless: .headless
        case .prefetch: .prefetch
        case .referrerSpam: .referrerSpam
        }
    }

    /// Why a conversion is held, which is never dropped.
    var heldReason: HeldReason {
        switch self {
        case .crawler, .prefetch: .bot
        case .headless: .headless
        case .referrerSpam: .referrerSpam
        }
    }
}
