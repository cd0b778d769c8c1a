// swift-tools-version: 6.2
import PackageDescription

// Fuzz targets for the readers, run by `scripts/fuzz`. A package of its own, whose sources are links
// to the project's: it needs the compiler's fuzzer, and no build of Sayso should.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-sanitize=fuzzer,address", "-enable-testing"]),
]

let package = Package(
  name: "sayso-fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2")
  ],
  targets: [
    .systemLibrary(name: "CLibFuzzer"),
    // A stand-in of a few lines for swift-crypto.
    .target(name: "Crypto"),
    .target(name: "SaysoRecords", swiftSettings: settings),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CLibArchive", pkgConfig: "libarchive"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib"),
    .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlidec"),
    .target(
      name: "SaysoReading",
      dependencies: [
        "SaysoRecords", "CLibXML2", "CLibArchive", "CZlib", "CBrotli", "Crypto", "Yams",
      ],
      swiftSettings: settings),
    .target(name: "SaysoNetwork", swiftSettings: settings),
    // The samples of the tests, from which the seeds are made.
    .target(
      name: "SaysoReadingTests", dependencies: ["SaysoReading", "SaysoRecords"],
      swiftSettings: settings),
    .executableTarget(
      name: "sayso-fuzz",
      dependencies: [
        "CLibFuzzer", "SaysoRecords", "SaysoReading", "SaysoNetwork", "SaysoReadingTests",
      ],
      swiftSettings: settings,
      linkerSettings: [
        .unsafeFlags(["-sanitize=fuzzer,address"]),
        // The linker gold of older Swift trips over the names of the fuzzer.
        .unsafeFlags(["-use-ld=lld"], .when(platforms: [.linux])),
      ]),
  ],
  cLanguageStandard: .c2x
)
