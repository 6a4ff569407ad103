internal import LatePROJ

/// The functions of PROJ.
typealias PROJ = proj_functions

extension PROJ {
  /// The names of PROJ 9's shared library: the one for programs, which is there where only the
  /// library is installed, and the one for linkers, which fits whatever version is installed.
  static let libraries = ["libproj.so.25", "libproj.so"]

  /// Opens PROJ under the first of some names that leads to it.
  ///
  /// - Throws: `ProjectionError.missingLibrary` with what was said about the first name.
  static func open(_ libraries: [String]) throws(ProjectionError) -> PROJ {
    var functions = PROJ()
    var reason: String?
    for library in libraries {
      guard let message = proj_functions_open(&functions, library) else { return functions }
      reason = reason ?? String(cString: message)
    }
    throw .missingLibrary(message: reason ?? "no library is named")
  }
}
