import ArgumentParser

/// A whole number from 1 to a million.
struct PositiveNumber: ExpressibleByArgument {
    let value: Int

    init?(argument: String) {
        guard let value = Int(argument), argument.first != "+", (1...1_000_000).contains(value) else { return nil }
        self.value = value
    }
}
