/// What the words of a `utm_medium` say.
enum MediumMeaning {
    private static let paidWords: Set<String> = ["cpc", "ppc", "cpm", "cpv", "cpa", "retargeting", "display-ad"]
    private static let emailWords = ["email", "e-mail", "e_mail", "e mail", "newsletter"]

    /// `cpc`, `paid_social`, `social-paid`; not `prepaid`.
    static func saysPaid(_ medium: String) -> Bool {
        let medium = medium.lowercased()
        return paidWords.contains(medium) || medium.hasPrefix("paid")
            || [" paid", "-paid", "_paid"].contains(where: medium.hasSuffix)
    }

    static func saysEmail(_ medium: String) -> Bool {
        let medium = medium.lowercased()
        return emailWords.contains(where: medium.contains)
    }
}
