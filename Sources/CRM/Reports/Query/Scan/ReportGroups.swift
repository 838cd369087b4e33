/// The answer to a question that groups by one column alone, by the groups' numbers in the column's dictionary.
struct ReportGroups {
    let keys: ReportKeys
    /// Those that occur.
    private(set) var groups: [Int] = []
    /// As many for each of them as the question has metrics, one after the other.
    private var values: [ReportValue] = []
    /// Of everything in the range that the filters let through, whatever its groups.
    let total: [ReportValue]

    init(_ keys: ReportKeys, total: [ReportValue]) {
        self.keys = keys
        self.total = total
    }

    mutating func append(_ group: Int, _ values: [ReportValue]) {
        groups.append(group)
        self.values += values
    }

    /// The figures of a group, by its place in `groups`.
    func values(at place: Int) -> ArraySlice<ReportValue> {
        values[place * total.count..<(place + 1) * total.count]
    }
}

extension ReportAnswer {
    init(_ answer: ReportGroups) {
        rows = answer.groups.enumerated().map { place, group in
            Row(keys: [answer.keys[group]], bucket: nil, values: Array(answer.values(at: place)))
        }
        total = answer.total
    }
}
