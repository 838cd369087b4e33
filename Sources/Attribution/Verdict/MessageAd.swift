/// The ad that a message answers, as the channel names it.
public enum MessageAd: Sendable, Hashable {
    /// `ctwa_clid`, the click ID of click-to-WhatsApp ads.
    case clickID(String)
    case adID(String)

    var id: String {
        switch self {
        case .clickID(let id), .adID(let id): id
        }
    }

    var parameter: Parameter {
        switch self {
        case .clickID: .ctwaClid
        case .adID: .adID
        }
    }
}
