/// The source of the page, which is part of the program: the files of `Resources`, by name.
enum PageResource {
  /// Returns a file.
  ///
  /// - Precondition: there is a file of that name.
  static func text(of name: String) -> String {
    guard let bytes = files[name] else { preconditionFailure("the page has no file \(name)") }
    return String(decoding: bytes, as: UTF8.self)
  }

  static let files: [String: [UInt8]] = [
    "map.html": PackageResources.map_html,
    "map.css": PackageResources.map_css,
    "main.js": PackageResources.main_js,
  ]
}
