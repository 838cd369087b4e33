/// The stretches of a time axis, each with its first day and its first moment.
struct ReportBuckets: Sendable {
    let days: [CalendarDate]
    /// The first moment of each.
    let starts: [Milliseconds]

    init(_ bucket: TimeBucket, of days: ReportDays, _ calendar: ReportCalendar) {
        self.days = calendar.buckets(bucket, of: days)
        starts = self.days.map(calendar.start)
    }

    /// The bucket that a moment of the range lies in.
    private func bucket(of moment: Milliseconds) -> Int {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= moment { low = middle } else { high = middle }
        }
        return low
    }

    /// Divides rows, which stand in the order of time, by bucket.
    func divide(
        _ rows: [UInt32], _ places: inout [UInt32], of part: FactPart, _ cells: inout CellTable
    ) throws(ReportProblem) {
        guard !rows.isEmpty else { return }
        let (first, last) = (bucket(of: part.from), bucket(of: part.to - 1))
        guard first != last else {
            let cell = try cells.child(of: places[0], UInt32(first))
            for place in places.indices { places[place] = cell }
            return
        }
        let root = places[0]
        for place in places.indices {
            places[place] = try cells.child(of: root, UInt32(bucket(of: part.moments[Int(rows[place])])))
        }
    }
}
