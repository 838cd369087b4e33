import AsyncHTTPClient
import CRM
import Foundation
import NIOCore
import NIOPosix

/// Why a request has no answer.
struct SendFailure: Error, Equatable {
    let problem: DeliveryProblem

    init(_ problem: DeliveryProblem) { self.problem = problem }

    init(_ error: any Error) {
        problem =
            switch error {
            case let failure as SendFailure: failure.problem
            case is UnknownHost: .unknownHost
            case is SlowLookUp: .slowLookUp
            case is StrayConnection: .forbiddenAddress
            case let error as HTTPClientError: Self.problem(error)
            case is NIOConnectionError, is ChannelError: .noConnection
            case let error as IOError: Self.connecting.contains(error.errnoCode) ? .noConnection : .brokenOff
            // The TLS library's errors have many types and no common one.
            default: String(reflecting: type(of: error)).hasPrefix("NIOSSL.") ? .insecure : .brokenOff
            }
    }

    private static let connecting = [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL, ENETDOWN, EHOSTDOWN]

    private static func problem(_ error: HTTPClientError) -> DeliveryProblem {
        switch error {
        case .connectTimeout, .getConnectionFromPoolTimeout: .noConnection
        case .readTimeout, .writeTimeout, .deadlineExceeded, .cancelled: .timedOut
        case .tlsHandshakeTimeout: .insecure
        case .invalidURL, .emptyHost, .unsupportedScheme(""): .invalidAddress
        default: .brokenOff
        }
    }
}
