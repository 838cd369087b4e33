import Assets
import Testing

@testable import Server

@Suite("Charts")
struct ChartTests {
    /// One of every kind, of the same parts.
    private func charts(_ parts: [ChartPart]) -> [any Chart] {
        let labels = parts.map(\.label)
        let values = parts.map { Optional($0.value) }
        return [
            LineChart("Lines", .count, labels: labels, series: parts.map { ChartSeries($0.label, values) }),
            BarChart("Bars", .count, bars: parts), HorizontalBarChart("Lying bars", .count, bars: parts),
            DonutChart("Ring", .count, parts: parts), FunnelChart("Funnel", .count, steps: parts),
            MatrixChart(
                "Matrix", .count, rowName: "First", columnName: "Latest", rows: labels, columns: labels,
                values: parts.map { _ in values }),
        ]
    }

    private static let hostile = [
        "<img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0", "\"><script>alert(1)</script>", "a\u{0}b\u{1B}c\u{FFFF}d",
        "حملة الربيع", "🦷🪥👩‍👩‍👧‍👦", String(repeating: "very long ", count: 200),
    ]

    @Test("A hostile label is text and nothing else", arguments: hostile)
    func hostileLabel(label: String) {
        for chart in charts([ChartPart(label, 3), ChartPart("b", 1)]) {
            let drawings = ChartFigure(chart).drawings.map(\.svg)
            for svg in drawings + [chart.file(width: 720, styles: ".a{}")] {
                #expect(!svg.contains("<img"))
                #expect(!svg.contains("<script"))
                #expect(!svg.unicodeScalars.contains { $0.value < 32 && $0 != "\n" || $0 == "\u{FFFF}" })
                #expect(!svg.contains("NaN") && !svg.contains("inf"))
            }
        }
    }

    @Test("What is empty says that there is nothing to show")
    func empty() {
        for chart in charts([]) {
            #expect(chart.svg(width: 720).contains("Nothing to show"))
        }
        #expect(LineChart("Gaps", .count, labels: ["a"], series: [ChartSeries("s", [nil])]).isEmpty)
        #expect(DonutChart("Zeros", .count, parts: [ChartPart("a", 0)]).isEmpty)
    }

    @Test("A single point is seen: a line of it has a mark, a ring of it is whole")
    func onePoint() {
        let line = LineChart("One", .count, labels: ["1 Nov"], series: [ChartSeries("Contacts", [4])])
        #expect(line.svg(width: 340).contains("class=\"mark c1\""))
        #expect(line.svg(width: 340).contains("1 Nov · Contacts: 4"))
        let ring = DonutChart("One", .count, parts: [ChartPart("Direct Traffic", 1)])
        #expect(ring.svg(width: 340).contains("Direct Traffic: 1 (100 %)"))
    }

    @Test("The style sheet shows every drawing of a chart in boxes as wide as it is")
    func widths() throws {
        let styles = try #require(Assets.embedded.text("charts.css"))
        for width in ChartFigure.widths {
            #expect(styles.contains(".drawn-\(width) {"))
            #expect(styles.contains("--drawn: \(width)px;"))
        }
        #expect(styles.components(separatedBy: "--drawn: ").count == ChartFigure.widths.count + 1)
    }

    @Test("In a box that is too narrow for both, a name stands above its bar and is not cut to a few letters")
    func narrowBars() {
        let bars = HorizontalBarChart("Campaigns", .count, bars: [ChartPart("Wrinkle Relaxers", 9), ChartPart("b", 2)])
        #expect(bars.svg(width: 180).contains(">Wrinkle Relaxers</text>"))
        #expect(bars.height(width: 180) > bars.height(width: 310))
    }

    @Test("Names below bars are read to their ends in boxes of all widths", arguments: ChartFigure.widths)
    func wholeNames(width: Int) {
        let names = ["Paid Search", "Organic Search", "Referrals", "Social Media", "Direct Traffic", "The rest"]
        let chart = BarChart("Sources", .count, bars: names.map { ChartPart($0, 3) })
        let svg = chart.svg(width: Double(width))
        for name in names { #expect(svg.contains(">\(name)</text>"), "\(name)") }
    }

    @Test("Names that are wider than their bars are turned, and where they would be cut the bars lie")
    func turnedNames() {
        let short = BarChart("Short", .count, bars: (1...9).map { ChartPart("May \($0)", 3) })
        #expect(short.svg(width: 310).contains("rotate(") && !short.svg(width: 690).contains("rotate("))
        let long = BarChart("Long", .count, bars: (1...9).map { ChartPart("Wrinkle Relaxers \($0)", 3) })
        let lying = HorizontalBarChart("Long", .count, bars: long.bars)
        #expect(long.svg(width: 310) == lying.svg(width: 310))
    }

    @Test("A gap breaks a line, and a lonely point between gaps keeps its mark")
    func gaps() {
        let svg = LineChart(
            "Gaps", .count, labels: ["a", "b", "c", "d", "e"], series: [ChartSeries("s", [1, 2, nil, 4, nil])]
        ).svg(width: 720)
        let path = svg.components(separatedBy: "class=\"line c1 d1\" d=\"").last?.prefix { $0 != "\"" } ?? ""
        #expect(path.filter { $0 == "M" }.count == 2)
    }

    @Test("A label that is too long is cut, and told whole to a pointer")
    func longLabel() {
        let name = "summer_sale_2026_with_a_name_that_nobody_reads_to_its_end_on_any_screen"
        let svg = HorizontalBarChart("Long", .count, bars: [ChartPart(name, 2)]).svg(width: 340)
        #expect(svg.contains("<title>\(name)</title>"))
        #expect(svg.contains("…</text>"))
    }

    @Test("Of more slices than can be told apart, the smallest are one")
    func manySlices() {
        let parts = (1...12).map { ChartPart("part \($0)", Double($0)) } + [ChartPart("All others", 5, isOther: true)]
        let donut = DonutChart("Many", .count, parts: parts)
        #expect(donut.parts.count == DonutChart.mostParts)
        #expect(donut.parts.first?.label == "part 12")
        #expect(donut.parts.last == ChartPart("All others", 5 + 1 + 2 + 3 + 4 + 5, isOther: true))
    }

    @Test("A file of its own carries its styles and a title, and draws on white")
    func standalone() {
        let file = BarChart("Contacts & friends", .count, bars: [ChartPart("a", 1)]).file(
            width: 720, styles: ".a > b{}")
        #expect(file.hasPrefix("<?xml"))
        #expect(file.contains("xmlns=\"http://www.w3.org/2000/svg\""))
        #expect(file.contains("<style>.a &gt; b{}</style>"))
        #expect(file.contains(">Contacts &amp; friends</text>"))
        #expect(file.contains("class=\"paper\""))
    }

    @Test(
        "An axis has few and round values, zero among them",
        arguments: [
            ([1, 3], true, [0, 1, 2, 3]), ([0], true, [0, 1]), ([97, 412], true, [0, 200, 400, 600]),
            ([0.3], false, [0, 0.1, 0.2, 0.3]), ([-40, 60], false, [-50, -25, 0, 25, 50, 75]),
        ] as [([Double], Bool, [Double])])
    func scale(values: [Double], isWhole: Bool, ticks: [Double]) {
        let scale = ChartScale(values, isWhole: isWhole)
        #expect(scale.ticks.count == ticks.count)
        for (found, due) in zip(scale.ticks, ticks) { #expect(abs(found - due) < 1e-9) }
    }

    @Test(
        "Numbers are told as people write them",
        arguments: [
            (ChartUnit.count, 1280, "1,280", "1.3k"), (.decimal, 12.5, "12.5", "12.5"),
            (.percent, 4.25, "4.3 %", "4.25 %"),
            (.money(.usDollar), 1500.5, "$1,500.50", "$1.5k"), (.money(.usDollar), -20, "−$20.00", "−$20"),
            (.count, 3_000_000, "3,000,000", "3M"),
        ])
    func units(unit: ChartUnit, value: Double, text: String, short: String) {
        #expect(unit.text(value) == text)
        #expect(unit.short(value) == short)
    }
}
