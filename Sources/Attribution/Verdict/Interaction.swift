/// A conversion that is no web visit: its kind alone chooses the source (Rules 9–12).
public enum Interaction: Sendable, Hashable {
    case call, sms, email
    /// A message through a social channel, and the ad it answers.
    case whatsapp(MessageAd?)
    case messenger(MessageAd?)
    case instagram(MessageAd?)
    /// Created by hand in the console.
    case manual
    case workflow
    case api, integration, csvImport

    /// The medium recorded with it.
    public var medium: Medium {
        switch self {
        case .call: .call
        case .sms: .sms
        case .email: .email
        case .whatsapp: .whatsapp
        case .messenger: .facebook
        case .instagram: .instagram
        case .manual: .manual
        case .workflow: .workflow
        case .api, .integration: .api
        case .csvImport: .csvImport
        }
    }

    /// The ad that a message answers.
    public var ad: MessageAd? {
        switch self {
        case .whatsapp(let ad), .messenger(let ad), .instagram(let ad): ad
        default: nil
        }
    }
}
