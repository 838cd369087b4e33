extension Milliseconds {
    /// The difference, or the first moment there is.
    func saturatingSubtraction(_ other: Milliseconds) -> Milliseconds {
        let (difference, overflows) = subtractingReportingOverflow(other)
        return overflows ? .min : difference
    }
}
