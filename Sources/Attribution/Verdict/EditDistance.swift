/// How many letters must be changed, added, left out or swapped with their neighbour to turn one word into another.
enum EditDistance {
    static func between(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...other.count)
        for (row, letter) in one.enumerated() {
            var current = [row + 1]
            for (column, counterpart) in other.enumerated() {
                let replaced = last[column] + (letter == counterpart ? 0 : 1)
                var best = min(last[column + 1] + 1, current[column] + 1, replaced)
                let isSwap = row > 0 && column > 0 && letter == other[column - 1] && one[row - 1] == counterpart
                if isSwap { best = min(best, beforeLast[column - 1] + 1) }
                current.append(best)
            }
            (beforeLast, last) = (last, current)
        }
        return last[other.count]
    }
}
