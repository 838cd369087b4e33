import Database

/// A currency by its ISO 4217 code: `EUR`.
public struct Currency: RawRepresentable, Hashable, Sendable, SQLConvertible, CustomStringConvertible {
    public let rawValue: String

    /// Nil for a code that is nobody's currency; small letters are taken.
    public init?(rawValue: String) {
        let code = rawValue.uppercased()
        guard Self.known.contains(code) else { return nil }
        self.rawValue = code
    }

    private init(code: String) { rawValue = code }

    public var description: String { rawValue }

    /// What an account has until it says otherwise.
    public static let usDollar = Currency(code: "USD")

    /// Every currency that people pay with, in the order of the codes.
    public static let all: [Currency] = codes.map(Currency.init(code:))

    /// How many digits stand behind the decimal point.
    public var exponent: Int {
        switch rawValue {
        case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF",
            "XPF":
            0
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
        default: 2
        }
    }

    /// The mark in front of an amount, where everybody knows it.
    public var symbol: String? {
        switch rawValue {
        case "USD": "$"
        case "EUR": "€"
        case "GBP": "£"
        case "JPY": "¥"
        case "INR": "₹"
        default: nil
        }
    }

    private static let codes = """
        AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF
        CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG
        HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA
        MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD
        RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX
        USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG
        """.split { $0.isWhitespace }.map(String.init)

    private static let known = Set(codes)
}
