/// A time as a page shows it: for people, and for the machine that reads the page.
struct Moment: Equatable {
    let iso: String
    let text: String
}
