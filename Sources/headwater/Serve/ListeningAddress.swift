import Glibc

/// An address that is free to listen on at this moment; port 0 has become a real one.
struct ListeningAddress {
    let host: String
    let port: Int

    /// What a browser on this machine types.
    var url: String {
        let name =
            switch host {
            case "0.0.0.0": "127.0.0.1"
            case "::": "[::1]"
            case _ where host.contains(":"): "[\(host)]"
            default: host
            }
        return "http://\(name):\(port)"
    }

    /// Binds once and lets go again, so that a taken port is named before anything else is begun.
    init(host: String, port: Int) throws(Refusal) {
        self.host = host
        var hints = addrinfo()
        hints.ai_flags = AI_PASSIVE
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &found) == 0, let address = found?.pointee else {
            throw .unknownHost(host)
        }
        defer { freeaddrinfo(found) }
        let socket = socket(address.ai_family, address.ai_socktype, address.ai_protocol)
        guard socket >= 0 else { throw Refusal(errno, host: host, port: port) }
        defer { close(socket) }
        var yes: Int32 = 1
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        guard bind(socket, address.ai_addr, address.ai_addrlen) == 0, listen(socket, 1) == 0,
            let bound = Self.port(of: socket)
        else { throw Refusal(errno, host: host, port: port) }
        self.port = bound
    }

    /// Why nobody can listen there.
    enum Refusal: Error, CustomStringConvertible {
        case unknownHost(String)
        case taken(host: String, port: Int)
        case forbidden(port: Int)
        case foreign(host: String)
        case other(host: String, port: Int, code: Int32)

        init(_ code: Int32, host: String, port: Int) {
            self =
                switch code {
                case EADDRINUSE: .taken(host: host, port: port)
                case EACCES: .forbidden(port: port)
                case EADDRNOTAVAIL: .foreign(host: host)
                default: .other(host: host, port: port, code: code)
                }
        }

        var description: String {
            switch self {
            case .unknownHost(let host):
                "Cannot find the address \(host). Check --host."
            case .taken(let host, let port):
                "Port \(port) of \(host) is taken. Stop what listens there, or choose another --port."
            case .forbidden(let port):
                "You may not listen on port \(port). Choose a --port above 1023, with a proxy in front."
            case .foreign(let host):
                "This machine has no address \(host). Check --host."
            case .other(let host, let port, let code):
                "Cannot listen on port \(port) of \(host): \(String(cString: strerror(code))). Check --host and --port."
            }
        }
    }

    private static func port(of socket: Int32) -> Int? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutableBytes(of: &storage) { bytes -> Int? in
            guard let address = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self),
                getsockname(socket, address, &length) == 0
            else { return nil }
            // Both kinds of address hold the port in bytes 2 and 3, the high one first.
            return Int(bytes[2]) << 8 | Int(bytes[3])
        }
    }
}
