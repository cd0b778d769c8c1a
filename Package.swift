// swift-tools-version: 6.2
import PackageDescription

/// Warnings fail the build where `SAYSO_STRICT=1` is set (scripts/test sets it), so that a newer
/// compiler's new warning never stops a user.
let strict = Context.environment["SAYSO_STRICT"] == "1"

let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (strict ? [.treatAllWarnings(as: .error)] : [])

/// The tests read whole corpora, for which kernels must be as quick as they are in use.
///
/// No package that depends on this one sets `SAYSO_STRICT`, so that none meets the flag.
let optimised: [CSetting] =
  strict ? [.unsafeFlags(["-O2"], .when(configuration: .debug))] : []

/// A module of the library, its folder named as itself.
func module(_ name: String, uses: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: uses, swiftSettings: settings)
}

/// The tests of one module; they mirror its files.
func tests(
  of name: String, uses: [Target.Dependency] = [], exclude: [String] = [],
  resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + uses, exclude: exclude,
    resources: resources, swiftSettings: settings)
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "sayso",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Sayso", targets: ["Sayso"]),
    .executable(name: "sayso", targets: ["SaysoCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    module("SaysoRecords"),
    .target(
      name: "CSaysoKernels", exclude: ["body.h", "integers.h", "transformer.h"],
      cSettings: optimised),
    module("SaysoLearning", uses: ["CSaysoKernels"]),
    .target(
      name: "CSaysoModels", exclude: ["models"]),
    .target(
      name: "SaysoModels", dependencies: ["CSaysoModels", "SaysoLearning"], exclude: ["Cards"],
      swiftSettings: settings),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
    module(
      "SaysoReading",
      uses: ["SaysoRecords", "CLibXML2", "CLibArchive", "CZlib", "CBrotli", "Yams", crypto]),
    module(
      "SaysoNetwork",
      uses: ["SaysoRecords", "SaysoReading", httpClient, nioCore, nioHTTP, crypto]),
    module("SaysoLanguage", uses: ["SaysoRecords", "SaysoLearning"]),
    module("SaysoAttribution", uses: ["SaysoRecords", "SaysoLearning", "SaysoLanguage"]),
    module("SaysoStories", uses: ["SaysoRecords", "SaysoLearning", "SaysoLanguage"]),
    module("SaysoClaims", uses: ["SaysoRecords", "SaysoStories"]),
    module(
      "SaysoLedger",
      uses: ["SaysoRecords", .product(name: "GRDB", package: "GRDB.swift"), crypto]),
    module(
      "Sayso",
      uses: [
        "SaysoRecords", "SaysoLearning", "SaysoModels", "SaysoReading", "SaysoNetwork",
        "SaysoLanguage", "SaysoAttribution", "SaysoStories", "SaysoClaims", "SaysoLedger",
      ]),
    module("SaysoExport", uses: ["Sayso", "SaysoRecords", "CLibArchive", crypto]),
    .target(name: "CSaysoWeb", exclude: ["templates", "assets"]),
    module(
      "SaysoWeb",
      uses: [
        "CSaysoWeb", "Sayso", "SaysoRecords", "SaysoExport",
        .product(name: "Hummingbird", package: "hummingbird"), nioCore,
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .executableTarget(
      name: "SaysoCLI",
      dependencies: ["Sayso", "SaysoRecords", "SaysoExport", "SaysoWeb", argumentParser],
      swiftSettings: settings),
    module(
      "SaysoEvaluation",
      uses: [
        "SaysoRecords", "SaysoReading", "SaysoLearning", "SaysoLanguage", "SaysoAttribution",
        "SaysoStories", "SaysoClaims", "SaysoLedger", "Sayso", "CLibArchive", crypto,
      ]),
    module(
      "SaysoTraining",
      uses: [
        "SaysoRecords", "SaysoLearning", "SaysoLanguage", "SaysoAttribution", "SaysoStories",
        "Sayso", "SaysoEvaluation",
      ]),
    .executableTarget(
      name: "sayso-train",
      dependencies: [
        "SaysoTraining", "SaysoEvaluation", "SaysoAttribution", "SaysoLanguage", "SaysoLearning",
        "SaysoModels", "SaysoStories", "Sayso", argumentParser,
      ],
      path: "Tools/sayso-train",
      swiftSettings: settings),
    .executableTarget(
      name: "sayso-evaluate",
      dependencies: ["SaysoEvaluation", "SaysoLearning", "Sayso", argumentParser],
      path: "Tools/sayso-evaluate", swiftSettings: settings),
    .executableTarget(
      name: "sayso-benchmark", dependencies: ["SaysoEvaluation", "Sayso", argumentParser],
      path: "Benchmarks/sayso-benchmark", swiftSettings: settings),
    tests(of: "SaysoRecords"),
    tests(of: "SaysoReading", uses: ["SaysoRecords"]),
    tests(
      of: "SaysoNetwork",
      uses: ["SaysoReading", "SaysoRecords", "SaysoLedger", "Sayso", nioCore, nioHTTP, nioPosix]),
    tests(of: "SaysoLearning"),
    tests(
      of: "SaysoModels",
      uses: ["SaysoRecords", "SaysoLearning", "SaysoLanguage", "SaysoAttribution"],
      exclude: ["Fixtures"]),
    tests(of: "SaysoStories", uses: ["SaysoRecords", "SaysoLearning", "SaysoLanguage"]),
    tests(of: "SaysoClaims", uses: ["SaysoRecords"]),
    tests(of: "SaysoTraining", uses: ["SaysoLearning", "SaysoLanguage", "SaysoEvaluation"]),
    tests(of: "SaysoLanguage", uses: ["SaysoRecords", "SaysoLearning"]),
    tests(
      of: "SaysoLedger", uses: ["SaysoRecords", .product(name: "GRDB", package: "GRDB.swift")]),
    tests(of: "Sayso", uses: ["SaysoLedger"]),
    tests(of: "SaysoCLI", uses: ["Sayso"], exclude: ["Goldens"]),
    tests(of: "SaysoExport", uses: ["Sayso", "SaysoRecords"]),
    tests(
      of: "SaysoWeb",
      uses: [
        "Sayso", "SaysoRecords", nioCore,
        .product(name: "HummingbirdTesting", package: "hummingbird"),
      ]),
    tests(of: "SaysoEvaluation", uses: ["SaysoRecords", "SaysoLanguage", "Sayso"]),
    tests(of: "SaysoAttribution", uses: ["SaysoRecords", "SaysoLanguage", "SaysoLearning"]),
  ],
  cLanguageStandard: .c2x
)
