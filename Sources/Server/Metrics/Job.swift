/// What the server does by itself now and then.
enum Job: String, CaseIterable {
    /// Steps of judging history anew.
    case replays
    /// Addresses whose time is over lose their last part.
    case addressCut = "address_cut"
    /// Page views that the account keeps no longer are removed.
    case retention
    /// The rows of deleted accounts go.
    case removal
    /// What has changed comes into what reports read.
    case reports
    /// Steps of long files of ad costs.
    case costImports = "cost_imports"
}
