// swift-tools-version: 6.3
import PackageDescription

let package = Package(
    name: "tandem",
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .target(name: "TandemDomain"),
        .target(name: "TandemCSV"),
        .target(
            name: "TandemReference",
            dependencies: ["TandemCSV", "TandemDomain"],
            resources: [.copy("Data")]
        ),
        .target(name: "TandemSQL"),
        .target(
            name: "TandemSQLite",
            dependencies: ["TandemSQL", .product(name: "GRDB", package: "GRDB.swift")]
        ),
        .systemLibrary(name: "CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(
            name: "TandemPostgres",
            dependencies: ["CLibpq", "TandemSQL"],
            swiftSettings: [.strictMemorySafety()]
        ),
        .target(
            name: "TandemStore",
            dependencies: ["TandemDomain", "TandemSQL", .product(name: "Crypto", package: "swift-crypto")]
        ),
        .target(
            name: "TandemActions",
            dependencies: [
                "TandemCSV", "TandemDomain", "TandemPlaces", "TandemReference", "TandemRegister", "TandemSQL",
                "TandemStore",
            ]
        ),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .target(name: "TandemPlaces"),
        .target(
            name: "TandemRegister",
            dependencies: ["CArchive", "TandemCSV", "TandemDomain", "TandemPlaces", "TandemSQL"],
            resources: [.copy("Data")]
        ),
        .systemLibrary(name: "CXlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(
            name: "TandemSpreadsheet",
            dependencies: ["CXlsxwriter", "TandemDomain"],
            swiftSettings: [.strictMemorySafety()]
        ),
        .target(name: "TandemReport", dependencies: ["TandemDomain"]),
        .target(
            name: "TandemTwin",
            dependencies: ["TandemCSV", "TandemDomain", "TandemReference", "TandemReport"],
            resources: [.copy("Data")]
        ),
        .target(
            name: "TandemOperations",
            dependencies: [
                "TandemDomain", "TandemSQL",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
            ]
        ),
        .target(
            name: "TandemWeb",
            dependencies: [
                "TandemActions", "TandemCSV", "TandemDomain", "TandemOperations", "TandemPlaces", "TandemReference",
                "TandemRegister",
                "TandemReport", "TandemSpreadsheet", "TandemStore", "TandemSQL",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.copy("Templates"), .copy("Words"), .copy("Assets"), .copy("Outlines")]
        ),
        .executableTarget(
            name: "tandem",
            dependencies: [
                "TandemActions", "TandemCSV", "TandemDomain", "TandemOperations", "TandemPlaces", "TandemPostgres",
                "TandemReference", "TandemRegister", "TandemReport", "TandemSQL", "TandemSQLite", "TandemStore",
                "TandemTwin", "TandemWeb",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]
        ),
        .target(
            name: "TandemTestKit",
            dependencies: [
                "TandemActions", "TandemDomain", "TandemPostgres", "TandemReference", "TandemRegister", "TandemSQL",
                "TandemSQLite", "TandemStore",
            ]
        ),
        .testTarget(name: "TandemArchitectureTests"),
        .testTarget(
            name: "TandemDomainTests",
            dependencies: ["TandemDomain", "TandemReference", "TandemTestKit"],
            exclude: ["Mandates/permissions.txt"]
        ),
        .testTarget(name: "TandemCSVTests", dependencies: ["TandemCSV"]),
        .testTarget(name: "TandemReferenceTests", dependencies: ["TandemReference", "TandemTestKit"]),
        .testTarget(
            name: "TandemPostgresTests",
            dependencies: ["TandemPostgres", "TandemSQL", "TandemSQLite", "TandemStore", "TandemTestKit"]
        ),
        .testTarget(
            name: "TandemStoreTests",
            dependencies: ["TandemPostgres", "TandemStore", "TandemTestKit"],
            exclude: ["schema.sqlite.txt", "schema.postgresql.txt"]
        ),
        .testTarget(
            name: "TandemActionsTests",
            dependencies: ["TandemActions", "TandemReport", "TandemSQL", "TandemSQLite", "TandemTestKit", "TandemTwin"]
        ),
        .testTarget(name: "TandemSpreadsheetTests", dependencies: ["TandemDomain", "TandemSpreadsheet"]),
        .testTarget(name: "TandemPlacesTests", dependencies: ["TandemPlaces", "TandemTestKit"]),
        .testTarget(
            name: "TandemRegisterTests",
            dependencies: [
                "TandemCSV", "TandemDomain", "TandemPlaces", "TandemRegister", "TandemSQL", "TandemSQLite",
                "TandemTestKit",
            ]
        ),
        .testTarget(
            name: "TandemReportTests",
            dependencies: ["TandemCSV", "TandemReference", "TandemReport", "TandemTwin", "TandemTestKit"]
        ),
        .testTarget(
            name: "TandemOperationsTests",
            dependencies: ["TandemOperations", "TandemSQLite", .product(name: "Metrics", package: "swift-metrics")]
        ),
        .testTarget(
            name: "TandemWebTests",
            dependencies: [
                "TandemOperations", "TandemPlaces", "TandemRegister", "TandemWeb", "TandemTestKit",
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            exclude: ["Pages"]
        ),
        .testTarget(
            name: "TandemCommandTests",
            dependencies: [
                "tandem", "TandemActions", "TandemDomain", "TandemPostgres", "TandemSQL", "TandemSQLite", "TandemStore",
                "TandemTestKit", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Help", "Register"]
        ),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("InferIsolatedConformances"),
            .enableUpcomingFeature("ImmutableWeakCaptures"),
            .treatAllWarnings(as: .error),
        ]
}
