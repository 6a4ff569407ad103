// swift-tools-version:6.1

import PackageDescription

// A package of its own, so that whoever uses geotrack does not get the benchmark library with it.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

let tracking = Target.Dependency.product(name: "FrontTracking", package: "geotrack")
let exports = Target.Dependency.product(name: "Exports", package: "geotrack")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "geotrack", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    // Without its traits: they count allocations, by replacing the program's malloc.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .target(name: "SeededTheatre", dependencies: [tracking], swiftSettings: settings),
    .executableTarget(
      name: "make-theatre", dependencies: ["SeededTheatre", arguments], swiftSettings: settings),
    .executableTarget(
      name: "stage-times", dependencies: [tracking, exports, arguments], swiftSettings: settings),
    .executableTarget(
      name: "write-features", dependencies: [tracking, arguments], swiftSettings: settings),
    .executableTarget(name: "empty-program", swiftSettings: settings),
    // The benchmark library finds its targets by their place in a folder of the name Benchmarks.
    .executableTarget(
      name: "Stages",
      dependencies: [
        "SeededTheatre", tracking, exports,
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Stages", swiftSettings: settings,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ],
  swiftLanguageModes: [.v6]
)
