// swift-tools-version:6.0

import PackageDescription

// Scripts/test and CI set GEOTRACK_STRICT: a warning then fails the build.
let strict: [SwiftSetting] =
  Context.environment["GEOTRACK_STRICT"] == nil
  ? [] : [.unsafeFlags(["-warnings-as-errors"])]

let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
  ] + strict

/// A library of geotrack: one room, under `Sources/NAME`.
func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

/// The tests of one room, under `Tests/NAMETests`.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: ["TestSupport"] + dependencies, exclude: exclude,
    swiftSettings: settings)
}

/// What only tests use, under `Tests/NAME`.
func testing(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: settings)
}

let algorithms = Target.Dependency.product(name: "Algorithms", package: "swift-algorithms")
let heap = Target.Dependency.product(name: "HeapModule", package: "swift-collections")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "geotrack",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "geotrack", targets: ["geotrack"]),
    .library(
      name: "FrontTracking",
      targets: [
        "TypedIndices", "Geometry", "GEOS", "Geodesy", "Diagnostics", "JSON", "GeoJSON", "Theatre",
        "PlanarSubdivision", "ControlHistory", "ControlMap", "MapAnalysis", "FrontTracking",
      ]),
    .library(
      name: "ArticleReading",
      targets: ["TypedIndices", "Diagnostics", "Theatre", "ArticleReading"]),
    .library(name: "Exports", targets: ["MapFeatures", "Exports", "WebPage"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-crypto", "3.10.0"..<"5.0.0"),
    .package(url: "https://github.com/apple/swift-algorithms", from: "1.2.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.2.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CGEOS", pkgConfig: "geos",
      providers: [.apt(["libgeos-dev"]), .yum(["geos-devel"]), .brew(["geos"])]),
    .systemLibrary(
      name: "CGeographicLib", pkgConfig: "geographiclib",
      providers: [
        .apt(["libgeographiclib-dev"]), .yum(["GeographicLib-devel"]), .brew(["geographiclib"]),
      ]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .yum(["sqlite-devel"]), .brew(["sqlite"])]),
    .target(name: "CGeodesic", dependencies: ["CGeographicLib"]),
    .target(name: "CFileSync"),

    library("TypedIndices"),
    library("Parallel"),
    library("NumberText"),
    library("Geometry"),
    library("GEOS", ["CGEOS", "Geometry"]),
    library("Geodesy", ["CGeodesic", "Geometry"]),
    library("SQLite", ["CSQLite"]),
    library("FileOutput", ["CFileSync", crypto]),
    library("Diagnostics"),
    library("CSV", ["Diagnostics", "NumberText"]),
    library("JSON", ["Diagnostics"]),
    library("GeoJSON", ["Geometry", "Diagnostics", "JSON"]),
    library(
      "Theatre",
      [
        "TypedIndices", "Parallel", "Geometry", "Diagnostics", "CSV", "JSON", "GeoJSON",
      ]),
    library("PlanarSubdivision", ["TypedIndices", "Geometry", algorithms]),
    library("ControlHistory", ["TypedIndices", "Geometry", "Theatre", algorithms]),
    library(
      "ControlMap",
      [
        "TypedIndices", "Parallel", "Geometry", "GEOS", "Geodesy", "Diagnostics", "Theatre",
        "PlanarSubdivision", "ControlHistory",
      ]),
    library(
      "MapAnalysis",
      [
        "TypedIndices", "Parallel", "NumberText", "Geometry", "GEOS", "Geodesy", "Diagnostics",
        "CSV", "JSON", "GeoJSON", "Theatre", "PlanarSubdivision", "ControlHistory", "ControlMap",
        heap,
      ]),
    library(
      "FrontTracking",
      [
        "TypedIndices", "Parallel", "Geometry", "Diagnostics", "Theatre", "PlanarSubdivision",
        "ControlHistory", "ControlMap", "MapAnalysis",
      ]),
    library(
      "ArticleReading",
      ["TypedIndices", "Geometry", "Diagnostics", "CSV", "Theatre", algorithms],
      resources: [.embedInCode("Lexicon/Tables")]),
    library(
      "MapFeatures",
      [
        "TypedIndices", "NumberText", "Geometry", "FileOutput", "Diagnostics", "JSON", "GeoJSON",
        "Theatre",
        "PlanarSubdivision", "ControlHistory", "ControlMap", "FrontTracking",
      ]),
    library(
      "Exports",
      [
        "TypedIndices", "Parallel", "NumberText", "Geometry", "Geodesy", "SQLite", "FileOutput",
        "JSON", "GeoJSON", "Theatre", "PlanarSubdivision", "ControlHistory", "ControlMap",
        "MapAnalysis",
        "FrontTracking", "MapFeatures",
      ]),
    library(
      "WebPage",
      [
        "TypedIndices", "Geometry", "FileOutput", "JSON", "GeoJSON", "Theatre", "PlanarSubdivision",
        "ControlHistory", "ControlMap", "FrontTracking", "MapFeatures", crypto,
      ],
      resources: [.embedInCode("src")]),
    .executableTarget(
      name: "geotrack",
      dependencies: [
        "TypedIndices", "Parallel", "NumberText", "Geometry", "Geodesy", "FileOutput",
        "Diagnostics",
        "CSV", "JSON", "GeoJSON", "Theatre", "ControlHistory", "ControlMap", "MapAnalysis",
        "FrontTracking", "ArticleReading", "MapFeatures", "Exports", "WebPage", argumentParser,
        crypto,
      ],
      swiftSettings: settings),

    testing("TestSupport", ["Geometry"]),
    // What GEOS says of the same question, for tests to hold answers against.
    testing("GEOSOracles", ["CGEOS", "Geometry", "GEOS"]),
    testing(
      "TrackerTestSupport",
      [
        "TestSupport", "TypedIndices", "Diagnostics", "Theatre", "ControlHistory", "ControlMap",
        "FrontTracking",
      ]),
    testing(
      "MapTestSupport",
      [
        "TestSupport", "FileOutput", "Diagnostics", "Theatre", "ControlHistory", "ControlMap",
        "FrontTracking", "MapFeatures", "Exports",
      ]),
    // What a fuzzer throws at each door, which the ordinary tests replay from its finds.
    testing(
      "FuzzHarnesses",
      [
        "TestSupport", "TypedIndices", "Geometry", "FileOutput", "Diagnostics", "CSV", "JSON",
        "GeoJSON", "Theatre", "ControlHistory", "ControlMap", "MapAnalysis", "FrontTracking",
        "ArticleReading", "MapFeatures", "Exports", "WebPage",
      ]),
    tests("Fuzz", ["FuzzHarnesses"], exclude: ["Corpus"]),
    tests("TypedIndices", ["TypedIndices"]),
    tests("NumberText", ["NumberText"]),
    tests("Geometry", ["Geometry"]),
    tests("GEOS", ["Geometry", "GEOS", "GEOSOracles"]),
    tests("Geodesy", ["Geometry", "Geodesy"]),
    tests("FileOutput", ["FileOutput"]),
    tests("Diagnostics", ["Diagnostics"]),
    tests("CSV", ["Diagnostics", "CSV"]),
    tests("JSON", ["Diagnostics", "JSON"]),
    tests("GeoJSON", ["Geometry", "Diagnostics", "JSON", "GeoJSON"]),
    tests("Theatre", ["TypedIndices", "Geometry", "Diagnostics", "CSV", "GeoJSON", "Theatre"]),
    tests(
      "ArticleReading",
      [
        "TypedIndices", "Geometry", "Diagnostics", "CSV", "JSON", "GeoJSON", "Theatre",
        "ArticleReading",
      ],
      exclude: ["Theatres", "Gold", "Exercises"]),
    tests(
      "PlanarSubdivision",
      ["TypedIndices", "Geometry", "GEOS", "GEOSOracles", "PlanarSubdivision"]),
    tests("ControlHistory", ["TypedIndices", "Diagnostics", "Theatre", "ControlHistory"]),
    tests(
      "ControlMap",
      [
        "TypedIndices", "Parallel", "Geometry", "GEOS", "GEOSOracles", "Geodesy", "Diagnostics",
        "GeoJSON",
        "Theatre", "PlanarSubdivision", "ControlHistory", "ControlMap", "FrontTracking",
        "TrackerTestSupport",
      ]),
    tests(
      "MapAnalysis",
      [
        "TypedIndices", "NumberText", "Geometry", "GEOS", "GEOSOracles", "Geodesy", "Diagnostics",
        "JSON",
        "GeoJSON", "Theatre", "PlanarSubdivision", "ControlHistory", "ControlMap", "MapAnalysis",
        "FrontTracking", "TrackerTestSupport",
      ]),
    tests(
      "FrontTracking",
      [
        "TypedIndices", "Geometry", "GEOS", "GEOSOracles", "Geodesy", "Diagnostics", "GeoJSON",
        "Theatre",
        "PlanarSubdivision", "ControlHistory", "ControlMap", "MapAnalysis", "FrontTracking",
        "TrackerTestSupport",
      ]),
    tests(
      "MapFeatures",
      [
        "TypedIndices", "Geometry", "FileOutput", "Diagnostics", "JSON", "GeoJSON", "Theatre",
        "ControlHistory", "ControlMap", "MapAnalysis", "FrontTracking", "MapFeatures",
        "MapTestSupport",
      ]),
    tests(
      "Exports",
      [
        "TypedIndices", "NumberText", "Geometry", "GEOS", "GEOSOracles", "Geodesy",
        "FileOutput", "Diagnostics", "JSON", "GeoJSON", "Theatre", "PlanarSubdivision",
        "ControlHistory", "ControlMap", "MapAnalysis", "FrontTracking", "MapFeatures", "Exports",
        "MapTestSupport",
      ],
      exclude: ["Recorded"]),
    tests(
      "WebPage",
      [
        "TypedIndices", "Geometry", "Diagnostics", "JSON", "GeoJSON", "Theatre", "ControlHistory",
        "ControlMap",
        "MapAnalysis", "FrontTracking", "MapFeatures", "WebPage", "MapTestSupport", crypto,
      ]),
    tests("Command", ["Geometry", "FileOutput", "Diagnostics", "JSON", "GeoJSON", "geotrack"]),
    tests(
      "App",
      [
        "TypedIndices", "Geometry", "Geodesy", "FileOutput", "Diagnostics", "JSON", "GeoJSON",
        "Theatre", "ControlHistory", "ControlMap", "FrontTracking", "MapFeatures", "Exports",
        "MapTestSupport", "geotrack",
      ],
      exclude: ["Programs"]),
  ],
  swiftLanguageModes: [.v6]
)

// Scripts/fuzz sets GEOTRACK_FUZZ: the program that libFuzzer's own `main` drives.
if Context.environment["GEOTRACK_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzzer", dependencies: ["FuzzHarnesses"], path: "Tests/Fuzzer",
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]))
}
