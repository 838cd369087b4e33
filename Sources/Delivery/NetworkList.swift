/// Several networks, as an operator writes them: `10.1.0.0/16, fd00::/8`.
public struct NetworkList: Sendable, Equatable {
    public let networks: [Network]

    /// Nil when an entry is no address or network.
    public init?(_ text: String) {
        var networks: [Network] = []
        for entry in text.split(whereSeparator: { $0 == "," || $0 == " " }) {
            guard let network = Network(String(entry)) else { return nil }
            networks.append(network)
        }
        self.networks = networks
    }
}
