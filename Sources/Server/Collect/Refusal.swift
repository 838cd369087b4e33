import CRM
import HTTPTypes

/// An event that is not taken, and why.
struct Refusal: Error, Equatable {
    let cause: RefusalCause
    var retryAfter: Int?

    init(_ cause: RefusalCause, retryAfter: Int? = nil) {
        self.cause = cause
        self.retryAfter = retryAfter
    }

    /// What the sender hears.
    var reason: DropReason { cause.reason }

    var status: HTTPResponse.Status {
        switch reason {
        case .unknownTrackingID: .notFound
        case .malformed: .badRequest
        case .tooLarge: .contentTooLarge
        case .originNotAllowed: .forbidden
        case .rateLimited: .tooManyRequests
        case .overloaded: .serviceUnavailable
        case .bot, .selfExcluded: .accepted
        }
    }
}
