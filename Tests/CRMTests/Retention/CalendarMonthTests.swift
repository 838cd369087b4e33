import Testing

@testable import CRM

@Suite struct CalendarMonthTests {
    @Test(
        arguments: [
            (1_793_534_400_000, "page_views_y2026m11", 1_793_491_200_000, 1_796_083_200_000),
            (0, "page_views_y1970m01", 0, 2_678_400_000),
            (1_709_208_000_000, "page_views_y2024m02", 1_706_745_600_000, 1_709_251_200_000),
            (1_798_761_599_999, "page_views_y2026m12", 1_796_083_200_000, 1_798_761_600_000),
        ] as [(Milliseconds, String, Milliseconds, Milliseconds)])
    func `a moment has a month with a partition`(
        moment: Milliseconds, name: String, start: Milliseconds, end: Milliseconds
    ) {
        let month = CalendarMonth(of: moment)
        #expect(month.partition(of: "page_views") == name)
        #expect(month.start == start && month.end == end)
        #expect(CalendarMonth(partition: name, of: "page_views") == month)
    }

    @Test(arguments: [
        "page_views_default", "page_views_y2026m13", "page_views_y2026m00", "custom_events_y2026m11", "page_views",
    ])
    func `what is no month of the table is left alone`(name: String) {
        #expect(CalendarMonth(partition: name, of: "page_views") == nil)
    }

    @Test func `months are counted across years`() {
        let month = CalendarMonth(of: .start)
        #expect(month.adding(2).partition(of: "t") == "t_y2027m01")
        #expect(month.adding(-11).partition(of: "t") == "t_y2025m12")
        #expect(month.adding(14) > month && month.adding(14).adding(-14) == month)
    }

    @Test func `a partition goes when the last account has no use for any of it`() {
        let partitions = MonthPartitions(table: "page_views")
        let month = CalendarMonth(of: .start)
        let months = Set((-3...1).map(month.adding))
        #expect(partitions.expired(before: month.adding(-1).start, among: months) == [-3, -2].map(month.adding))
        #expect(partitions.expired(before: month.start - 1, among: months) == [-3, -2].map(month.adding))
        #expect(partitions.missing(now: .start, among: months) == [2, 3].map(month.adding))
    }
}
