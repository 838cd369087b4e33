extension Landing {
    /// The landing with its tags in small letters, keys and values; nil when they are already.
    var withTagsInSmallLetters: Landing? {
        let read = URLText(url).bytes
        var bytes = Array(read)
        var scanner = QueryScanner(read.span)
        while let pair = scanner.next(in: read.span) {
            guard let parameter = Parameter(key: pair.key, in: read.span, .tagsInAnyCase),
                Parameter.tags.contains(parameter)
            else { continue }
            for index in pair.key.lowerBound..<pair.value.upperBound { bytes[index] = bytes[index].asciiLowercased }
        }
        guard !read.elementsEqual(bytes) else { return nil }
        return Landing(url: String(decoding: bytes, as: UTF8.self), referrer: referrer, userAgent: userAgent)
    }
}
