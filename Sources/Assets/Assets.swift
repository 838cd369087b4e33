import CAssets

/// The files that the binary carries: the tracker script, styles, templates, the sample website.
public struct Assets: Sendable {
    private let files: [String: [UInt8]]

    /// Every embedded file, by its path below `CAssets/files`.
    public static let embedded = Assets()

    private init() {
        var files: [String: [UInt8]] = [:]
        var index: UInt = 0
        while let asset = hw_asset_at(index)?.pointee {
            files[String(cString: asset.name)] = Array(UnsafeBufferPointer(start: asset.bytes, count: Int(asset.size)))
            index += 1
        }
        self.files = files
    }

    public var names: [String] { files.keys.sorted() }

    public subscript(name: String) -> [UInt8]? { files[name] }

    public func text(_ name: String) -> String? {
        files[name].map { String(decoding: $0, as: UTF8.self) }
    }
}
