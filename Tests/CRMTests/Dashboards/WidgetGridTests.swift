import Testing

@testable import CRM

/// The grid that widgets stand on.
@Suite struct WidgetGridTests {
    private static let a = WidgetID(rawValue: "a")

    private static func grid(_ places: (String, Int, Int, Int, Int)...) -> WidgetGrid {
        WidgetGrid(
            places.map { name, column, row, width, height in
                (WidgetID(rawValue: name), WidgetPlace(column: column, row: row, width: width, height: height))
            })
    }

    private static func text(_ grid: WidgetGrid) -> String {
        grid.places.map { "\($0.id)@\($0.place.column),\($0.place.row)" }.joined(separator: " ")
    }

    @Test func `widgets move up as far as those before them let them`() {
        let grid = Self.grid(("a", 0, 0, 6, 4), ("b", 6, 3, 6, 2), ("c", 6, 9, 6, 2), ("d", 0, 9, 12, 1))
        #expect(Self.text(grid) == "a@0,0 b@6,0 d@0,4 c@6,5")
    }

    @Test func `two in one place stand one below the other`() {
        #expect(Self.text(Self.grid(("a", 0, 0, 6, 2), ("b", 3, 0, 6, 2))) == "a@0,0 b@3,2")
    }

    @Test(arguments: [
        (WidgetStep.right, "b@0,0 a@6,0 c@0,2"), (.left, "a@0,0 b@6,0 c@0,2"), (.up, "a@0,0 b@6,0 c@0,2"),
        (.down, "b@6,0 c@0,2 a@0,3"),
    ])
    func `a step of the first of three`(step: WidgetStep, expected: String) {
        var grid = Self.grid(("a", 0, 0, 6, 2), ("b", 6, 0, 6, 2), ("c", 0, 2, 12, 1))
        grid.move(Self.a, step)
        #expect(Self.text(grid) == expected)
    }

    @Test func `what goes down and up again stands where it stood`() {
        var grid = Self.grid(("a", 0, 0, 12, 2), ("b", 0, 2, 12, 3), ("c", 0, 5, 12, 1))
        let before = Self.text(grid)
        grid.move(Self.a, .down)
        #expect(Self.text(grid) == "b@0,0 a@0,3 c@0,5")
        grid.move(Self.a, .up)
        #expect(Self.text(grid) == before)
    }

    @Test func `one at the right edge grows to the left, and no further than the grid`() {
        var grid = Self.grid(("a", 9, 0, 3, 1))
        for _ in 0..<20 { grid.move(Self.a, .wider) }
        #expect(grid.place(of: Self.a) == WidgetPlace(column: 0, row: 0, width: 12, height: 1))
        for _ in 0..<20 { grid.move(Self.a, .narrower) }
        for _ in 0..<20 { grid.move(Self.a, .taller) }
        #expect(grid.place(of: Self.a) == WidgetPlace(column: 0, row: 0, width: 2, height: 6))
    }

    @Test func `whatever is done, nothing is lost and nothing lies on another`() {
        var state: UInt64 = 42
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        var grid = WidgetGrid(
            (0..<20).map { index in
                (
                    WidgetID(rawValue: "w\(index)"),
                    WidgetPlace(column: random(12), row: random(30), width: random(12), height: random(6))
                )
            })
        for _ in 0..<400 {
            let id = WidgetID(rawValue: "w\(random(20))")
            if random(3) == 0 {
                grid.put(
                    id, at: WidgetPlace(column: random(12), row: random(40), width: random(13), height: random(7)))
            } else {
                grid.move(id, WidgetStep.allCases[random(WidgetStep.allCases.count)])
            }
            let places = grid.places.map(\.place)
            #expect(places.count == 20)
            #expect(places.allSatisfy { $0.column >= 0 && $0.columns.upperBound <= WidgetPlace.columns })
            for (index, place) in places.enumerated() {
                #expect(!places[(index + 1)...].contains { $0.overlaps(place) })
            }
        }
    }
}
