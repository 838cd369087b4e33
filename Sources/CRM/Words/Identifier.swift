import Database
import Foundation

/// An opaque, sortable text that names one `Noun` of an account.
public struct Identifier<Noun>: RawRepresentable, Hashable, Sendable, Codable, SQLConvertible, CustomStringConvertible {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    public var description: String { rawValue }
}

/// In the order of the texts' bytes, which is the order of time.
extension Identifier: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A UUID that a browser chose for one `Noun`: any version is taken, version 7 keeps the indexes fast.
public struct BrowserIdentifier<Noun>: RawRepresentable, Hashable, Sendable, Codable, SQLConvertible,
    CustomStringConvertible
{
    public let rawValue: UUID

    public init(rawValue: UUID) { self.rawValue = rawValue }

    /// Nil for everything that is not a UUID (`null`, `undefined`, `1`), so that strangers never share an id.
    public init?(_ text: String) {
        guard let uuid = UUID(text: text), uuid != UUID.zero, uuid != UUID.ones else { return nil }
        rawValue = uuid
    }

    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(UUID.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    public var description: String { rawValue.uuidString.lowercased() }
}

/// In the order of the sixteen bytes, as both engines have it.
extension BrowserIdentifier: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.rawValue.halves < right.rawValue.halves }
}

extension UUID {
    fileprivate var halves: (UInt64, UInt64) {
        withUnsafeBytes(of: uuid) {
            (
                UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)),
                UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
    }

    /// The 36 characters of RFC 9562, section 4, in either case. Foundation's own asks `sscanf`, which takes a microsecond.
    fileprivate init?(text: String) {
        var text = text
        let bytes = text.withUTF8 { characters -> uuid_t? in
            guard characters.count == 36 else { return nil }
            var high: UInt64 = 0
            var low: UInt64 = 0
            for (index, character) in characters.enumerated() {
                if index == 8 || index == 13 || index == 18 || index == 23 {
                    guard character == UInt8(ascii: "-") else { return nil }
                } else {
                    guard let digit = character.hexadecimalDigit else { return nil }
                    if index < 18 { high = high << 4 | digit } else { low = low << 4 | digit }
                }
            }
            return withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { $0.loadUnaligned(as: uuid_t.self) }
        }
        guard let bytes else { return nil }
        self.init(uuid: bytes)
    }

    fileprivate static let zero = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
    fileprivate static let ones = UUID(
        uuid: (255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255))
}

extension UInt8 {
    fileprivate var hexadecimalDigit: UInt64? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(self - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(self - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(self - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}

public typealias ContactID = Identifier<Contact>
public typealias ConversionID = Identifier<Conversion>
public typealias AttributionID = Identifier<StoredAttribution>
public typealias FormID = Identifier<Form>
public typealias LinkID = Identifier<TriggerLink>
public typealias ClickID = Identifier<LinkClick>
public typealias FieldID = Identifier<CustomField>
public typealias TokenID = Identifier<Token>
public typealias UserID = Identifier<User>
public typealias NoteID = Identifier<ContactNote>
public typealias TaskID = Identifier<ContactTask>

public typealias EventID = BrowserIdentifier<CaptureEvent>
public typealias VisitorID = BrowserIdentifier<Visitor>
public typealias SessionID = BrowserIdentifier<Session>

/// An account inside the house: a 64-bit number. Outside it is known by its location id.
public struct AccountID: RawRepresentable, Hashable, Sendable, Codable, SQLConvertible {
    public let rawValue: Int64

    public init(rawValue: Int64) { self.rawValue = rawValue }
}
