// swift-tools-version: 6.1
import PackageDescription

// Data flows one way: read, parse, model, relate, render, write. Every outside dependency enters
// through exactly one target, and `ArchitectureTests` holds the imports to the lists below.
// `Sources/README.md` draws the same picture for people.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "sitegen",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "sitegen", targets: ["sitegen"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    // Only tests use it: templates must come out as they do in another implementation of Mustache.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    // Without its default traits Hummingbird brings neither metrics nor tracing nor its own config.
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    // What Hummingbird is made of and does not pass on: errors of sockets, its log, its ending.
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.7.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.0.0"),
  ],
  targets: [
    // The outside world in C.
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
    .target(name: "CParsingMemory", dependencies: ["CCmarkGFM"]),
    .target(name: "CVips", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),

    .target(name: "CAllocator"),
    .target(
      name: "CCompression", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),

    // The nouns: values that depend on nothing.
    .target(name: "SiteModel", swiftSettings: strict),

    // From Markdown files to values.
    .target(
      name: "Markdown", dependencies: ["CCmarkGFM", "CParsingMemory", "SiteModel"],
      swiftSettings: strict),
    .target(
      name: "Content",
      dependencies: [
        "SiteModel", "Markdown", .product(name: "Yams", package: "Yams"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      swiftSettings: strict),

    // From values to values and to bytes; these five do not know one another.
    .target(name: "Related", swiftSettings: strict),
    .target(name: "Imaging", dependencies: ["CVips"], swiftSettings: strict),
    .target(name: "Rendering", dependencies: ["SiteModel"], swiftSettings: strict),
    .target(name: "Syndication", dependencies: ["SiteModel"], swiftSettings: strict),
    .target(name: "Checking", dependencies: ["SiteModel"], swiftSettings: strict),

    // The stages in order, and the two ways to run them.
    .target(
      name: "Publishing",
      dependencies: [
        "SiteModel", "Content", "Related", "Imaging", "Rendering", "Syndication", "Checking",
        "CCompression",
      ],
      swiftSettings: strict),
    .target(
      name: "DevServer",
      dependencies: [
        "SiteModel", "Publishing", .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: strict),
    // To the host: programs of the system carry the files.
    .target(name: "Deploying", dependencies: ["SiteModel"], swiftSettings: strict),
    .executableTarget(
      name: "sitegen",
      dependencies: [
        "CAllocator", "SiteModel", "Publishing", "DevServer", "Deploying",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Measurements.
    .executableTarget(
      name: "stages", dependencies: ["Content", "Publishing", "SiteModel"],
      path: "Benchmarks/stages", swiftSettings: strict),
    .target(
      name: "BenchmarkPublication", dependencies: ["Content", "SiteModel"],
      path: "Benchmarks/publication", swiftSettings: strict),
    .executableTarget(
      name: "pages",
      dependencies: [
        "BenchmarkPublication", "Content", "Publishing", "Rendering", "SiteModel", "Syndication",
      ],
      path: "Benchmarks/pages", swiftSettings: strict),
    .executableTarget(
      name: "lists", dependencies: ["BenchmarkPublication", "CAllocator", "Related", "SiteModel"],
      path: "Benchmarks/lists", swiftSettings: strict),
    .executableTarget(
      name: "pictures", dependencies: ["Content", "Imaging"], path: "Benchmarks/pictures",
      exclude: ["measure.py"], swiftSettings: strict),

    // Tests.
    .target(
      name: "TestSupport", dependencies: ["Publishing", "SiteModel"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "MarkdownTests", dependencies: ["CCmarkGFM", "Markdown", "SiteModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ContentTests", dependencies: ["Content", "SiteModel", "TestSupport"],
      exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "SiteModelTests", dependencies: ["SiteModel"], swiftSettings: strict),
    .testTarget(
      name: "RenderingTests",
      dependencies: [
        "Content", "Rendering", "SiteModel", "TestSupport",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RobustnessTests", dependencies: ["TestSupport", "sitegen"],
      exclude: ["failing-calls.c"], swiftSettings: strict),
    .testTarget(
      name: "PublishingTests", dependencies: ["Imaging", "Publishing", "SiteModel", "TestSupport"],
      exclude: ["Faults", "Seeded", "Sites", "Theme"], swiftSettings: strict),
    .testTarget(
      name: "ImagingTests", dependencies: ["Imaging"], swiftSettings: strict),
    .testTarget(
      name: "RelatedTests", dependencies: ["Related", "TestSupport"], exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "SyndicationTests", dependencies: ["SiteModel", "Syndication", "TestSupport"],
      exclude: ["Sitemaps"], swiftSettings: strict),
    .testTarget(
      name: "CheckingTests", dependencies: ["Checking", "SiteModel"], swiftSettings: strict),
    .testTarget(
      name: "DeployingTests", dependencies: ["Deploying", "SiteModel"], swiftSettings: strict),
    .testTarget(
      name: "DevServerTests",
      dependencies: [
        "DevServer", "Publishing", "SiteModel", .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
