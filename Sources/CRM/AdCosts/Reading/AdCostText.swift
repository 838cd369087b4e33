/// The bytes of an export as UTF-8: Google's files for Excel are UTF-16.
enum AdCostText {
    static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isLittleEndian: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isLittleEndian: false) }
        // Without a mark: the first letters of a title or a header are ASCII, so every other byte is zero.
        let start = bytes.prefix(8)
        if start.count >= 4, start[1] == 0, start[3] == 0, start[0] != 0 {
            return utf16(bytes[...], isLittleEndian: true)
        }
        if start.count >= 4, start[0] == 0, start[2] == 0, start[1] != 0 {
            return utf16(bytes[...], isLittleEndian: false)
        }
        return bytes
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isLittleEndian ? second << 8 | first : first << 8 | second)
            index += 2
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
