import Attribution
import CRM

/// A contact's touches under every lens, on its record (`console/lens-panel`).
struct LensPanel {
    let columns: [Column]
    let rows: [Row]
    let lenses: [Column]
    let visits: [Visit]
    let visitsText: String?

    struct Column: Equatable {
        let label: String
    }

    /// One lens, with what it says of First and of Latest.
    struct Row: Equatable {
        let lens: String
        let summary: String
        let readings: [Reading]
    }

    struct Reading: Equatable {
        /// "First", for a phone, where a table's heads are not shown.
        let column: String
        let label: String
        let why: String
    }

    struct Visit: Equatable {
        let time: Moment
        let url: String
        let labels: [Label]
    }

    struct Label: Equatable {
        let lens: String
        let label: String
    }

    /// So many visits are shown.
    static let mostVisits = 20

    /// Nil while nothing is there to be read.
    ///
    /// - Parameter isOneConversion: First and Latest are the same, and said once.
    init?(_ readings: LensReadings, isOneConversion: Bool, _ clock: AccountClock) {
        let positions = AttributionPosition.allCases.filter { readings.attributions[$0] != nil }
        guard !positions.isEmpty else { return nil }
        let shown = isOneConversion ? Array(positions.prefix(1)) : positions
        columns = shown.map { Column(label: isOneConversion ? "First and Latest" : $0.label) }
        let columns = columns
        rows = Lens.allCases.enumerated().map { index, lens in
            let said = zip(columns, shown).compactMap { column, position in
                readings.attributions[position].map {
                    Reading(column: column.label, label: $0[index].label.text, why: $0[index].why)
                }
            }
            return Row(lens: lens.title, summary: lens.summary, readings: said)
        }
        lenses = Lens.allCases.map { Column(label: $0.title) }
        visits = readings.visits.map { Visit($0, clock) }
        visitsText = visits.isEmpty ? nil : Count.text(visits.count, "visit") + " under the four lenses"
    }
}

extension LensPanel.Visit {
    init(_ visit: LensReadings.Visit, _ clock: AccountClock) {
        time = clock.moment(visit.startedAt)
        url = String(visit.url.prefix(200))
        labels = visit.readings.map { LensPanel.Label(lens: $0.lens.title, label: $0.label.text) }
    }
}
