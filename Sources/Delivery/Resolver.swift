import Foundation
import NIOPosix

/// Asks the system for the addresses of a name.
///
/// Also numbers are names to it: `2130706433`, `0x7f.1` and `0177.0.0.1` all are 127.0.0.1, and are judged as that.
struct Resolver: Sendable {
    let threads: NIOThreadPool

    /// - Throws: `UnknownHost`.
    func addresses(of host: String) async throws -> [IPAddress] {
        try await threads.runIfActive { try Self.lookUp(host) }
    }

    private static func lookUp(_ host: String) throws -> [IPAddress] {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var answer: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &answer) == 0 else { throw UnknownHost() }
        defer { freeaddrinfo(answer) }
        var addresses: [IPAddress] = []
        var next = answer
        while let entry = next {
            if let socket = entry.pointee.ai_addr, let address = IPAddress(socket), !addresses.contains(address) {
                addresses.append(address)
            }
            next = entry.pointee.ai_next
        }
        guard !addresses.isEmpty else { throw UnknownHost() }
        return addresses
    }
}

/// A name that leads nowhere.
struct UnknownHost: Error {}
