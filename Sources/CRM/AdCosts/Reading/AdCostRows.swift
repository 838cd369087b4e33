import Foundation

/// Makes costs of the lines of an export, one by one.
struct AdCostRows {
    let sheet: AdCostSheet
    let platform: AdPlatform
    let order: AdDateOrder?
    let style: AdNumberStyle
    /// The currency of amounts that name none.
    let usual: Currency
    /// No day that counts comes after it.
    let tomorrow: CalendarDate

    /// What a line is.
    enum Row {
        case cost(AdCost)
        case left(AdCostLine.Reason)
    }

    func row(_ record: AdCostSheet.Record) -> Row {
        if let fault = record.fault { return .left(.refused([Self.text(fault)])) }
        let cells = record.cells
        guard !isTotal(cells) else { return .left(.total) }
        guard let place = place(cells) else { return .left(.refused(["there is neither an ID nor a name"])) }
        var problems = place.findings + Self.idProblems(place) + cutProblems(cells)
        let day = day(cells, &problems)
        let impressions = count(.impressions, "impressions", cells, &problems)
        let clicks = count(.clicks, "clicks", cells, &problems)
        let isShown = impressions != 0 || clicks != 0 || !sheet.has([.impressions, .clicks])
        let cost = cost(cells, isShown: isShown, &problems)
        guard let day, let cost, problems.isEmpty else { return .left(.refused(problems)) }
        return .cost(
            AdCost(
                platform: platform, day: day, place: place, impressions: impressions, clicks: clicks, cost: cost))
    }

    private static func text(_ fault: CSVRecords.Fault) -> String {
        switch fault {
        case .unclosedQuote: "a quotation mark opens here and none closes it: what follows in the file was not read"
        case .textBehindQuote: "a cell goes on behind its closing quotation mark: lines may have run together here"
        }
    }

    /// What is cut off must not count as nothing.
    private func cutProblems(_ cells: [String]) -> [String] {
        let figures: [(column: AdCostColumn, name: String)] = [
            (.impressions, "impressions"), (.clicks, "clicks"), (.cost, "cost"),
        ]
        let missing = figures.filter { sheet.isMissing($0.column, of: cells) }.map(\.name)
        return missing.isEmpty ? [] : ["the line ends before its \(missing.joined(separator: ", "))"]
    }

    /// A line of sums has no day of its own and either says so, in whatever column, or names nothing.
    private func isTotal(_ cells: [String]) -> Bool {
        if let cell = sheet.cell(.day, of: cells), AdDate(cell) != nil { return isSubtotal(cells) }
        let says = cells.contains { $0.trimmed.lowercased().hasPrefix("total") }
        return says || isSubtotal(cells) || place(cells) == nil
    }

    /// Ads Manager writes “All” where a line sums a level up.
    private func isSubtotal(_ cells: [String]) -> Bool {
        let names: [AdCostColumn] = [.campaign, .group, .ad]
        return names.contains { sheet.cell($0, of: cells)?.lowercased() == "all" }
    }

    /// The finest thing that the line names; nil when it names none.
    private func place(_ cells: [String]) -> AdPlace? {
        func name(_ id: AdCostColumn, _ name: AdCostColumn) -> AdName {
            AdName(id: sheet.cell(id, of: cells), name: sheet.cell(name, of: cells))
        }
        let (campaign, group) = (name(.campaignID, .campaign), name(.groupID, .group))
        var ad = name(.adID, .ad)
        if ad.name == nil { ad = AdName(id: ad.id, name: sheet.cell(.headline, of: cells)) }
        let keyword = sheet.cell(.keyword, of: cells).map(AdKeyword.init)
        let level: AdLevel
        if keyword != nil {
            level = .keyword
        } else if !ad.isNone {
            level = .ad
        } else if !group.isNone {
            level = .group
        } else if !campaign.isNone {
            level = .campaign
        } else {
            return nil
        }
        let matchType = sheet.cell(.matchType, of: cells).flatMap(AdMatchType.init(spelling:)) ?? keyword?.matchType
        return AdPlace(
            level: level, campaign: campaign, group: group, ad: ad, keyword: keyword?.text, matchType: matchType)
    }

    /// A spreadsheet that once held the file has turned long IDs into powers of ten, and cut them.
    private static func idProblems(_ place: AdPlace) -> [String] {
        let ids = [place.campaign.id, place.group.id, place.ad.id].compactMap { $0 }
        let isCut = ids.contains { $0.uppercased().contains("E+") }
        return isCut ? ["a spreadsheet has cut an ID: import the file as the platform wrote it"] : []
    }

    private func day(_ cells: [String], _ problems: inout [String]) -> CalendarDate? {
        if let cell = sheet.cell(.day, of: cells) {
            guard let day = AdDate(cell)?.day(order) else {
                problems.append("the day cannot be read")
                return nil
            }
            return checked(day, &problems)
        }
        guard let start = sheet.cell(.periodStart, of: cells).flatMap({ AdDate($0)?.day(order) }),
            let end = sheet.cell(.periodEnd, of: cells).flatMap({ AdDate($0)?.day(order) })
        else {
            problems.append("there is no day")
            return nil
        }
        guard start == end else {
            problems.append("it is of more than one day: export with a breakdown by day")
            return nil
        }
        return checked(start, &problems)
    }

    private func checked(_ day: CalendarDate, _ problems: inout [String]) -> CalendarDate? {
        if day.year < 2_000 || day > tomorrow { problems.append("the day is not one of the past") }
        return day
    }

    private func count(
        _ column: AdCostColumn, _ name: String, _ cells: [String], _ problems: inout [String]
    ) -> Int64 {
        guard let cell = sheet.cell(column, of: cells) else { return 0 }
        guard let amount = AdAmount(cell), amount.mark.isEmpty, !amount.isNegative,
            let number = number(amount, isWhole: true), number <= Decimal(AdCost.most)
        else {
            problems.append("\(name) is not a number")
            return 0
        }
        let count = NSDecimalNumber(decimal: number).int64Value
        if Decimal(count) != number { problems.append("\(name) is not a whole number") }
        return count
    }

    /// - Parameter isShown: whether anybody may have seen the ad; what nobody saw need not say that it cost nothing.
    private func cost(_ cells: [String], isShown: Bool, _ problems: inout [String]) -> Money? {
        if isShown, sheet.isEmpty(.cost, of: cells) {
            problems.append("there is no cost")
            return nil
        }
        guard let amount = AdAmount(sheet.cell(.cost, of: cells) ?? ""), !amount.isNegative,
            let number = number(amount, isWhole: false)
        else {
            problems.append("the cost is not an amount")
            return nil
        }
        guard let currency = currency(cells, mark: amount.mark) else {
            problems.append("the currency is not known")
            return nil
        }
        guard let money = Money(major: number, currency: currency), money.minorUnits <= AdCost.most else {
            problems.append("the cost is too large")
            return nil
        }
        return money
    }

    private func number(_ amount: AdAmount, isWhole: Bool) -> Decimal? {
        if amount.digits.isEmpty { return 0 }
        return (AdNumberStyle(evidence: amount.digits, isWhole: isWhole) ?? style).number(amount.digits)
    }

    /// What the line says, else the header, else the mark at the amount, else the sender.
    private func currency(_ cells: [String], mark: String) -> Currency? {
        if let code = sheet.cell(.currency, of: cells) { return Currency(rawValue: code) }
        if let place = sheet.places[.cost], let currency = sheet.headers[place]?.currency { return currency }
        return mark.isEmpty ? usual : AdCurrencyMark.currency(mark, own: usual)
    }
}
