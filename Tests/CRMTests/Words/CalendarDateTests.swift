import CRM
import Testing

@Suite struct CalendarDateTests {
    @Test(arguments: [
        ("1990-09-25", "1990-09-25"), ("1990/9/5", "1990-09-05"), ("09/25/1990", "1990-09-25"),
        ("9-5-1990", "1990-09-05"), ("1990.09.25", "1990-09-25"), ("09.25.1990", "1990-09-25"),
        ("1990_09_25", "1990-09-25"), (" 1990-09-25T00:00:00.000Z", "1990-09-25"), ("2000-02-29", "2000-02-29"),
        ("0001-01-01", "0001-01-01"),
    ])
    func `a day is read in every order that clients write`(text: String, day: String) {
        #expect(CalendarDate(text)?.rawValue == day)
    }

    @Test(arguments: [
        "", "1990", "1990-09", "25-09-1990", "1990-02-29", "1990-13-01", "1990-00-10", "1990-01-32", "90-01-01",
        "1990-09-25-01", "1990-9-٥", "+990-09-25", "0000-01-01", "tomorrow",
    ])
    func `what is no day is none`(text: String) {
        #expect(CalendarDate(text) == nil)
    }
}
