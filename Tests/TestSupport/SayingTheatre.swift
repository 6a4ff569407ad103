internal import Foundation

/// Texts that a theatre may hold and that no file may take for anything else.
public enum OddText {
  /// Markup, patterns and slots. U+0600 joins the character after it to itself.
  public static let markup =
    "\u{600}</script>\u{600}<!--</script></text></td>]]>--><img src=x onerror=alert(1)>&amp;&#0;\"'`${1}{0}{actor}[% 1 %]%s$&"

  /// Every control character but NUL, what XML 1.0 has no place for, what turns text around, and letters of more than
  /// one code unit.
  public static let characters: String = {
    var scalars = String.UnicodeScalarView()
    let ranges = [
      0x01...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFDD0...0xFDD1,
      0xFEFF...0xFEFF, 0xFFF9...0xFFFF, 0x1F600...0x1F600, 0x1FFFE...0x1FFFF, 0x10FFFE...0x10FFFF,
    ]
    scalars.append("a")
    for range in ranges { scalars.append(contentsOf: range.compactMap(Unicode.Scalar.init)) }
    scalars.append("z")
    return String(scalars)
  }()
}

extension SmallTheatre {
  /// The small theatre with a text in every member and column that may hold any text, and something in each of
  /// its tables.
  public static func saying(_ text: String) -> SmallTheatre {
    let field = "\"\(text.replacing("\"", with: "\"\""))\""
    let string = jsonString(text)
    var theatre = SmallTheatre()
    theatre.settings = theatre.settings
      .replacing("\"A box with a river\"", with: string).replacing("\"none\"", with: string)
    theatre.addSetting("\"credits\": \(string)")
    theatre.actors = "id,name,side,color\nred,\(field),red,#cc0000\nblue,\(field),blue,#0000cc\n"
    theatre.sources = """
      id,title,publisher,published,reliability,favours,licence,note,origin
      paper,\(field),\(field),2020-01-01,B,,\(field),\(field),\(field)
      reds,\(field),\(field),2020-01-01,B,red,\(field),\(field),

      """
    theatre.placeRows = [
      "land,\(field),,country,36.5,43.5,,,\(field),\(field)",
      "west,\(field),\(field),\(field),36.75,43.25,0.5,land,\(field),\(field)",
      "east,\(field),\(field),town,36.75,43.75,0.5,land,\(field),\(field)",
      "south,\(field),,village,36.25,43.3,0.5,land,\(field),\(field)",
    ]
    theatre.reportRows = [
      "r1,2019-12-01,,west,red,control,paper,\(field),3,\(field)",
      "r2,2019-12-01,,east,blue,control,paper,\(field),3,\(field)",
      "r3,2020-01-05,,west,blue,contested,reds,\(field),3,\(field)",
      "r4,2020-01-09,,west,blue,control,paper,\(field),3,\(field)",
    ]
    theatre.incidents = """
      id,date,place,kind,source,paragraph,note
      i1,2020-01-05,west,\(field),paper,\(field),\(field)

      """
    theatre.river = """
      {"type": "Feature", "properties": {"name": \(string)},
       "geometry": {"type": "LineString", "coordinates": [[43.5, 35.9], [43.5, 37.1]]}}
      """
    theatre.openWest(to: "\"red\", \"blue\"")
    theatre.exits = theatre.exits?.replacing("\"Western edge\"", with: string)
    return theatre
  }

  private static func jsonString(_ text: String) -> String {
    // No value of this type is refused.
    guard let data = try? JSONEncoder().encode(text) else { preconditionFailure("no JSON") }
    return String(decoding: data, as: UTF8.self)
  }
}
