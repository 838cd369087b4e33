import Foundation

/// The IANA names that an account may choose.
public enum TimeZoneName {
    public static var all: [String] { TimeZone.knownTimeZoneIdentifiers }

    public static func isKnown(_ name: String) -> Bool {
        name == "UTC" || TimeZone.knownTimeZoneIdentifiers.contains(name)
    }
}
