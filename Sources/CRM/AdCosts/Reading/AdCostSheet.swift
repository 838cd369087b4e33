/// The lines of an export below the one that names its columns.
struct AdCostSheet {
    let separator: UInt8
    let headers: [AdCostHeader?]
    let records: [Record]
    /// Where each column stands.
    let places: [AdCostColumn: Int]

    struct Record {
        let line: Int
        let cells: [String]
        let fault: CSVRecords.Fault?
    }

    /// Titles and notes above the header take at most so many lines.
    private static let mostTitles = 30

    init(_ bytes: [UInt8]) throws(AdCostFileError) {
        guard bytes.count <= AdCostFile.longest else { throw .tooLong }
        let text = AdCostText.utf8(bytes)
        let found = [",", ";", "\t"].map { UInt8(ascii: $0) }.compactMap { Self.header(of: text, separator: $0) }
        guard let best = found.max(by: { $0.places.count < $1.places.count }) else { throw .noHeader }
        separator = best.separator
        headers = best.headers
        places = best.places
        var rows = CSVRecords(text, separator: separator)
        var records: [Record] = []
        while let cells = rows.next() {
            if rows.line > best.line { records.append(Record(line: rows.line, cells: cells, fault: rows.fault)) }
        }
        self.records = records
        let names: [AdCostColumn] = [.campaign, .campaignID, .group, .groupID, .ad, .adID, .keyword]
        guard names.contains(where: { places[$0] != nil }) else { throw .noNames }
        guard places[.day] != nil || (places[.periodStart] != nil && places[.periodEnd] != nil) else { throw .noDay }
        guard places[.cost] != nil else { throw .noCost }
    }

    private struct Found {
        let separator: UInt8
        let line: Int
        let headers: [AdCostHeader?]
        let places: [AdCostColumn: Int]
    }

    /// The first line that names at least three columns, one of them with a figure.
    private static func header(of text: [UInt8], separator: UInt8) -> Found? {
        var rows = CSVRecords(text, separator: separator)
        for _ in 0..<mostTitles {
            guard let titles = rows.next() else { return nil }
            let headers = titles.map(AdCostHeader.init)
            let places = places(of: headers)
            let figures: [AdCostColumn] = [.impressions, .clicks, .cost]
            guard places.count >= 3, figures.contains(where: { places[$0] != nil }) else { continue }
            return Found(separator: separator, line: rows.line, headers: headers, places: places)
        }
        return nil
    }

    private static func places(of headers: [AdCostHeader?]) -> [AdCostColumn: Int] {
        var places: [AdCostColumn: (rank: Int, index: Int)] = [:]
        for (index, header) in headers.enumerated() {
            guard let header, header.column != .figure, header.column != .segment else { continue }
            if places[header.column].map({ $0.rank <= header.rank }) ?? false { continue }
            places[header.column] = (header.rank, index)
        }
        return places.mapValues(\.index)
    }

    func cell(_ column: AdCostColumn, of cells: [String]) -> String? {
        places[column].flatMap { $0 < cells.count ? Self.content(cells[$0]) : nil }
    }

    /// Whether the header names one of these.
    func has(_ columns: [AdCostColumn]) -> Bool { columns.contains { places[$0] != nil } }

    /// Whether a line ends before this column, which the header names.
    func isMissing(_ column: AdCostColumn, of cells: [String]) -> Bool {
        places[column].map { $0 >= cells.count } ?? false
    }

    /// Whether nothing at all stands there, not even a mark for nothing.
    func isEmpty(_ column: AdCostColumn, of cells: [String]) -> Bool {
        places[column].map { $0 < cells.count && cells[$0].trimmed.isEmpty } ?? false
    }

    /// Without the marks for nothing, and without the apostrophe that keeps a spreadsheet from running a cell.
    private static func content(_ cell: String) -> String? {
        let text = cell.trimmed
        guard !["", "-", "--", "—", "–"].contains(text) else { return nil }
        guard text.first == "'", let second = text.dropFirst().first, "=+-@".contains(second) else { return text }
        return String(text.dropFirst())
    }

    /// The platforms that alone have some of these columns.
    var platforms: Set<AdPlatform> { Set(headers.compactMap { $0?.platform }) }

    /// Whatever divides a day further, like the device or the age: two lines that differ in it are parts of one thing.
    func segment(of cells: [String]) -> [String] {
        cells.enumerated().compactMap { index, cell in
            let header = index < headers.count ? headers[index] : nil
            if let header { return header.column == .segment ? cell : nil }
            return AdAmount(cell) == nil ? cell : nil
        }
    }
}
