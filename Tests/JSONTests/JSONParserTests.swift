import Diagnostics
import JSON
import TestSupport
import Testing

/// Files come from many programs, and each writes JSON in its own way: every form that RFC 8259
/// allows must be read.
@Suite("Reading JSON")
struct JSONParserTests {
  @Test(
    "numbers of every form",
    arguments: [
      ("0", 0), ("-0", 0), ("7", 7), ("-12", -12), ("43.11889", 43.11889), ("-0.5", -0.5),
      ("1e3", 1000), ("1E+3", 1000), ("25e-1", 2.5), ("1.5e2", 150), ("0e0", 0), ("1e-999", 0),
      ("123456789012345678901234567890", 1.2345678901234568e29),
    ])
  func numbers(text: String, value: Double) throws {
    #expect(try parsed(text).number == value)
  }

  @Test(
    "strings with every escape",
    arguments: [
      (#""""#, ""), (#""Mosul""#, "Mosul"), (#""\" \\ \/""#, "\" \\ /"),
      (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u00E9""#, "Aéé"),
      (#""\u0000""#, "\u{0}"), (#""\ud834\udd1e""#, "𝄞"), (#""\uD834\uDD1E""#, "𝄞"),
      (#""حي التحرير""#, "حي التحرير"), ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"),
      (#""e\u0301""#, "e\u{301}"),
    ])
  func strings(text: String, value: String) throws {
    let read = try #require(try parsed(text).string)
    #expect(Array(read.utf8) == Array(value.utf8))
  }

  @Test("the three literals")
  func literals() throws {
    #expect(try parsed("null").isNull)
    for (text, expected) in [("true", true), ("false", false)] {
      guard case .bool(let value) = try parsed(text).kind else {
        Issue.record("\(text) is no Boolean value")
        continue
      }
      #expect(value == expected)
    }
  }

  @Test("arrays and objects, empty, full and nested")
  func nested() throws {
    #expect(try parsed("[]").array?.isEmpty == true)
    #expect(try parsed(" [ 1 , 2 ] ").array?.map(\.number) == [1, 2])
    guard case .object(let none) = try parsed("{ }").kind else {
      Issue.record("{ } is no object")
      return
    }
    #expect(none.isEmpty)
    let node = try parsed(#"{"a": [{"b": null}], "c": {"d": "e"}, "": 0}"#)
    #expect(node["a"]?.array?.first?["b"]?.isNull == true)
    #expect(node["c"]?["d"]?.string == "e")
    #expect(node[""]?.number == 0)
    #expect(node["absent"] == nil)
    #expect(node["a"]?["b"] == nil, "an array has no keys")
  }

  @Test("members stay in the order of the text, each with its place")
  func places() throws {
    let node = try parsed("{\"b\": 1,\n \"a\": [true]}")
    guard case .object(let members) = node.kind else {
      Issue.record("no object")
      return
    }
    #expect(members.map(\.key) == ["b", "a"])
    #expect(members.map(\.offset) == [1, 10])
    #expect(members.map(\.value.offset) == [6, 15])
    #expect(node["a"]?.array?.map(\.offset) == [16])
  }

  @Test("space of all four kinds, and a byte-order mark")
  func space() throws {
    #expect(try parsed(" \t\r\n[\t1\r\n,\n2 ] \n").array?.map(\.number) == [1, 2])
    let marked = SourceText([0xEF, 0xBB, 0xBF] + Array("[3]".utf8))
    #expect(try JSONNode(parsing: marked).array?.map(\.number) == [3])
  }

  @Test("values nested 200 deep")
  func deep() throws {
    let text = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
    #expect(try parsed(text).array?.count == 1)
    let pairs = "[" + Array(repeating: "[[]]", count: 300).joined(separator: ",") + "]"
    #expect(try parsed(pairs).array?.count == 300, "depth is not the number of values")
  }

  @Test("keys that only look alike are two keys")
  func unicodeKeys() throws {
    let node = try parsed("{\"\u{E9}\": 1, \"e\u{301}\": 2}")
    #expect(node["\u{E9}"]?.number == 1)
    #expect(node["e\u{301}"]?.number == 2)
  }

  @Test("every kind has a name for error messages")
  func kinds() throws {
    let names = try ["null", "true", "1", "\"\"", "[]", "{}"].map { try parsed($0).kindName }
    #expect(
      names == ["null", "true or false", "a number", "a string", "an array", "an object"])
  }
}

private func parsed(_ text: String) throws -> JSONNode {
  try JSONNode(parsing: SourceText(Array(text.utf8)))
}
