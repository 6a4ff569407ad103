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
func room(
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

    room("Geometry"),
    room("GEOS", ["LateGEOS", "Geometry"]),
    room("Geodesy", ["CGeodesic", "LatePROJ", "Geometry"]),
    room("GeoJSON", ["Geometry"]),
    room("SQLite", ["LateSQLite"]),
    room("TheatreModel", ["Geometry", "GeoJSON"]),
    room(
      "ArticleReading", ["Geometry", "GeoJSON", "TheatreModel"],
      resources: [.embedInCode("Lexicon/Tables")]),
    room("FrontTracking", ["Geometry", "GEOS", "Geodesy", "TheatreModel"]),
    room(
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
    tests("Geometry", ["Geometry"]),
    tests("GEOS", ["Geometry", "GEOS"]),
    tests("Geodesy", ["Geometry", "Geodesy"]),
    tests("GeoJSON", ["Geometry", "GeoJSON"]),
    tests("TheatreModel", ["Geometry", "GeoJSON", "TheatreModel"]),
    tests(
      "ArticleReading", ["GeoJSON", "TheatreModel", "ArticleReading"],
      exclude: ["Theatres", "Gold", "Exercises"]),
    tests(
      "FrontTracking",
      ["Geometry", "GEOS", "Geodesy", "GeoJSON", "TheatreModel", "FrontTracking"]),
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
