extension Int64 {
    /// The sum; of what is too large, the largest there is: rates and files are somebody else's, and no figure of one
    /// account may end the server of all.
    func bounded(plus other: Int64) -> Int64 {
        let (sum, overflows) = addingReportingOverflow(other)
        return overflows ? (self < 0 ? .min : .max) : sum
    }

    func bounded(minus other: Int64) -> Int64 {
        let (difference, overflows) = subtractingReportingOverflow(other)
        return overflows ? (self < 0 ? .min : .max) : difference
    }
}
