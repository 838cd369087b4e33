/// Something that has costs, with the newest day of them.
struct AdDatedPlace {
    let place: AdPlace
    let day: CalendarDate
}
