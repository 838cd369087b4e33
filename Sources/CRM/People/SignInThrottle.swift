import Database

/// Slows down the guessing of passwords: so many failed tries for one address, from one client, in a quarter of an hour.
enum SignInThrottle {
    private static let window: Milliseconds = 15 * .minute
    private static let most = 10

    /// A bucket's name does not tell whose it is.
    static func bucket(_ kind: String, _ value: String) -> String {
        "sign-in:\(kind):" + Secret.hash(value).prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Keeps other tries for the same address, or from the same client, waiting on every node until this one is counted:
    /// ten at once must not each see nine. Of use in a transaction that is `readCommitted`.
    static func lock(_ connection: Connection, _ buckets: [String]) throws {
        try connection.lock(
            buckets.map { bucket in
                Int64(bitPattern: Secret.hash(bucket).prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
            })
    }

    /// The seconds until a try is allowed again; nil when it is allowed now.
    static func wait(_ connection: Connection, _ buckets: [String], now: Milliseconds) throws -> Int? {
        for bucket in buckets {
            let tries: [Milliseconds] = try connection.rows(
                "select at from attempts where bucket = $1 and at > $2 order by at desc limit $3",
                [bucket, now - window, most]
            ).map { try $0["at"] }
            if tries.count == most, let oldest = tries.last { return Int((oldest + window - now) / .second) + 1 }
        }
        return nil
    }

    static func add(_ connection: Connection, _ buckets: [String], id: String, now: Milliseconds) throws {
        for bucket in buckets {
            try connection.execute("insert into attempts (bucket, at, id) values ($1, $2, $3)", [bucket, now, id])
            try connection.execute(
                "delete from attempts where bucket = $1 and at <= $2", [bucket, now - window])
        }
    }

    static func clear(_ connection: Connection, _ buckets: [String]) throws {
        for bucket in buckets {
            try connection.execute("delete from attempts where bucket = $1", [bucket])
        }
    }
}
