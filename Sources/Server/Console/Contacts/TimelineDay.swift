/// What happened on one day, in the account's time zone.
struct TimelineDay {
    let label: String
    let entries: [TimelineItem]
}
