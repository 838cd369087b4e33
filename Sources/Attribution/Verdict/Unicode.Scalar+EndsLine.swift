extension Unicode.Scalar {
    /// Whether it has no place within a line: a line end, or another character that steers what shows it.
    var endsLine: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
