public import ControlMap
internal import Crypto
public import FrontTracking
internal import GeoJSON
internal import JSON
internal import MapFeatures
internal import Theatre

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A page that shows a map over time: one file that needs no network.
///
///     try folder.write(MapPage(tracker, version: version).bytes, to: "map.html")
///
/// The page's own source stands in `src` as HTML, CSS and scripts, and is put together here with
/// nothing but replacing the lines that name a file by its contents. What comes from the data is one JSON
/// value that no text in it can end; a Content-Security-Policy lets the browser run the page's own
/// scripts, told by their SHA-256, and nothing else.
public struct MapPage: Sendable {
  /// The whole file, in UTF-8.
  public let bytes: [UInt8]

  /// Puts a page together.
  ///
  /// - Parameters:
  ///   - tracker: the theatre, and from which reports its map is drawn.
  ///   - version: the tool's version.
  /// - Throws: `MapError` if the map cannot be drawn.
  /// - Complexity: that of `FrontTracker.cellHistory`, and O(*b*) for *b* bytes.
  public init(_ tracker: FrontTracker, version: String) throws(MapError) {
    let data = try PageData(tracker, version: version)
    bytes = Self.page(title: tracker.theatre.settings.title, data: data.json.compact)
  }

  private static func page(title: String, data: String) -> [UInt8] {
    var hashes: [String] = []
    var page: [String] = []
    for line in PageResource.text(of: "map.html").split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      let trimmed = line.drop { $0 == " " }
      if let name = trimmed.inside("<script src=\"", "\"></script>") {
        let script = "\n" + PageResource.text(of: name)
        hashes.append(hash(script))
        page.append("<script>\(script)</script>")
      } else if let name = trimmed.inside("<link rel=\"stylesheet\" href=\"", "\">") {
        page.append("<style>\n\(PageResource.text(of: name))</style>")
      } else if trimmed.inside("<title>", "</title>") != nil {
        page.append("<title>\(XMLWriter.escape(title))</title>")
      } else if trimmed.hasPrefix("<script type=\"application/json\" id=\"map-data\">") {
        page.append(
          "<script type=\"application/json\" id=\"map-data\">\(unendable(data))</script>")
      } else {
        page.append(String(line))
      }
    }
    let text = page.joined(separator: "\n")
    return Array(text.replacing("<meta charset=\"utf-8\">", with: head(hashes)).utf8)
  }

  /// The beginning of the head: the encoding, and what the browser may load, run and send. `base-uri` and
  /// `form-action` do not follow `default-src`.
  private static func head(_ hashes: [String]) -> String {
    let scripts = hashes.map { "'sha256-\($0)'" }.joined(separator: " ")
    return """
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src \(scripts); style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'">
      """
  }

  private static func hash(_ script: String) -> String {
    Data(SHA256.hash(data: Data(script.utf8))).base64EncodedString()
  }

  /// JSON in which nothing can end the element around it, or begin a comment there.
  ///
  /// It is searched by bytes. To a search by characters `<` is another character where it follows one that
  /// joins the next to itself, such as U+0600.
  private static func unendable(_ json: String) -> String {
    var safe: [UInt8] = []
    safe.reserveCapacity(json.utf8.count)
    for byte in json.utf8 {
      if byte == UInt8(ascii: "<") { safe += "\\u003c".utf8 } else { safe.append(byte) }
    }
    return String(decoding: safe, as: UTF8.self)
  }
}

extension Substring {
  /// The text between a beginning and an end, if the line has both.
  fileprivate func inside(_ start: String, _ end: String) -> String? {
    guard hasPrefix(start), hasSuffix(end), utf8.count >= start.utf8.count + end.utf8.count else {
      return nil
    }
    return String(dropFirst(start.count).dropLast(end.count))
  }
}
