import Geodesy
import Geometry
import TestSupport
import Testing

/// All days share one projector. Two days that mixed up their positions would draw each other's
/// front.
@Suite("One projector for many tasks")
struct ConcurrentProjectionTests {
  @Test("hundreds of tasks get the images of their own positions")
  func manyTasks() async throws {
    let projector = Projector(.utm(UTMZone(number: 38, isNorth: true)))
    let batches = (0..<300).map { seed in
      var random = SeededGenerator(seed: UInt64(seed))
      return (0..<100).map { _ in random.position(in: iraq) }
    }
    let expected = try batches.map { try projector.project($0) }
    try await withThrowingTaskGroup(of: (Int, [PlanarPosition], [Position]).self) { group in
      for (seed, batch) in batches.enumerated() {
        group.addTask {
          let images = try projector.project(batch)
          return (seed, images, try projector.unproject(images))
        }
      }
      for try await (seed, images, back) in group {
        #expect(images == expected[seed], "seed \(seed)")
        for (before, after) in zip(batches[seed], back) {
          #expect(after.latitude.isClose(to: before.latitude, within: 1e-9), "seed \(seed)")
        }
      }
    }
  }

  @Test("a task that fails leaves the others alone")
  func failures() async throws {
    let projector = Projector(.polarStereographic(isNorth: true, meridian: 0, scale: 1))
    let behind = Position(longitude: 0, latitude: -90)
    let inFront = Position(longitude: 0, latitude: 80)
    let expected = try projector.project(inFront)
    await withTaskGroup(of: Bool.self) { group in
      for task in 0..<200 {
        group.addTask {
          let position = task.isMultiple(of: 2) ? behind : inFront
          let image = try? projector.project(position)
          return image == (task.isMultiple(of: 2) ? nil : expected)
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}

private let iraq = Box(
  minimum: Position(longitude: 39, latitude: 29), maximum: Position(longitude: 49, latitude: 38))
