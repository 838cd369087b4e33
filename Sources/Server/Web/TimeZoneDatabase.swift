import CMaxMind
import Foundation

/// The time zone of an IP address, from a MaxMind database file (`.mmdb`) with `location.time_zone` entries.
public final class TimeZoneDatabase: Sendable {
    // Unsafe because a C pointer is not Sendable: libmaxminddb only reads what it has mapped, on any number of threads.
    private nonisolated(unsafe) let database: UnsafeMutablePointer<MMDB_s>

    /// - Throws: `TimeZoneDatabaseError` when the file cannot be read.
    public init(path: String) throws {
        let database = UnsafeMutablePointer<MMDB_s>.allocate(capacity: 1)
        let status = MMDB_open(path, UInt32(MMDB_MODE_MMAP), database)
        guard status == MMDB_SUCCESS else {
            database.deallocate()
            throw TimeZoneDatabaseError(path: path, reason: String(cString: MMDB_strerror(status)))
        }
        self.database = database
    }

    deinit {
        MMDB_close(database)
        database.deallocate()
    }

    /// An IANA name, or nil when the file says nothing of the address.
    public func timeZone(of ip: String) -> String? {
        var lookUpError: Int32 = 0
        var status: Int32 = 0
        var found = MMDB_lookup_string(database, ip, &lookUpError, &status)
        guard lookUpError == 0, status == MMDB_SUCCESS, found.found_entry else { return nil }
        var value = MMDB_entry_data_s()
        let outcome = "location".withCString { location in
            "time_zone".withCString { zone in
                var keys: [UnsafePointer<CChar>?] = [location, zone, nil]
                return MMDB_aget_value(&found.entry, &value, &keys)
            }
        }
        guard outcome == MMDB_SUCCESS, value.has_data, value.type == UInt32(MMDB_DATA_TYPE_UTF8_STRING),
            let text = value.utf8_string
        else { return nil }
        let bytes = UnsafeRawBufferPointer(start: text, count: Int(value.data_size))
        let name = String(decoding: bytes, as: UTF8.self)
        return TimeZone(identifier: name) == nil ? nil : name
    }
}

/// A GeoIP file that cannot be used.
public struct TimeZoneDatabaseError: Error, CustomStringConvertible {
    let path: String
    let reason: String

    public var description: String {
        "Cannot read the GeoIP database \(path): \(reason). Give the path of a MaxMind .mmdb file with time zones."
    }
}
