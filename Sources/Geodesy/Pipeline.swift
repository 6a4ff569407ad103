internal import LatePROJ

/// A transformation of PROJ with the context it lives in.
struct Pipeline: ~Copyable {
  private let proj: PROJ
  private let transformation: OpaquePointer
  private let context: OpaquePointer

  init(_ definition: String, _ proj: PROJ) throws(ProjectionError) {
    let log = MessageLog()
    guard let context = proj.context_create() else {
      preconditionFailure("out of memory: PROJ gave no context")
    }
    proj.log_func(context, Unmanaged.passUnretained(log).toOpaque()) { log, _, message in
      guard let log, let message else { return }
      Unmanaged<MessageLog>.fromOpaque(log).takeUnretainedValue()
        .messages.append(String(cString: message))
    }
    do {
      self.transformation = try proj.transformation(to: definition, context, log)
      self.context = context
      self.proj = proj
    } catch {
      _ = proj.context_destroy(context)
      throw error
    }
    // The log dies with this call; from here on PROJ has nobody to tell, and failed positions
    // come back infinite.
    proj.log_func(context, nil) { _, _, _ in }
  }

  deinit {
    _ = proj.destroy(transformation)
    _ = proj.context_destroy(context)
  }

  func apply(_ firsts: inout [Double], _ seconds: inout [Double], forward: Bool) {
    let stride = MemoryLayout<Double>.stride
    let count = firsts.count
    _ = proj.trans_generic(
      transformation, forward ? PJ_FWD : PJ_INV, &firsts, stride, count, &seconds, stride, count,
      nil, 0, 0, nil, 0, 0)
    _ = proj.errno_reset(transformation)
  }

  /// The system of a definition as well-known text; nil if that cannot express it.
  func wellKnownText(of definition: String) -> String? {
    guard let crs = proj.create(context, PROJ.system(definition)) else { return nil }
    defer { _ = proj.destroy(crs) }
    return "MULTILINE=NO".withCString { option in
      [option, nil].withUnsafeBufferPointer { options in
        proj.as_wkt(context, crs, PJ_WKT1_GDAL, options.baseAddress).map { String(cString: $0) }
      }
    }
  }
}

extension PROJ {
  /// What PROJ calls a reference system: a string of parameters alone would be an operation.
  fileprivate static func system(_ definition: String) -> String {
    definition.hasPrefix("+") ? "\(definition) +type=crs" : definition
  }

  /// The way from longitude and latitude on WGS 84 to a plane in metres.
  fileprivate func transformation(
    to definition: String, _ context: OpaquePointer, _ log: MessageLog
  ) throws(ProjectionError) -> OpaquePointer {
    let system = Self.system(definition)
    guard let crs = create(context, system) else {
      throw .unknownSystem(definition: definition, message: log.text)
    }
    defer { _ = destroy(crs) }
    guard isMetric(crs, context) else { throw .notMetric(definition: definition) }
    guard let plain = create_crs_to_crs(context, "OGC:CRS84", system, nil) else {
      throw .unknownSystem(definition: definition, message: log.text)
    }
    defer { _ = destroy(plain) }
    // Longitude and easting first, whatever the system's own order of axes is.
    guard let normalized = normalize_for_visualization(context, plain) else {
      throw .unknownSystem(definition: definition, message: log.text)
    }
    return normalized
  }

  /// Whether a system is a plane, not a space or a globe, and counts metres.
  private func isMetric(_ crs: OpaquePointer, _ context: OpaquePointer) -> Bool {
    // A system that brings its own shift to WGS 84 (+towgs84) only wraps the one with the axes.
    let wrapped =
      get_type(crs) == PJ_TYPE_BOUND_CRS ? get_source_crs(context, crs) : nil
    defer { _ = destroy(wrapped) }
    guard let axes = crs_get_coordinate_system(context, wrapped ?? crs) else { return false }
    defer { _ = destroy(axes) }
    var factor = 0.0
    guard
      cs_get_type(context, axes) == PJ_CS_TYPE_CARTESIAN,
      cs_get_axis_count(context, axes) == 2,
      cs_get_axis_info(context, axes, 0, nil, nil, nil, &factor, nil, nil, nil) == 1
    else { return false }
    return factor == 1
  }
}

/// What PROJ reports through its callback while a transformation is made.
private final class MessageLog {
  var messages: [String] = []

  var text: String { messages.last ?? "no reason given" }
}
