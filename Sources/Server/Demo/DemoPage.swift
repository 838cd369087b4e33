/// A page of the sample website; the sample traffic visits the same ones.
enum DemoPage: String, CaseIterable, Sendable {
    case home = "/"
    case winterGlow = "/offers/winter-glow"
    case firstVisit = "/offers/first-visit"
    case wrinkleRelaxers = "/treatments/wrinkle-relaxers"
    case laserHairRemoval = "/treatments/laser-hair-removal"
    case facials = "/treatments/facials"
    case microneedling = "/treatments/microneedling"
    case providers = "/providers"
    case journal = "/journal/first-visit"
    case contact = "/contact"
    case consult = "/consult"
    case thanks = "/thanks"

    static let treatments: [DemoPage] = [.wrinkleRelaxers, .laserHairRemoval, .facials, .microneedling]

    /// Where it is on this server.
    var address: String { self == .home ? "/demo" : "/demo" + rawValue }

    var template: String {
        switch self {
        case .home: "demo/home"
        case .winterGlow: "demo/offer-winter-glow"
        case .firstVisit: "demo/offer-first-visit"
        case .wrinkleRelaxers: "demo/treatment-wrinkle-relaxers"
        case .laserHairRemoval: "demo/treatment-laser-hair-removal"
        case .facials: "demo/treatment-facials"
        case .microneedling: "demo/treatment-microneedling"
        case .providers: "demo/providers"
        case .journal: "demo/journal-first-visit"
        case .contact: "demo/contact"
        case .consult: "demo/consult"
        case .thanks: "demo/thanks"
        }
    }

    var title: String {
        switch self {
        case .home: "Skin, unhurried"
        case .winterGlow: "The winter glow, $199"
        case .firstVisit: "$50 off your first visit"
        case .wrinkleRelaxers: "Wrinkle relaxers"
        case .laserHairRemoval: "Laser hair removal"
        case .facials: "Hydrating facials"
        case .microneedling: "Microneedling"
        case .providers: "Our providers"
        case .journal: "Seven questions to ask before a first treatment"
        case .contact: "Contact"
        case .consult: "Book a free consult"
        case .thanks: "Thank you"
        }
    }
}
