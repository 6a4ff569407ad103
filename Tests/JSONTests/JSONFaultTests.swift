import Diagnostics
import JSON
import Testing

/// A user who edits a file by hand is told the line and the column of the slip.
@Suite("Faults in JSON")
struct JSONFaultTests {
  @Test(
    "a fault is reported where it stands",
    arguments: [
      ("", "1:1"), ("  \n ", "2:2"),
      ("[1, 2,]", "1:7"), ("{\"a\": 1,}", "1:9"), ("[1 2]", "1:4"), ("[,1]", "1:2"),
      ("{\"a\" 1}", "1:6"), ("{a: 1}", "1:2"), ("{\"a\": }", "1:7"), ("{\"a\": 1 \"b\": 2}", "1:9"),
      ("{\n  \"a\": 1,\n  \"a\": 2\n}", "3:3"), ("[1]\n]", "2:1"), ("{} {}", "1:4"),
      ("[\r\n  nul\r\n]", "2:3"), ("True", "1:1"), ("// note\n[]", "1:1"), ("['a']", "1:2"),
      ("[", "1:2"), ("{", "1:2"), ("[1", "1:3"), ("{\"a\"", "1:5"), ("{\"a\":1", "1:7"),
      ("NaN", "1:1"), ("-Infinity", "1:1"), ("tru", "1:1"), ("truee", "1:5"),
    ])
  func places(text: String, place: String) throws {
    try expectFault(in: Array(text.utf8), at: place)
  }

  @Test(
    "a number of no JSON form is reported at its beginning",
    arguments: [
      "01", "-01", "+1", "1.", "-1.", ".5", "-.5", "1e", "1e+", "1.e3", "1e999", "-1e999", "-",
      "--1", "0x1F", "1_000", "00",
    ])
  func numbers(text: String) throws {
    // After a number that does end, what follows is the fault: 0x1F is 0, then x1F.
    let column = ["0x1F", "1_000"].contains(text) ? 4 : 3
    try expectFault(in: Array("[\n  \(text)]".utf8), at: "2:\(column)")
  }

  @Test(
    "a string of no JSON form is reported where it fails",
    arguments: [
      ("\"abc", "1:1"), ("\"ab\\", "1:4"), ("\"a\\x\"", "1:3"), ("\"a\\u12\"", "1:3"),
      ("\"a\\u12G4\"", "1:3"), ("\"\\u+123\"", "1:2"), ("\"\\uD834\"", "1:2"),
      ("\"\\uD834x\"", "1:2"), ("\"\\uD834\\n\"", "1:2"), ("\"\\uD834\\u0041\"", "1:2"),
      ("\"é\\uDD1E\"", "1:3"), ("\"a\tb\"", "1:3"), ("\"a\nb\"", "1:3"), ("\"a\u{0}b\"", "1:3"),
      ("\"\\u12", "1:2"), ("\"\\", "1:2"),
    ])
  func strings(text: String, place: String) throws {
    try expectFault(in: Array(text.utf8), at: place)
  }

  @Test("a file that is no UTF-8 is reported at the first bad byte")
  func encoding() throws {
    // "Qayyārah" in Latin-4.
    let bytes = Array("[\n\"Qayy".utf8) + [0xE0] + Array("rah\"]".utf8)
    try expectFault(in: bytes, at: "2:6")
  }

  @Test("values nested more than 200 deep are reported at the first one too deep")
  func depth() throws {
    try expectFault(in: Array(repeating: UInt8(ascii: "["), count: 100_000), at: "1:201")
    let objects = String(repeating: "{\"a\":", count: 201)
    try expectFault(in: Array(objects.utf8), at: "1:\(200 * 5 + 1)")
  }

  @Test("the message of a doubled key names the key")
  func doubledKey() throws {
    let error = try #require(throws: JSONError.self) {
      try JSONNode(parsing: SourceText(Array(#"{"name": 1, "x": {}, "n\u0061me": 2}"#.utf8)))
    }
    #expect(error.message.contains("\"name\""))
    #expect(error.offset == 21)
  }
}

private func expectFault(
  in bytes: [UInt8], at place: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  let source = SourceText(bytes)
  let error = try #require(throws: JSONError.self, sourceLocation: sourceLocation) {
    try JSONNode(parsing: source)
  }
  #expect(
    source.location(ofByte: error.offset).description == place, "\(error.message)",
    sourceLocation: sourceLocation)
}
