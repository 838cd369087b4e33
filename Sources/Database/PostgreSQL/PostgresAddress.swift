import CLibPQ
import Foundation

/// Where a PostgreSQL server is and how it is to be spoken to: what its URL says, and what Headwater wants beside it.
///
/// The URL holds a password: nothing here is ever printed.
struct PostgresAddress: Sendable {
    private let settings: [String: String]

    /// - Throws: `DatabaseError.invalidURL` when libpq cannot read it, `unknownURLParameter` when it does not know a
    ///   parameter.
    init(url: String) throws(DatabaseError) {
        guard let options = PQconninfoParse(url, nil) else {
            throw Self.unknownParameter(of: url).map(DatabaseError.unknownURLParameter) ?? .invalidURL
        }
        defer { PQconninfoFree(options) }
        var settings = Self.defaults
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { settings[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        let hosts = settings["host"] ?? settings["hostaddr"] ?? ""
        // Of several servers the one that can be written to is meant.
        if hosts.contains(","), settings["target_session_attrs"] == nil {
            settings["target_session_attrs"] = "read-write"
        }
        settings["client_encoding"] = "UTF8"
        self.settings = settings
    }

    /// What TLS proves of the server. What the URL leaves open the environment may say, as with every client of libpq.
    var proof: ServerProof {
        switch settings["sslmode"] ?? ProcessInfo.processInfo.environment["PGSSLMODE"] {
        case "verify-full": .host
        case "verify-ca": .authority
        default: .nothing
        }
    }

    /// libpq's own message quotes what it does not understand, which may be a part of a password; a word of letters that
    /// stands before "=" behind the first "?" is none, unless a password stands there too.
    private static func unknownParameter(of url: String) -> String? {
        guard let query = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).dropFirst().last,
            !query.contains("@"), !query.lowercased().contains("password")
        else { return nil }
        let known = Self.parameters
        return query.split(separator: "&").compactMap { pair in
            let name = pair.prefix { $0 != "=" }
            return name.count < pair.count && !known.contains(String(name)) ? String(name) : nil
        }
        .first { $0.count <= 30 && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "_") } }
    }

    private static var parameters: Set<String> {
        guard let options = PQconndefaults() else { return [] }
        defer { PQconninfoFree(options) }
        var names: Set<String> = ["ssl"]
        var option = options
        while let keyword = option.pointee.keyword {
            names.insert(String(cString: keyword))
            option += 1
        }
        return names
    }

    /// A server that has gone without a word is noticed within half a minute, not within libpq's two hours.
    private static let defaults = [
        "fallback_application_name": "headwater",
        "connect_timeout": "3",
        "keepalives_idle": "10",
        "keepalives_interval": "5",
        "keepalives_count": "3",
        "tcp_user_timeout": "20000",
    ]

    /// Opens a connection; what libpq answers is to be asked whether it stands.
    func connect() -> OpaquePointer? {
        let ordered = settings.sorted { $0.key < $1.key }
        return Self.withStrings(ordered.map(\.key)) { keywords in
            Self.withStrings(ordered.map(\.value)) { values in PQconnectdbParams(keywords, values, 0) }
        }
    }

    private static func withStrings<Result>(
        _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
    ) -> Result {
        var bytes: [CChar] = []
        var starts: [Int] = []
        for text in texts {
            starts.append(bytes.count)
            bytes += text.utf8CString
        }
        return bytes.withUnsafeBufferPointer { bytes in
            let pointers: [UnsafePointer<CChar>?] = starts.map { start in bytes.baseAddress.map { $0 + start } }
            return (pointers + [nil]).withUnsafeBufferPointer { body($0.baseAddress) }
        }
    }
}
