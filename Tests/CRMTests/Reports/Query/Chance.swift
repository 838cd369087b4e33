import Attribution

@testable import CRM

/// Things and questions that nobody thought of, with everything in them that is awkward.
struct Chance {
    var dice: Dice
    /// Around a change of the clocks.
    let around: Milliseconds
    let zone: String

    /// Over so many days.
    var days = 40
    static let placeholders = ["{campaignname}", "{{campaign.name}}", "%7Bcampaignid%7D"]

    private static let campaigns =
        [
            "Spring", "spring", " SPRING", "Sommer – Öl", "sommer – öl", "<img src=x onerror=alert(1)>",
            "=cmd|' /C calc'!A0",
        ]
        + ["حملة", "🌷", "", ""] + placeholders
    private static let tags = ["vip", "VIP", "Botox", "no-show", "İstanbul"]
    static let tag = ReportColumn(.tag, .first)
    static let custom = ReportColumn(.customField(FieldID(rawValue: "size")), .first)
    static let dimensions: [ReportDimension] = [
        .sessionSource, .utmCampaign, .utmMedium, .landingPage, .referrerHost, .utmKeyword,
    ]

    init(seed: UInt64, around: Milliseconds, zone: String) {
        dice = Dice(seed)
        self.around = around
        self.zone = zone
    }

    mutating func things(_ count: Int) -> [Thing] { (0..<count).map { _ in thing() } }

    private mutating func thing() -> Thing {
        let subject = dice.one(of: ReportSubject.allCases)
        var thing = Thing(subject: subject, at: moment())
        for dimension in Self.dimensions {
            for position in subject.hasContact ? AttributionPosition.allCases : [.first] {
                thing.values[ReportColumn(.attribution(dimension), position)] = [value(dimension)].filter {
                    !$0.isEmpty
                }
            }
        }
        guard subject.hasContact else {
            thing.visitor = UInt8(dice.below(60))
            return thing
        }
        thing.contact = "contact\(subject == .contacts ? Int(dice.next() >> 1) : dice.below(40))"
        thing.values[Self.tag] = dice.some(of: Self.tags, dice.below(4))
        thing.values[Self.custom] = dice.some(of: ["S", "s", "M", "L"], dice.below(3))
        thing.values[ReportColumn(.contactSource, .first)] =
            dice.below(3) == 0 ? [] : [dice.one(of: ["API", "Walk-in"])]
        if subject == .conversions {
            thing.values[ReportColumn(.conversionKind, .first)] = [dice.one(of: ["form", "calendar"])]
        }
        guard subject.hasValue else { return thing }
        thing.values[ReportColumn(.status, .first)] = [dice.one(of: ["open", "won"])]
        thing.value = Int64(dice.below(5) == 0 ? 0 : dice.below(1_000_000))
        thing.currency =
            ["USD", "USD", "EUR", "JPY", "KWD"].compactMap(Currency.init).randomElement(using: &dice) ?? .usDollar
        return thing
    }

    /// Every third of them within a minute around some midnight of UTC or of the zone.
    private mutating func moment() -> Milliseconds {
        let day = around + Milliseconds(dice.below(days) - days / 2) * .day
        guard dice.below(3) == 0 else { return day + Milliseconds(dice.below(Int(Milliseconds.day))) }
        let midnight = day - day % .day + Milliseconds(dice.below(96)) * 15 * .minute
        return midnight + Milliseconds(dice.below(3) - 1)
    }

    private mutating func value(_ dimension: ReportDimension) -> String {
        switch dimension {
        case .sessionSource: dice.one(of: Source.allCases).rawValue
        case .utmCampaign: dice.one(of: Self.campaigns)
        case .utmMedium: dice.one(of: ["cpc", "CPC", "email", ""])
        case .referrerHost: dice.one(of: ["www.google.com", "www.bing.com", ""])
        default: "clinic.example/\(dice.below(300))"
        }
    }

    mutating func query() -> ReportQuery {
        let subject = dice.one(of: ReportSubject.allCases)
        let columns = columns(of: subject)
        let first = CalendarDate(dayNumber: Int(around / .day) - days / 2 + dice.below(days))
        return ReportQuery(
            subject, ReportMetric.allCases.filter { $0.belongs(to: subject) },
            by: dice.some(of: columns, dice.below(4)),
            bucket: dice.below(2) == 0 ? nil : dice.one(of: TimeBucket.allCases),
            where: (0..<dice.below(3)).map { _ in filter(dice.one(of: columns)) },
            days: ReportDays(from: first, to: first.adding(days: dice.below(days))))
    }

    private func columns(of subject: ReportSubject) -> [ReportColumn] {
        let plain: [ReportField] = [
            .tag, .customField(FieldID(rawValue: "size")), .contactSource, .conversionKind, .status,
        ]
        let fields = Self.dimensions.map(ReportField.attribution) + plain
        return fields.filter { $0.belongs(to: subject) }.flatMap { field in
            field.hasModel
                ? AttributionPosition.allCases.map { ReportColumn(field, $0) } : [ReportColumn(field, .first)]
        }
    }

    private mutating func filter(_ column: ReportColumn) -> ReportFilter {
        ReportFilter(column, dice.below(5) == 0 ? .either([condition(column), condition(column)]) : condition(column))
    }

    private mutating func condition(_ column: ReportColumn) -> ReportFilter.Condition {
        let values =
            switch column.field {
            case .attribution(.sessionSource): Source.allCases.map(\.label) + ["direct", "Social"]
            case .tag: Self.tags + [""]
            case .customField: ["m", "L", "XL", ""]
            case .attribution(.utmMedium): ["Cpc", "EMAIL", "", "fax"]
            case .conversionKind, .status: ["won", "form"]
            case .contactSource: ["api", "walk-in", ""]
            default: Self.campaigns + ["clinic.example/7"]
            }
        return switch dice.below(5) {
        case 0: .isAny(of: dice.some(of: values, 1 + dice.below(3)))
        case 1: .isNone(of: dice.some(of: values, 1 + dice.below(3)))
        case 2: .contains(dice.one(of: ["PRI", "e", "clinic.example/1", "social"]))
        case 3: .isEmpty
        default: .isNotEmpty
        }
    }
}
