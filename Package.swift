// swift-tools-version: 6.2
import PackageDescription

/// The house of `docs/architecture.md`. A target may import the ones it names here and nothing else; `make check`
/// compares every import with this list, because SwiftPM itself lets a transitive one through.
let package = Package(
    name: "headwater",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "headwater", targets: ["headwater"]),
        .library(name: "Attribution", targets: ["Attribution"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CPublicSuffix", pkgConfig: "libpsl", providers: [.apt(["libpsl-dev"])]),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CMaxMind", pkgConfig: "libmaxminddb", providers: [.apt(["libmaxminddb-dev"])]),
        .target(name: "CAssets", exclude: ["files"]),
        .target(name: "Assets", dependencies: ["CAssets"]),
        .target(
            name: "Attribution",
            dependencies: ["CPublicSuffix"],
            // Views of bytes that live no longer than the bytes: see docs/decisions/0010-bytes-in-place.md.
            swiftSettings: [.enableExperimentalFeature("Lifetimes")],
            // For programs that use the library without Foundation, which would bring it.
            linkerSettings: [.linkedLibrary("m")]
        ),
        .target(
            name: "Database",
            dependencies: [
                "CLibPQ",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        .target(
            name: "CRM",
            dependencies: [
                "Attribution", "Database",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]
        ),
        .target(
            name: "Delivery",
            dependencies: [
                "CRM",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        .target(name: "Telemetry"),
        .target(
            name: "Server",
            dependencies: [
                "Attribution", "CRM", "Database", "Delivery", "Assets", "CMaxMind", "Telemetry",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        .executableTarget(
            name: "headwater",
            dependencies: [
                "Attribution", "CRM", "Database", "Delivery", "Server",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        .executableTarget(
            name: "AttributionFuzz",
            dependencies: ["Attribution", .product(name: "ArgumentParser", package: "swift-argument-parser")]
        ),
        .testTarget(name: "AttributionTests", dependencies: ["Attribution"], resources: [.copy("Data")]),
        .testTarget(name: "TelemetryTests", dependencies: ["Telemetry"]),
        // A database for each test, on the engine that the run is for.
        .target(name: "DatabaseTesting", dependencies: ["CLibPQ", "Database"], path: "Tests/DatabaseTesting"),
        .testTarget(name: "DatabaseTests", dependencies: ["Database", "DatabaseTesting"]),
        .testTarget(name: "CRMTests", dependencies: ["Attribution", "CRM", "Database", "DatabaseTesting"]),
        .testTarget(
            name: "DeliveryTests",
            dependencies: [
                "CRM", "Database", "DatabaseTesting", "Delivery",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "Assets", "Attribution", "CRM", "Database", "Server", "Telemetry",
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            exclude: ["Golden", "UserAgents"]
        ),
    ],
    swiftLanguageModes: [.v6]
)
