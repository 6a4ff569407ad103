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

/// A library module of geotrack: one room of the house, under `Sources/NAME`.
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

let package = Package(
  name: "geotrack",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "geotrack", targets: ["geotrack"]),
    .library(
      name: "FrontTracking",
      targets: [
        "Geometry", "GEOS", "Geodesy", "Diagnostics", "JSON", "GeoJSON", "Theatre", "FrontTracking",
      ]),
    .library(name: "ArticleReading", targets: ["Diagnostics", "Theatre", "ArticleReading"]),
    .library(name: "Publishing", targets: ["Publishing"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-crypto", "3.10.0"..<"5.0.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CGEOS", pkgConfig: "geos",
      providers: [.apt(["libgeos-dev"]), .yum(["geos-devel"]), .brew(["geos"])]),
    .systemLibrary(
      name: "CPROJ", pkgConfig: "proj",
      providers: [.apt(["libproj-dev"]), .yum(["proj-devel"]), .brew(["proj"])]),
    .systemLibrary(
      name: "CGeographicLib", pkgConfig: "geographiclib",
      providers: [
        .apt(["libgeographiclib-dev"]), .yum(["GeographicLib-devel"]), .brew(["geographiclib"]),
      ]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .yum(["sqlite-devel"]), .brew(["sqlite"])]),
    // On Linux GEOS, PROJ and SQLite are opened late and not linked: decision 0014.
    .target(
      name: "LateGEOS",
      dependencies: [.target(name: "CGEOS", condition: .when(platforms: [.macOS]))]),
    .target(
      name: "LatePROJ",
      dependencies: [.target(name: "CPROJ", condition: .when(platforms: [.macOS]))]),
    .target(
      name: "LateSQLite",
      dependencies: [.target(name: "CSQLite", condition: .when(platforms: [.macOS]))]),
    .target(name: "CGeodesic", dependencies: ["CGeographicLib"]),

    library("TypedIndices"),
    library("Parallel"),
    library("NumberText"),
    library("Geometry"),
    library("GEOS", ["LateGEOS", "Geometry"]),
    library("Geodesy", ["CGeodesic", "LatePROJ", "Geometry"]),
    library("SQLite", ["LateSQLite"]),
    library("Diagnostics"),
    library("CSV", ["Diagnostics", "NumberText"]),
    library("JSON", ["Diagnostics"]),
    library("GeoJSON", ["Geometry", "Diagnostics", "JSON"]),
    library(
      "Theatre", ["Parallel", "NumberText", "Geometry", "Diagnostics", "CSV", "JSON", "GeoJSON"]),
    library(
      "ArticleReading", ["Parallel", "Geometry", "Diagnostics", "CSV", "Theatre"],
      resources: [.embedInCode("Resources")]),
    library(
      "FrontTracking",
      ["Parallel", "NumberText", "Geometry", "GEOS", "Geodesy", "Diagnostics", "Theatre"]),
    library(
      "Publishing",
      [
        "Parallel", "NumberText", "Geometry", "Geodesy", "Diagnostics", "JSON", "GeoJSON",
        "Theatre",
        "FrontTracking", "SQLite",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      resources: [.embedInCode("Page/Resources")]),
    .executableTarget(
      name: "geotrack",
      dependencies: [
        "Parallel", "NumberText", "Geometry", "GEOS", "Geodesy", "Diagnostics", "CSV", "JSON",
        "GeoJSON", "Theatre", "FrontTracking", "Publishing", "SQLite", "ArticleReading",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["Geometry"], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("Geometry", ["Geometry"]),
    tests("GEOS", ["Geometry", "GEOS"]),
    tests("Geodesy", ["Geometry", "Geodesy"]),
    tests("TypedIndices", ["TypedIndices"]),
    tests("NumberText", ["NumberText"]),
    tests("Diagnostics", ["Diagnostics"]),
    tests("CSV", ["Diagnostics", "CSV"]),
    tests("JSON", ["Diagnostics", "JSON"]),
    tests("GeoJSON", ["Geometry", "Diagnostics", "JSON", "GeoJSON"]),
    tests("Theatre", ["Geometry", "Diagnostics", "CSV", "GeoJSON", "Theatre"]),
    tests(
      "ArticleReading", ["Diagnostics", "CSV", "JSON", "Theatre", "ArticleReading"],
      exclude: ["Theatres", "Gold", "Exercises"]),
    tests(
      "FrontTracking",
      [
        "Parallel", "NumberText", "Geometry", "GEOS", "Geodesy", "Diagnostics", "JSON", "GeoJSON",
        "Theatre", "FrontTracking",
      ]),
    tests(
      "Publishing",
      [
        "NumberText", "Geometry", "GEOS", "Geodesy", "Diagnostics", "JSON", "GeoJSON", "Theatre",
        "FrontTracking", "Publishing",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Recorded"]),
    tests("Command", ["Geometry", "Diagnostics", "JSON", "GeoJSON", "geotrack"]),
    tests(
      "App",
      [
        "NumberText", "Geometry", "Geodesy", "Diagnostics", "CSV", "JSON", "GeoJSON", "Theatre",
        "FrontTracking", "Publishing", "geotrack",
      ],
      exclude: ["Programs"]),
  ],
  swiftLanguageModes: [.v6]
)
