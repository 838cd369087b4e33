/// One click on a trigger link, by a person or by a program.
public struct LinkClick: Sendable, Identifiable {
    public let id: ClickID
    public let link: LinkID
    public let contact: ContactID
    public let at: Milliseconds
    /// Nil for a person's: it counts, and set Latest.
    public let sign: ClickSign?
    public let userAgent: String?
    /// Where it led, with the contact's values in it; without secrets.
    public let target: String

    /// A click that counts is a conversion, under the same id.
    var conversion: ConversionID { ConversionID(rawValue: id.rawValue) }
}
