/// The words and patterns of GA4's channel definitions, over text in lower case.
enum GA4Words {
    static let social: Set<String> = [
        "social", "social-network", "social-media", "sm", "social network", "social media",
    ]
    static let email: Set<String> = ["email", "e-mail", "e_mail", "e mail"]

    /// Google's `^(.*cp.*|ppc|retargeting|paid.*)$`: `cpc`, `cpm`, also `tcp`; `paid_social`, not `prepaid`.
    static func saysPaid(_ medium: String) -> Bool {
        medium.contains("cp") || medium == "ppc" || medium == "retargeting" || medium.hasPrefix("paid")
    }

    /// Google's `^(.*(([^a-df-z]|^)shop|shopping).*)$`: "shop" at the beginning, or after anything that is no letter but
    /// "e" (`e-shop`, `eshop`, `spring_shop`; not `workshop`), or "shopping" anywhere.
    static func namesShop(_ campaign: String) -> Bool {
        let bytes = Array(campaign.utf8)
        let shop = Array("shop".utf8)
        let shopping = Array("shopping".utf8)
        return bytes.indices.contains { index in
            let rest = bytes[index...]
            guard rest.starts(with: shop) else { return false }
            if rest.starts(with: shopping) || index == 0 { return true }
            let before = bytes[index - 1]
            return !before.isASCIILowercaseLetter || before == UInt8(ascii: "e")
        }
    }
}
