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

/// A library of geotrack: one room of the house, under `Sources/NAME`.
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
      targets: ["Geometry", "GEOS", "Geodesy", "GeoJSON", "TheatreModel", "FrontTracking"]),
    .library(name: "ArticleReading", targets: ["TheatreModel", "ArticleReading"]),
    .library(name: "Publishing", targets: ["Publishing"]),
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

    library("Geometry"),
    library("GEOS", ["CGEOS", "Geometry"]),
    library("Geodesy", ["CGeodesic", "Geometry"]),
    library("GeoJSON", ["Geometry"]),
    library("SQLite", ["CSQLite"]),
    library("TheatreModel", ["Geometry", "GeoJSON"]),
    library(
      "ArticleReading", ["Geometry", "GeoJSON", "TheatreModel"],
      resources: [.embedInCode("Resources")]),
    library("PlanarSubdivision", ["Geometry"]),
    library(
      "ControlHistory",
      ["Geometry", "TheatreModel", .product(name: "Algorithms", package: "swift-algorithms")]),
    library(
      "ControlMap",
      [
        "Geometry", "GEOS", "Geodesy", "TheatreModel", "PlanarSubdivision", "ControlHistory",
        .product(name: "Algorithms", package: "swift-algorithms"),
      ]),
    library(
      "MapAnalysis",
      [
        "Geometry", "GEOS", "Geodesy", "TheatreModel", "PlanarSubdivision", "ControlHistory",
        "ControlMap", .product(name: "HeapModule", package: "swift-collections"),
      ]),
    library(
      "FrontTracking",
      ["Geometry", "TheatreModel", "ControlHistory", "ControlMap", "MapAnalysis"]),
    library(
      "Publishing",
      [
        "Geometry", "Geodesy", "GeoJSON", "TheatreModel", "FrontTracking", "SQLite",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      resources: [.embedInCode("Page/Resources")]),
    .executableTarget(
      name: "geotrack",
      dependencies: [
        "Geometry", "GEOS", "Geodesy", "GeoJSON", "TheatreModel", "FrontTracking", "Publishing",
        "SQLite", "ArticleReading",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["Geometry"], path: "Tests/TestSupport",
      swiftSettings: settings),
    // What GEOS says of the same question, for tests to hold answers against.
    .target(
      name: "GEOSOracles", dependencies: ["CGEOS", "Geometry", "GEOS"], path: "Tests/GEOSOracles",
      swiftSettings: settings),
    tests("Geometry", ["Geometry"]),
    tests("GEOS", ["Geometry", "GEOS", "GEOSOracles"]),
    tests("Geodesy", ["Geometry", "Geodesy"]),
    tests("GeoJSON", ["Geometry", "GeoJSON"]),
    tests("TheatreModel", ["Geometry", "GeoJSON", "TheatreModel"]),
    tests(
      "ArticleReading", ["GeoJSON", "TheatreModel", "ArticleReading"],
      exclude: ["Theatres", "Gold", "Exercises"]),
    tests(
      "FrontTracking",
      ["Geometry", "GEOS", "GEOSOracles", "Geodesy", "GeoJSON", "TheatreModel", "FrontTracking"]),
    tests(
      "Publishing",
      [
        "Geometry", "GEOS", "Geodesy", "GeoJSON", "TheatreModel", "FrontTracking", "Publishing",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Recorded"]),
    tests("Command", ["Geometry", "GeoJSON", "geotrack"]),
    tests(
      "App",
      [
        "Geometry", "Geodesy", "GeoJSON", "TheatreModel", "FrontTracking", "Publishing", "geotrack",
      ],
      exclude: ["Programs"]),
  ],
  swiftLanguageModes: [.v6]
)
