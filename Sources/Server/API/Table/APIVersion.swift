import Foundation
import HTTPTypes
import Hummingbird

/// The version of the public API that a client was written for, by its `Version` header.
enum APIVersion: Sendable {
    /// `2021-07-28`, and whatever is not version 3.
    case v2
    case v3

    init(_ request: Request) {
        self = request.headers[.version]?.trimmingCharacters(in: .whitespaces).lowercased() == "v3" ? .v3 : .v2
    }
}

extension HTTPField.Name {
    static let version = known("Version")
}
