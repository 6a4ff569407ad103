internal import CPROJ
public import Geometry
internal import Synchronization

/// A failure of a map projection: what was attempted and what PROJ said about it.
public enum ProjectionError: Error, Hashable, CustomStringConvertible {
  /// PROJ does not know the coordinate reference system.
  case unknownSystem(definition: String, message: String)

  /// The coordinate reference system is not in metres, so it is no plane to measure on.
  case notMetric(definition: String)

  /// A position has no image in the plane.
  case outside(position: String, definition: String)

  /// One sentence with the definition and PROJ's message.
  public var description: String {
    switch self {
    case .unknownSystem(let definition, let message):
      return "PROJ does not know the projection \"\(definition)\": \(message)"
    case .notMetric(let definition):
      return """
        the projection "\(definition)" is not a plane in metres: name a projected system, for \
        example EPSG:32638 or "+proj=laea +lat_0=36 +lon_0=43 +datum=WGS84"
        """
    case .outside(let position, let definition):
      return "the projection \"\(definition)\" does not reach \(position)"
    }
  }
}

/// Takes positions from WGS 84 to a plane in metres and back.
///
/// Any number of tasks may use one projector: its pipeline is locked for each array of positions.
/// It takes about 1 ms to make and 0.2 µs a position to use.
public final class Projector: Sendable {
  /// The definition it was made from: a PROJ string or an EPSG code.
  public let definition: String

  private let pipeline: Mutex<Pipeline>

  /// Creates a projector from a PROJ string or a code such as `EPSG:32638`.
  ///
  /// - Throws: `ProjectionError.unknownSystem` if PROJ does not know it, `.notMetric` if its unit
  ///   is not the metre.
  public init(_ definition: String) throws(ProjectionError) {
    self.definition = definition
    self.pipeline = Mutex(try Pipeline(definition))
  }

  /// Creates the azimuthal equidistant projection around a position, in which every distance from
  /// that position is the geodesic one.
  public convenience init(around center: Position) throws(ProjectionError) {
    try self.init(
      "+proj=aeqd +lat_0=\(center.latitude) +lon_0=\(center.longitude) +datum=WGS84 +units=m")
  }

  /// Returns the images of positions in the plane, in metres.
  ///
  /// - Throws: `ProjectionError.outside` with the first position that has no image.
  /// - Complexity: O(*n*), for *n* positions.
  public func project(_ positions: [Position]) throws(ProjectionError) -> [PlanarPosition] {
    try transform(positions, forward: true)
  }

  /// Returns the positions on WGS 84, in degrees, whose images in the plane are given.
  ///
  /// - Throws: `ProjectionError.outside` with the first one that has none.
  /// - Complexity: O(*n*), for *n* positions.
  public func unproject(_ positions: [PlanarPosition]) throws(ProjectionError) -> [Position] {
    try transform(positions, forward: false)
  }

  /// Returns the image of one position in the plane, in metres.
  public func project(_ position: Position) throws(ProjectionError) -> PlanarPosition {
    try project([position])[0]
  }

  /// Returns the position on WGS 84, in degrees, whose image is given.
  public func unproject(_ position: PlanarPosition) throws(ProjectionError) -> Position {
    try unproject([position])[0]
  }

  private func transform<From: Coordinate, To: Coordinate>(
    _ positions: [From], forward: Bool
  ) throws(ProjectionError) -> [To] {
    guard !positions.isEmpty else { return [] }
    var firsts = positions.map(\.first)
    var seconds = positions.map(\.second)
    pipeline.withLock { $0.apply(&firsts, &seconds, forward: forward) }
    var images: [To] = []
    images.reserveCapacity(positions.count)
    for index in positions.indices {
      guard firsts[index].isFinite, seconds[index].isFinite else {
        throw .outside(position: "\(positions[index])", definition: definition)
      }
      images.append(To(first: firsts[index], second: seconds[index]))
    }
    return images
  }
}

/// A transformation of PROJ with the context it lives in.
private struct Pipeline: ~Copyable {
  private let transformation: OpaquePointer
  private let context: OpaquePointer

  init(_ definition: String) throws(ProjectionError) {
    let log = MessageLog()
    guard let context = proj_context_create() else {
      preconditionFailure("out of memory: PROJ gave no context")
    }
    proj_log_func(context, Unmanaged.passUnretained(log).toOpaque()) { log, _, message in
      guard let log, let message else { return }
      Unmanaged<MessageLog>.fromOpaque(log).takeUnretainedValue()
        .messages.append(String(cString: message))
    }
    do {
      self.transformation = try Self.transformation(to: definition, context, log)
      self.context = context
    } catch {
      proj_context_destroy(context)
      throw error
    }
    // The log dies with this call; from here on PROJ has nobody to tell, and failed positions
    // come back infinite.
    proj_log_func(context, nil) { _, _, _ in }
  }

  deinit {
    proj_destroy(transformation)
    proj_context_destroy(context)
  }

  private static func transformation(
    to definition: String, _ context: OpaquePointer, _ log: MessageLog
  ) throws(ProjectionError) -> OpaquePointer {
    let system = definition.hasPrefix("+") ? "\(definition) +type=crs" : definition
    guard let crs = proj_create(context, system) else {
      throw .unknownSystem(definition: definition, message: log.text)
    }
    defer { proj_destroy(crs) }
    guard isMetric(crs, context) else { throw .notMetric(definition: definition) }
    guard let plain = proj_create_crs_to_crs(context, "OGC:CRS84", system, nil) else {
      throw .unknownSystem(definition: definition, message: log.text)
    }
    defer { proj_destroy(plain) }
    // Longitude and easting first, whatever the system's own order of axes is.
    guard let normalized = proj_normalize_for_visualization(context, plain) else {
      throw .unknownSystem(definition: definition, message: log.text)
    }
    return normalized
  }

  /// Whether a system is a plane, not a space or a globe, and counts metres.
  private static func isMetric(_ crs: OpaquePointer, _ context: OpaquePointer) -> Bool {
    // A system that brings its own shift to WGS 84 (+towgs84) only wraps the one with the axes.
    let wrapped =
      proj_get_type(crs) == PJ_TYPE_BOUND_CRS ? proj_get_source_crs(context, crs) : nil
    defer { proj_destroy(wrapped) }
    guard let axes = proj_crs_get_coordinate_system(context, wrapped ?? crs) else { return false }
    defer { proj_destroy(axes) }
    var factor = 0.0
    guard
      proj_cs_get_type(context, axes) == PJ_CS_TYPE_CARTESIAN,
      proj_cs_get_axis_count(context, axes) == 2,
      proj_cs_get_axis_info(context, axes, 0, nil, nil, nil, &factor, nil, nil, nil) == 1
    else { return false }
    return factor == 1
  }

  func apply(_ firsts: inout [Double], _ seconds: inout [Double], forward: Bool) {
    let stride = MemoryLayout<Double>.stride
    let count = firsts.count
    proj_trans_generic(
      transformation, forward ? PJ_FWD : PJ_INV, &firsts, stride, count, &seconds, stride, count,
      nil, 0, 0, nil, 0, 0)
    proj_errno_reset(transformation)
  }
}

/// What PROJ reports through its callback while a transformation is made.
private final class MessageLog {
  var messages: [String] = []

  var text: String { messages.last ?? "no reason given" }
}
