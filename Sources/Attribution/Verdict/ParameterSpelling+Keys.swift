extension ParameterSpelling {
    /// Whether a key, decoded, is read as that of a parameter; of any other key only the very same is.
    func reads(_ written: String, as key: String) -> Bool {
        written == key || (written.asciiLowercased == key.asciiLowercased && ignoresCase(of: key))
    }

    /// Whether the key is that of a parameter which is read in any case.
    func ignoresCase(of key: String) -> Bool {
        // What reads the keys of a landing knows.
        let capitals = key.uppercased()
        return Parameter(key: 0..<capitals.utf8.count, in: capitals.utf8.span, self)?.key == key.asciiLowercased
    }
}
